import type { Cookies } from '@sveltejs/kit';
import { parseSetCookieHeader } from 'better-auth/cookies';

/** Sets on the answer what better-auth wanted to set on its own. */
export function handOverCookies(cookies: Cookies, headers: readonly string[]): void {
	for (const header of headers) {
		for (const [name, cookie] of parseSetCookieHeader(header)) {
			cookies.set(name, cookie.value, {
				path: cookie.path ?? '/staff',
				httpOnly: true,
				secure: cookie.secure ?? false,
				sameSite: 'lax',
				...(cookie['max-age'] !== undefined && { maxAge: cookie['max-age'] })
			});
		}
	}
}
