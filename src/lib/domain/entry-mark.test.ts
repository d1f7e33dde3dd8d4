import { describe, expect, it } from 'vitest';
import { areAskedTogether } from './asked-together';
import { isMistaken, mayUndoMark, saidWhose, type EntryMark } from './entry-mark';
import { answered, asked, local, TUESDAY_NINE } from './examples';
import { handOnTargets } from './hand-on';
import { canReadAnswers, replay, type TalkEvent } from './talk-request';

const MINUTE_MS = 60_000;
const LUNCH = local('2026-11-24 12:00');
const not: TalkEvent = {
	at: TUESDAY_NINE + MINUTE_MS,
	kind: 'not-this-child',
	by: 'evans',
	givenToIds: ['lead-1', 'lead-2']
};
const after: TalkEvent = { at: not.at + MINUTE_MS, kind: 'this-child', by: 'evans' };
const mark = (says: EntryMark['says'], pupilId: string | null = null): EntryMark => ({
	says,
	pupilId,
	by: 'evans',
	at: 0
});

describe('an entry', () => {
	it('is whose it came in as, until somebody says that it is not', () => {
		expect(isMistaken([])).toBe(false);
		expect(isMistaken([mark('not-this-child')])).toBe(true);
		expect(isMistaken([mark('not-this-child'), mark('this-child')])).toBe(false);
	});
	it('is of whom the last mark names, until that is taken back', () => {
		const not = mark('not-this-child');
		const owains = mark('not-this-child', 'owain');
		expect(saidWhose([])).toBeNull();
		expect(saidWhose([not])).toBeNull();
		expect(saidWhose([not, owains])).toEqual({ pupilId: 'owain', by: 'evans' });
		expect(saidWhose([not, owains, not])).toBeNull();
		expect(saidWhose([not, owains, mark('this-child')])).toBeNull();
	});
	it('is put right again by leads and by whoever said so', () => {
		const marks = [mark('not-this-child')];
		expect(mayUndoMark({ staffId: 'evans', role: 'adult' }, marks)).toBe(true);
		expect(mayUndoMark({ staffId: 'bowen', role: 'adult' }, marks)).toBe(false);
		expect(mayUndoMark({ staffId: 'lead-1', role: 'lead' }, marks)).toBe(true);
	});
});

describe('a request that is not of this child', () => {
	it('goes on, with the leads, and its clock runs', () => {
		const request = replay([asked(), not]);
		expect(request).toMatchObject({
			state: 'new',
			clockFrom: TUESDAY_NINE,
			holderIds: ['evans', 'lead-1', 'lead-2'],
			isNotThisChild: true
		});
		expect(canReadAnswers(request)).toBe(false);
	});
	it('has no promise any more, since whoever asked cannot read it', () => {
		const request = replay([asked(), answered(TUESDAY_NINE + 1, LUNCH), not]);
		expect(request).toMatchObject({ state: 'seen', answer: null, clockFrom: not.at });
	});
	it('never goes to an adult whom the child left out', () => {
		const request = replay([asked({ excludedAdultIds: ['lead-1'] }), not]);
		expect(request.holderIds).toEqual(['evans', 'lead-2']);
	});
	it('stays closed where it was closed', () => {
		const closed: TalkEvent = { at: not.at - 1, kind: 'closed', by: 'evans', outcome: 'talked' };
		expect(replay([asked(), closed, not])).toMatchObject({
			state: 'closed',
			clockFrom: null,
			isNotThisChild: true
		});
	});
	it('is the child’s again when that was wrong', () => {
		const request = replay([asked(), not, after]);
		expect(request.isNotThisChild).toBeUndefined();
		expect(canReadAnswers(request)).toBe(true);
	});
	it('stands alone', () => {
		const own = replay([asked({ at: TUESDAY_NINE + 5 })]);
		expect(areAskedTogether(own, replay([asked(), not]))).toBe(false);
		expect(areAskedTogether(replay([asked(), not]), own)).toBe(false);
		expect(areAskedTogether(own, replay([asked(), not, after]))).toBe(true);
	});
	it('is not handed on to the adults whom the other child has named', () => {
		const people = {
			trustedIds: ['rees'],
			classAdultIds: [],
			leadIds: ['lead-1'],
			headIds: ['head'],
			outOfTeamIds: [],
			excludedIds: [],
			awayIds: []
		};
		expect(handOnTargets(1, replay([asked()]), people)).toMatchObject({ toIds: ['rees'] });
		const request = replay([asked(), { ...not, givenToIds: [] }]);
		expect(handOnTargets(1, request, people)).toMatchObject({ toIds: ['lead-1'] });
	});
});
