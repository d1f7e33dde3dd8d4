// What somebody chooses to sign in with. Every wrong field has a key of the staff messages.
import * as v from 'valibot';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './auth';

const LONGEST_EMAIL = 254;

export const Email = v.pipe(
	v.string('credentials.email.missing'),
	v.trim(),
	v.nonEmpty('credentials.email.missing'),
	v.maxLength(LONGEST_EMAIL, 'credentials.email.wrong'),
	v.email('credentials.email.wrong')
);

export const Password = v.pipe(
	v.string('credentials.password.short'),
	v.minLength(SHORTEST_PASSWORD, 'credentials.password.short'),
	v.maxLength(LONGEST_PASSWORD, 'credentials.password.long'),
	// Twelve times the same letter, or the name of the product with a number after it, is no password.
	v.check((password) => new Set(password).size >= 5, 'credentials.password.simple')
);

export const Credentials = v.pipe(
	v.object({
		email: Email,
		password: Password
	}),
	v.forward(
		v.check(
			({ email, password }) =>
				email === '' || !password.toLowerCase().includes(email.toLowerCase()),
			'credentials.password.email'
		),
		['password']
	)
);
export type Credentials = v.InferOutput<typeof Credentials>;

const MESSAGE_KEY = /^[a-z][a-z.-]*$/;

/** The first thing wrong with each field, as message keys. */
export type FieldProblems = Record<string, string>;

export function fieldProblems(issues: readonly v.BaseIssue<unknown>[]): FieldProblems {
	const problems: FieldProblems = {};
	for (const issue of issues) {
		const field = v.getDotPath(issue) ?? 'form';
		// What no browser of ours sends has no key of its own: a field left out altogether.
		problems[field] ??= MESSAGE_KEY.test(issue.message) ? issue.message : 'form.missing';
	}
	return problems;
}
