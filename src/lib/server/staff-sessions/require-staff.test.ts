import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { answerSignedOut, needsStaffSession, pageToReturnTo, requireStaff } from './require-staff';
import type { StaffSession } from './staff-session';

const session = (role: StaffSession['role']): StaffSession => ({
	schoolId: 'school',
	staffId: 'evans',
	role,
	displayName: 'Miss Evans',
	initials: 'ME',
	pattern: 0,
	language: 'cy',
	accountId: 'account',
	endsAt: 0
});

function eventOf(path: string, headers: Record<string, string>, staff: StaffSession | null = null) {
	const url = new URL(path, 'http://localhost');
	const request = new Request(url, { headers });
	return { url, request, isDataRequest: false, locals: { staff } } as unknown as RequestEvent;
}

function thrownBy(act: () => unknown): unknown {
	try {
		act();
	} catch (thrown) {
		return thrown;
	}
	throw new Error('Nothing was thrown.');
}

describe('the rule for /staff', () => {
	it('asks for a session everywhere but where people get in', () => {
		for (const path of [
			'/staff',
			'/staff/',
			'/staff/live',
			'/staff/office/people',
			'/staff/sign-in/x'
		]) {
			expect([path, needsStaffSession(path)]).toEqual([path, true]);
		}
		for (const path of [
			'/staff/sign-in',
			'/staff/sign-out',
			'/staff/language',
			'/staff/invitation/token',
			'/staffed',
			'/kiosk',
			'/crossing/v1/envelopes'
		]) {
			expect([path, needsStaffSession(path)]).toEqual([path, false]);
		}
	});

	it('brings people to sign in and back, and tells programs 401', async () => {
		const page = thrownBy(() =>
			answerSignedOut(eventOf('/staff/requests/7?show=team', { accept: 'text/html' }))
		);
		if (!isRedirect(page)) throw page;
		expect(page.location).toBe('/staff/sign-in?back=%2Fstaff%2Frequests%2F7%3Fshow%3Dteam');
		const answer = answerSignedOut(eventOf('/staff/live', { accept: 'text/event-stream' }));
		expect(answer.status).toBe(401);
		expect(await answer.json()).toEqual({ error: 'signed-out' });
	});
});

describe('the page to return to', () => {
	it('is a staff page of ours', () => {
		expect(pageToReturnTo('/staff/requests/7?show=team')).toBe('/staff/requests/7?show=team');
	});
	it.each([
		null,
		'',
		'//evil.example/staff',
		'https://evil.example/staff',
		'/\\evil.example',
		'javascript:alert(1)',
		'/kiosk',
		'/staff/../kiosk',
		'/staff/sign-in',
		'/staff/sign-out'
	])('is the start instead of %s', (back) => {
		expect(pageToReturnTo(back)).toBe('/staff');
	});
});

describe('requireStaff', () => {
	it('gives the session to a role that may', () => {
		const staff = session('lead');
		expect(requireStaff(eventOf('/staff', {}, staff), ['lead'])).toBe(staff);
		expect(requireStaff(eventOf('/staff', {}, session('adult'))).role).toBe('adult');
	});
	it('refuses another role with 403, and nobody with 401', () => {
		const other = thrownBy(() => requireStaff(eventOf('/staff', {}, session('adult')), ['office']));
		expect(isHttpError(other, 403)).toBe(true);
		const nobody = thrownBy(() => requireStaff(eventOf('/staff/live', {})));
		expect(isHttpError(nobody, 401)).toBe(true);
	});
});
