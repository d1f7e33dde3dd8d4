import { expect, test } from 'vitest';
import { problemMessagesCy } from './problem-messages-cy';
import { problemMessagesEn } from './problem-messages-en';
import { describeProblem, rosterError, rosterWarning, type ProblemCode } from './roster-problem';

const codes = Object.keys(problemMessagesEn) as ProblemCode[];
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

test.each(codes)('%s says the same in both languages', (code) => {
	const en = problemMessagesEn[code];
	const cy = problemMessagesCy[code];
	for (const part of ['happened', 'means', 'remedy'] as const) {
		expect(cy[part]).not.toBe('');
		expect(cy[part]).not.toBe(en[part]);
		expect(holes(cy[part])).toEqual(holes(en[part]));
	}
});

test('a problem says where, what, what it means and what to do', () => {
	const problem = rosterError(
		'id-shared',
		{ file: 'users.csv', line: 12, column: 'sourcedId' },
		{ sourceId: 'p1', firstLine: 3 }
	);
	expect(describeProblem(problem, 'cy')).toEqual({
		where: 'users.csv, llinell 12, colofn sourcedId',
		happened: 'Mae’r rhif adnabod p1 hefyd ar linell 3, ar gyfer rhywun arall.',
		means: 'Byddai dau berson yn cael eu cymysgu, felly ni fewnforir dim nes ei gywiro.',
		remedy: 'Rhowch rif adnabod gwahanol i bob un.'
	});
	expect(describeProblem(rosterWarning('no-school', { file: 'orgs.csv' }), 'en').where).toBe(
		'orgs.csv'
	);
});
