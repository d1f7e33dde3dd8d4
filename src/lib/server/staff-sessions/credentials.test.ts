import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import cy from '$lib/i18n/messages/cy/staff.json';
import en from '$lib/i18n/messages/en/staff.json';
import { Credentials, fieldProblems } from './credentials';

const problemsOf = (typed: Record<string, unknown>) => {
	const parsed = v.safeParse(Credentials, typed);
	return parsed.success ? {} : fieldProblems(parsed.issues);
};
const email = 'evans@school.example';

describe('what somebody chooses to sign in with', () => {
	it('is an address and a password of twelve characters or more', () => {
		expect(problemsOf({ email: ` ${email} `, password: 'tri mochyn bach' })).toEqual({});
	});
	it.each([
		[{ email, password: 'elevenchars' }, { password: 'credentials.password.short' }],
		[{ email, password: 'a1'.repeat(65) }, { password: 'credentials.password.long' }],
		[{ email, password: 'abababababab' }, { password: 'credentials.password.simple' }],
		[{ email, password: `${email.toUpperCase()}1` }, { password: 'credentials.password.email' }],
		[{ email: '', password: 'tri mochyn bach' }, { email: 'credentials.email.missing' }],
		[
			{ email: 'evans at school', password: 'tri mochyn bach' },
			{ email: 'credentials.email.wrong' }
		],
		[{ email: null }, { email: 'credentials.email.missing', password: 'form.missing' }]
	])('is not %o', (typed, problems) => {
		expect(problemsOf(typed)).toEqual(problems);
		for (const key of Object.values(problems)) {
			expect(en).toHaveProperty([key]);
			expect(cy).toHaveProperty([key]);
		}
	});
});
