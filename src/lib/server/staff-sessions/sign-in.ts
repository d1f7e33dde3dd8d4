// Signing in with e-mail address and password, and signing out.
import { createHash } from 'node:crypto';
import { plainEmail } from '../database/accounts';
import { countTry, forgetTries } from '../database/sign-in-guesses';
import type { RunningServer } from '../running';
import { AUTH_PATH, authOf, CLIENT_ADDRESS_HEADER } from './auth';
import { waitAfterWrongPasswords } from './wait-after-wrong-passwords';

export type SignInOutcome =
	/** `cookies` are whole set-cookie headers for the answer. */
	| { kind: 'signed-in'; cookies: string[] }
	/** Address or password; which of the two is not told. */
	| { kind: 'wrong' }
	| { kind: 'wait'; waitMs: number };

/** @param clientAddress the browser's network address; the limit on tries is kept for each. */
export async function signIn(
	running: RunningServer,
	tried: { email: string; password: string; clientAddress: string }
): Promise<SignInOutcome> {
	const email = plainEmail(tried.email);
	const scope = `sign-in:${createHash('sha256').update(email).digest('base64url')}`;
	const waitMs = await countTry(running, scope, Date.now(), waitAfterWrongPasswords);
	if (waitMs > 0) return { kind: 'wait', waitMs };

	const response = await askAuth(running, '/sign-in/email', {
		body: { email, password: tried.password },
		headers: { [CLIENT_ADDRESS_HEADER]: tried.clientAddress }
	});
	if (response.status === 429) {
		return { kind: 'wait', waitMs: Number(response.headers.get('x-retry-after') ?? '60') * 1000 };
	}
	if (!response.ok) {
		if (response.status >= 500) throw new Error(`Signing in failed (${response.status}).`);
		return { kind: 'wrong' };
	}
	await forgetTries(running, scope);
	return { kind: 'signed-in', cookies: response.headers.getSetCookie() };
}

/** Ends the session in the database too. @returns set-cookie headers that take the cookies away. */
export async function signOut(running: RunningServer, cookie: string): Promise<string[]> {
	const response = await askAuth(running, '/sign-out', { body: {}, headers: { cookie } });
	return response.headers.getSetCookie();
}

/** Through its handler, not its functions: only the handler keeps the limit on tries. */
function askAuth(
	running: RunningServer,
	path: string,
	ask: { body: unknown; headers: Record<string, string> }
): Promise<Response> {
	const { origin } = new URL(running.config.origin);
	return authOf(running).handler(
		new Request(`${origin}${AUTH_PATH}${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin, ...ask.headers },
			body: JSON.stringify(ask.body)
		})
	);
}
