// A school that has just been set up, and ways in: what the tests of getting in share.
import type { OpenDatabase } from '$lib/server/database/open';
import type { RunningServer } from '$lib/server/running';
import { setUpSchool, type SetUp } from '$lib/server/set-up/set-up-school';
import { signIn } from '$lib/server/staff-sessions/sign-in';
import { runningOn } from './running-on';

export const PASSWORD = 'tri mochyn bach';
let addresses = 0;

/** An address that nobody has yet. */
export const newEmail = (name: string): string => `${name}${++addresses}@school.example`;

export const setUp = (changes: Partial<SetUp> = {}): SetUp => ({
	schoolName: 'Ysgol y Prawf',
	language: 'cy',
	leadName: 'Mrs Rees',
	email: newEmail('lead'),
	password: PASSWORD,
	...changes
});

/** A server that has nobody, so that the next set-up is the first again. */
export async function emptySchool(
	open: OpenDatabase,
	environment?: Record<string, string>
): Promise<RunningServer> {
	for (const table of ['invitation', 'set_up_link', 'staff_member', 'school', 'guess'] as const) {
		await open.db.deleteFrom(table).execute();
	}
	return runningOn(open, environment);
}

/** A server with one school and its lead, who signs in with `email` and `PASSWORD`. */
export async function firstSchool(open: OpenDatabase, environment?: Record<string, string>) {
	const server = await emptySchool(open, environment);
	const input = setUp();
	const { schoolId, leadId } = await setUpSchool(server, input);
	const lead = { schoolId, staffId: leadId, role: 'lead' } as const;
	return { server, schoolId, leadId, lead, email: input.email };
}

export const tryToSignIn = (server: RunningServer, email: string, password = PASSWORD) =>
	signIn(server, { email, password, clientAddress: '198.51.100.7' });

/** Whole set-cookie headers of somebody who is signed in. */
export async function signedIn(server: RunningServer, email: string): Promise<string[]> {
	const outcome = await tryToSignIn(server, email);
	if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
	return outcome.cookies;
}

/** As the browser sends them back. */
export const cookieOf = (cookies: string[]): string =>
	cookies.map((one) => one.split(';')[0]).join('; ');
