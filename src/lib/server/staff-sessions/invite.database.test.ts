import { expect, it } from 'vitest';
import {
	cookieOf,
	firstSchool,
	newEmail,
	PASSWORD,
	signedIn,
	tryToSignIn
} from '../../../../tests/support/first-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { auditOf } from '../database/audit';
import type { OpenDatabase } from '../database/open';
import { insertStaffMember, updateStaffMember } from '../database/people';
import { acceptInvitation, invitationFor, invite, revokeInvitation } from './invite';
import { staffSession } from './staff-session';

async function addAdult(running: OpenDatabase, schoolId: string, staffId: string) {
	await insertStaffMember(running.db, schoolId, {
		staffId,
		sourceId: null,
		displayName: 'Miss Evans',
		initials: 'ME',
		pattern: 1,
		role: 'adult',
		email: null,
		accountId: null,
		language: 'cy',
		mayBeAsked: true
	});
}

/** The token in the link. */
async function invited(...invitation: Parameters<typeof invite>): Promise<string> {
	const made = await invite(...invitation);
	if (made.kind !== 'invited') throw new Error(made.kind);
	return made.link.split('/invitation/')[1] ?? '';
}

onBothDatabases('inviting', (database) => {
	it('lets an invitation be taken up once', async () => {
		const { server, schoolId, lead } = await firstSchool(database());
		await addAdult(server, schoolId, 'evans');
		const token = await invited(server, lead, 'evans');
		expect(await invitationFor(server.db, token)).toMatchObject({ displayName: 'Miss Evans' });

		const email = newEmail('evans');
		const both = await Promise.all([
			acceptInvitation(server, token, { email, password: PASSWORD }),
			acceptInvitation(server, token, { email: `x${email}`, password: PASSWORD })
		]);
		expect([...both].sort()).toEqual(['accepted', 'gone']);
		expect(await invitationFor(server.db, token)).toBeNull();
		const chosen = both[0] === 'accepted' ? email : `x${email}`;
		const cookies = await signedIn(server, chosen);
		expect(await staffSession(server, cookieOf(cookies))).toMatchObject({
			staffId: 'evans',
			role: 'adult'
		});
		expect(await auditOf(server.db, schoolId, 'invitation-accepted')).toHaveLength(1);
	});

	it('keeps an invitation whole when the address is somebody else’s', async () => {
		const { server, schoolId, lead, email } = await firstSchool(database());
		await addAdult(server, schoolId, 'evans');
		const token = await invited(server, lead, 'evans');
		expect(await acceptInvitation(server, token, { email, password: PASSWORD })).toBe(
			'email-taken'
		);
		expect(await invitationFor(server.db, token)).not.toBeNull();
	});

	it('opens no invitation that was taken back, made again, or is a week old', async () => {
		const { server, schoolId, lead } = await firstSchool(database());
		await addAdult(server, schoolId, 'evans');
		const older = await invited(server, lead, 'evans');
		const newer = await invited(server, lead, 'evans');
		expect(await invitationFor(server.db, older)).toBeNull();
		expect(await invitationFor(server.db, newer)).not.toBeNull();
		await server.db
			.updateTable('invitation')
			.set({ expires_at: Date.now() - 1 })
			.execute();
		expect(await invitationFor(server.db, newer)).toBeNull();
		expect(
			await acceptInvitation(server, newer, { email: 'late@school.example', password: PASSWORD })
		).toBe('gone');
		expect(await revokeInvitation(server, lead, 'evans')).toBe('revoked');
		expect(await revokeInvitation(server, lead, 'evans')).toBe('unknown');
	});

	it('lets the office invite adults, but never open an account that somebody has', async () => {
		const { server, schoolId, leadId } = await firstSchool(database());
		await addAdult(server, schoolId, 'evans');
		const office = { schoolId, staffId: 'evans', role: 'office' } as const;
		expect(await invite(server, office, 'evans')).toMatchObject({ kind: 'invited' });
		expect(await invite(server, office, leadId)).toEqual({ kind: 'not-allowed' });
		await updateStaffMember(server.db, schoolId, 'evans', { accountId: 'has-one' });
		expect(await invite(server, office, 'evans')).toEqual({ kind: 'not-allowed' });
		expect(await invite(server, { ...office, role: 'adult' }, 'evans')).toEqual({
			kind: 'not-allowed'
		});
		expect(await invite(server, { ...office, schoolId: 'another' }, 'evans')).toEqual({
			kind: 'unknown'
		});
	});

	it('a new link for somebody who signs in ends their sessions and the old password', async () => {
		const { server, leadId, lead, email } = await firstSchool(database());
		const before = await signedIn(server, email);
		const token = await invited(server, lead, leadId);
		const password = 'pedwar mochyn mawr';
		expect(await acceptInvitation(server, token, { email, password })).toBe('accepted');
		expect(await staffSession(server, cookieOf(before))).toBeNull();
		expect(await tryToSignIn(server, email)).toEqual({ kind: 'wrong' });
		expect(await tryToSignIn(server, email, password)).toMatchObject({ kind: 'signed-in' });
	});
});
