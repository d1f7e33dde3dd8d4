import { expect, it } from 'vitest';
import {
	cookieOf,
	emptySchool,
	firstSchool,
	signedIn,
	tryToSignIn
} from '../../../../tests/support/first-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { updateStaffMember } from '../database/people';
import { updateSchool } from '../database/school';
import { defaultTimetable } from '../set-up/school-defaults';
import { LONGEST_SESSION_MS } from './session-end';
import { signIn, signOut } from './sign-in';
import { staffSession } from './staff-session';

onBothDatabases('signing in', (database) => {
	it('keeps the session in the database: it opens, ends with a sign-out, and never opens again', async () => {
		const { server, schoolId, leadId, email } = await firstSchool(database());
		const cookies = await signedIn(server, email);
		for (const cookie of cookies) {
			expect(cookie).toMatch(/HttpOnly/i);
			expect(cookie).toMatch(/Path=\/staff/i);
			expect(cookie).toMatch(/SameSite=lax/i);
			expect(cookie).not.toMatch(/Secure/i);
		}
		const cookie = cookieOf(cookies);
		expect(await staffSession(server, cookie)).toMatchObject({
			schoolId,
			staffId: leadId,
			role: 'lead'
		});
		// Another start of the server, with the same database and keys, knows the session.
		expect(await staffSession({ ...server }, cookie)).not.toBeNull();
		const forged = cookie.replace(/=(.)/, (_, first) => `=${first === 'x' ? 'y' : 'x'}`);
		expect(await staffSession(server, forged)).toBeNull();

		await signOut(server, cookie);
		expect(await staffSession(server, cookie)).toBeNull();
	});

	it('sends cookies over https alone when the school is reached by https', async () => {
		const https = { ORIGIN: 'https://cwtch.school.example' };
		const { server, email } = await firstSchool(database(), https);
		// A database of its own object, so that the settings of this server count.
		const separate = {
			...server,
			db: server.db.withPlugin({
				transformQuery: ({ node }) => node,
				transformResult: async ({ result }) => result
			})
		};
		const cookies = await signedIn(separate, email);
		for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-.*; Secure/);
		expect(await staffSession(separate, cookieOf(cookies))).not.toBeNull();
	});

	it('ends a session when the school closes', async () => {
		const { server, schoolId, email } = await firstSchool(database());
		const everyDay = [1, 2, 3, 4, 5, 6, 7];
		const timetable = { ...defaultTimetable(), timeZone: 'UTC', schoolDays: everyDay };
		const now = new Date();
		const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
		const closesMinutes = Math.min(24 * 60, minute + 30);
		await updateSchool(server.db, schoolId, {
			timetable: { ...timetable, opensMinutes: 0, closesMinutes }
		});
		const whenOpen = await signedIn(server, email);
		const session = await staffSession(server, cookieOf(whenOpen));
		expect(session?.endsAt).toBe(now.setUTCHours(0, closesMinutes, 0, 0));

		await updateSchool(server.db, schoolId, { timetable: { ...timetable, schoolDays: [] } });
		const whenClosed = await signedIn(server, email);
		const evening = await staffSession(server, cookieOf(whenClosed));
		expect(evening?.endsAt).toBeGreaterThan(Date.now() + LONGEST_SESSION_MS - 60_000);
	});

	it('signs nobody in who has left the school', async () => {
		const { server, schoolId, leadId, email } = await firstSchool(database());
		const cookies = await signedIn(server, email);
		await updateStaffMember(server.db, schoolId, leadId, { leftAt: 1 });
		expect(await staffSession(server, cookieOf(cookies))).toBeNull();
	});

	it('makes somebody who guesses wait, and says the same of addresses that it does not know', async () => {
		const { server, email } = await firstSchool(database());
		for (const tried of [email, 'nobody@school.example']) {
			const tries = await Promise.all(
				Array.from({ length: 8 }, () => tryToSignIn(server, tried, 'not the password'))
			);
			expect(tries.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
			expect(tries.filter(({ kind }) => kind === 'wait')).toHaveLength(3);
			expect(await tryToSignIn(server, tried)).toMatchObject({ kind: 'wait' });
		}
	});

	it('slows one address down that tries many accounts', async () => {
		const server = await emptySchool(database());
		const clientAddress = '203.0.113.9';
		const key = `${clientAddress}|/sign-in/email`;
		const guess = async (email: string) =>
			(await signIn(server, { email, password: 'x', clientAddress })).kind;
		expect(await guess('first@school.example')).toBe('wrong');
		await server.db
			.updateTable('auth_rate_limit')
			.set({ count: 59 })
			.where('key', '=', key)
			.execute();
		expect(await guess('sixtieth@school.example')).toBe('wrong');
		expect(await guess('next@school.example')).toBe('wait');
	});
});
