import { expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningOn } from '../../../../tests/support/running-on';
import { auditOf } from '../database/audit';
import type { OpenDatabase } from '../database/open';
import { insertStaffMember, staffMember, updateStaffMember } from '../database/people';
import { updateSchool } from '../database/school';
import { makeSetUpLink, setUpLinkOpens } from '../set-up/set-up-link';
import { setUpSchool, setUpSchoolByLink, type SetUp } from '../set-up/set-up-school';
import { defaultTimetable } from '../set-up/school-defaults';
import { acceptInvitation, invitationFor, invite, revokeInvitation } from './invite';
import { signIn, signOut } from './sign-in';
import { LONGEST_SESSION_MS } from './session-end';
import { staffSession } from './staff-session';

const PASSWORD = 'tri mochyn bach';
let people = 0;

const setUp = (changes: Partial<SetUp> = {}): SetUp => ({
	schoolName: 'Ysgol y Prawf',
	language: 'cy',
	leadName: 'Mrs Rees',
	email: `lead${++people}@school.example`,
	password: PASSWORD,
	...changes
});

const cookieOf = (cookies: string[]) => cookies.map((one) => one.split(';')[0]).join('; ');

/** Starts from nobody, so that the next set-up is the first again. */
async function emptySchool({ db }: OpenDatabase) {
	for (const table of ['invitation', 'set_up_link', 'staff_member', 'school', 'guess'] as const) {
		await db.deleteFrom(table).execute();
	}
}

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

onBothDatabases('getting in', (database) => {
	const running = (environment?: Record<string, string>) => runningOn(database(), environment);
	const tryToSignIn = async (
		server: Awaited<ReturnType<typeof running>>,
		email: string,
		password = PASSWORD
	) => signIn(server, { email, password, clientAddress: '198.51.100.7' });

	it('sets a school up by a link that opens once, and signs its lead in', async () => {
		const server = await running();
		await emptySchool(server);
		const link = await makeSetUpLink(server);
		const token = link?.split('/setup/')[1] ?? '';
		expect(await setUpLinkOpens(server, token)).toBe(true);
		const input = setUp({ email: 'Rees@School.example' });
		const both = await Promise.all([
			setUpSchoolByLink(server, token, input),
			setUpSchoolByLink(server, token, { ...input, email: 'second@school.example' })
		]);
		expect(both.filter((outcome) => outcome === 'gone')).toHaveLength(1);
		expect(await setUpLinkOpens(server, token)).toBe(false);
		expect(await makeSetUpLink(server)).toBeNull();

		const made = both.find((outcome) => outcome !== 'gone');
		if (!made) throw new Error('one of the two is set up');
		const lead = await staffMember(server.db, made.schoolId, made.leadId);
		expect(lead).toMatchObject({ role: 'lead', initials: 'MR', language: 'cy' });
		const email = both[0] === 'gone' ? 'second@school.example' : 'rees@school.example';
		expect(await tryToSignIn(server, email.toUpperCase())).toMatchObject({ kind: 'signed-in' });
	});

	it('has only the newest set-up link open', async () => {
		const server = await running();
		await emptySchool(server);
		const first = (await makeSetUpLink(server))?.split('/setup/')[1] ?? '';
		const second = (await makeSetUpLink(server))?.split('/setup/')[1] ?? '';
		expect(await setUpLinkOpens(server, first)).toBe(false);
		expect(await setUpSchoolByLink(server, first, setUp())).toBe('gone');
		expect(await setUpLinkOpens(server, second)).toBe(true);
	});

	it('keeps the session in the database: it opens, ends with a sign-out, and never opens again', async () => {
		const server = await running();
		await emptySchool(server);
		const input = setUp();
		const { schoolId, leadId } = await setUpSchool(server, input);
		const outcome = await tryToSignIn(server, input.email);
		if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
		for (const cookie of outcome.cookies) {
			expect(cookie).toMatch(/HttpOnly/i);
			expect(cookie).toMatch(/Path=\/staff/i);
			expect(cookie).toMatch(/SameSite=lax/i);
			expect(cookie).not.toMatch(/Secure/i);
		}
		const cookie = cookieOf(outcome.cookies);
		expect(await staffSession(server, cookie)).toMatchObject({
			schoolId,
			staffId: leadId,
			role: 'lead'
		});
		// Another start of the server, with the same database and keys, knows the session.
		expect(await staffSession({ ...server }, cookie)).not.toBeNull();
		expect(await staffSession(server, cookie.replace(/=./, '=x'))).toBeNull();

		await signOut(server, cookie);
		expect(await staffSession(server, cookie)).toBeNull();
	});

	it('sends cookies over https alone when the school is reached by https', async () => {
		// A database of its own object, so that the settings of this server count.
		const server = await running({ ORIGIN: 'https://cwtch.school.example' });
		await emptySchool(server);
		const input = setUp();
		await setUpSchool(server, input);
		const separate = {
			...server,
			db: server.db.withPlugin({
				transformQuery: ({ node }) => node,
				transformResult: async ({ result }) => result
			})
		};
		const outcome = await tryToSignIn(separate, input.email);
		if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
		for (const cookie of outcome.cookies) expect(cookie).toMatch(/^__Secure-.*; Secure/);
		expect(await staffSession(separate, cookieOf(outcome.cookies))).not.toBeNull();
	});

	it('ends a session when the school closes', async () => {
		const server = await running();
		await emptySchool(server);
		const input = setUp();
		const { schoolId } = await setUpSchool(server, input);
		const everyDay = [1, 2, 3, 4, 5, 6, 7];
		const timetable = { ...defaultTimetable(), timeZone: 'UTC', schoolDays: everyDay };
		const now = new Date();
		const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
		const closesMinutes = Math.min(24 * 60, minute + 30);
		await updateSchool(server.db, schoolId, {
			timetable: { ...timetable, opensMinutes: 0, closesMinutes }
		});
		const open = await tryToSignIn(server, input.email);
		if (open.kind !== 'signed-in') throw new Error(open.kind);
		const session = await staffSession(server, cookieOf(open.cookies));
		expect(session?.endsAt).toBe(now.setUTCHours(0, closesMinutes, 0, 0));

		await updateSchool(server.db, schoolId, { timetable: { ...timetable, schoolDays: [] } });
		const closed = await tryToSignIn(server, input.email);
		if (closed.kind !== 'signed-in') throw new Error(closed.kind);
		const evening = await staffSession(server, cookieOf(closed.cookies));
		expect(evening?.endsAt).toBeGreaterThan(Date.now() + LONGEST_SESSION_MS - 60_000);
	});

	it('signs nobody in who has left the school', async () => {
		const server = await running();
		await emptySchool(server);
		const input = setUp();
		const { schoolId, leadId } = await setUpSchool(server, input);
		const outcome = await tryToSignIn(server, input.email);
		if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
		await updateStaffMember(server.db, schoolId, leadId, { leftAt: 1 });
		expect(await staffSession(server, cookieOf(outcome.cookies))).toBeNull();
	});

	it('makes somebody who guesses wait, and says the same of addresses that it does not know', async () => {
		const server = await running();
		await emptySchool(server);
		const input = setUp();
		await setUpSchool(server, input);
		for (const email of [input.email, 'nobody@school.example']) {
			const tries = await Promise.all(
				Array.from({ length: 8 }, () => tryToSignIn(server, email, 'not the password'))
			);
			expect(tries.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
			expect(tries.filter(({ kind }) => kind === 'wait')).toHaveLength(3);
			expect(await tryToSignIn(server, email)).toMatchObject({ kind: 'wait' });
		}
	});

	it('slows one address down that tries many accounts', async () => {
		const server = await running();
		await emptySchool(server);
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

	it('lets an invitation be taken up once', async () => {
		const server = await running();
		await emptySchool(server);
		const { schoolId, leadId } = await setUpSchool(server, setUp());
		const lead = { schoolId, staffId: leadId, role: 'lead' } as const;
		await addAdult(server, schoolId, 'evans');
		const made = await invite(server, lead, 'evans');
		if (made.kind !== 'invited') throw new Error(made.kind);
		const token = made.link.split('/invitation/')[1] ?? '';
		expect(await invitationFor(server.db, token)).toMatchObject({ displayName: 'Miss Evans' });

		const email = `evans${++people}@school.example`;
		const both = await Promise.all([
			acceptInvitation(server, token, { email, password: PASSWORD }),
			acceptInvitation(server, token, { email: `x${email}`, password: PASSWORD })
		]);
		expect([...both].sort()).toEqual(['accepted', 'gone']);
		expect(await invitationFor(server.db, token)).toBeNull();
		const chosen = both[0] === 'accepted' ? email : `x${email}`;
		const outcome = await tryToSignIn(server, chosen);
		if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
		expect(await staffSession(server, cookieOf(outcome.cookies))).toMatchObject({
			staffId: 'evans',
			role: 'adult'
		});
		expect(await auditOf(server.db, schoolId, 'invitation-accepted')).toHaveLength(1);
	});

	it('keeps an invitation whole when the address is somebody else’s', async () => {
		const server = await running();
		await emptySchool(server);
		const input = setUp();
		const { schoolId, leadId } = await setUpSchool(server, input);
		await addAdult(server, schoolId, 'evans');
		const made = await invite(server, { schoolId, staffId: leadId, role: 'lead' }, 'evans');
		if (made.kind !== 'invited') throw new Error(made.kind);
		const token = made.link.split('/invitation/')[1] ?? '';
		expect(await acceptInvitation(server, token, { email: input.email, password: PASSWORD })).toBe(
			'email-taken'
		);
		expect(await invitationFor(server.db, token)).not.toBeNull();
	});

	it('opens no invitation that was taken back, made again, or is a week old', async () => {
		const server = await running();
		await emptySchool(server);
		const { schoolId, leadId } = await setUpSchool(server, setUp());
		const lead = { schoolId, staffId: leadId, role: 'lead' } as const;
		await addAdult(server, schoolId, 'evans');
		const tokens: string[] = [];
		for (let i = 0; i < 2; i++) {
			const made = await invite(server, lead, 'evans');
			if (made.kind !== 'invited') throw new Error(made.kind);
			tokens.push(made.link.split('/invitation/')[1] ?? '');
		}
		const [older = '', newer = ''] = tokens;
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
		const server = await running();
		await emptySchool(server);
		const { schoolId, leadId } = await setUpSchool(server, setUp());
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
		const server = await running();
		await emptySchool(server);
		const input = setUp();
		const { schoolId, leadId } = await setUpSchool(server, input);
		const before = await tryToSignIn(server, input.email);
		if (before.kind !== 'signed-in') throw new Error(before.kind);
		const made = await invite(server, { schoolId, staffId: leadId, role: 'lead' }, leadId);
		if (made.kind !== 'invited') throw new Error(made.kind);
		const token = made.link.split('/invitation/')[1] ?? '';
		const password = 'pedwar mochyn mawr';
		expect(await acceptInvitation(server, token, { email: input.email, password })).toBe(
			'accepted'
		);
		expect(await staffSession(server, cookieOf(before.cookies))).toBeNull();
		expect(await tryToSignIn(server, input.email)).toEqual({ kind: 'wrong' });
		expect(await tryToSignIn(server, input.email, password)).toMatchObject({ kind: 'signed-in' });
	});
});
