import { describe, expect, it } from 'vitest';
import { isOwnActivity, ownActivityId, stepsOf } from './own-activity';

describe('the steps of what was typed', () => {
	it('are its lines, with their seconds and in both languages', () => {
		const typed = stepsOf(
			'8 Sit like a mountain.\n\n* Find your quiet stone.\n5 All done.',
			['Eistedda fel mynydd.', 'Ffeindia dy garreg dawel.', '5 Wedi gorffen.'].join('\r\n')
		);
		expect(typed).toEqual({
			steps: [
				{
					seconds: 8,
					say: { en: 'Sit like a mountain.', cy: 'Eistedda fel mynydd.' },
					cue: 'intro'
				},
				{
					seconds: 20,
					say: { en: 'Find your quiet stone.', cy: 'Ffeindia dy garreg dawel.' },
					cue: 'step',
					waits: 'next'
				},
				{ seconds: 5, say: { en: 'All done.', cy: 'Wedi gorffen.' }, cue: 'end' }
			]
		});
	});

	it.each([
		['', 'Eistedda.', 'none', 1],
		['8 Sit.\n5 Done.', 'Eistedda.', 'differ', 2],
		['8 Sit.\nBreathe.', 'Eistedda.\nAnadla.', 'seconds', 2],
		['0 Sit.', 'Eistedda.', 'seconds', 1],
		['9999 Sit.', 'Eistedda.', 'seconds', 1],
		['8', 'Eistedda.', 'seconds', 1]
	])('%j and %j: %s in line %i', (english, welsh, problem, line) => {
		expect(stepsOf(english, welsh)).toEqual({ problem, line });
	});
});

it('tells a school’s own from those of the content', () => {
	expect(isOwnActivity(ownActivityId('x'))).toBe(true);
	expect(isOwnActivity('ground')).toBe(false);
});
