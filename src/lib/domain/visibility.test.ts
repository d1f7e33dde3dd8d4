import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, anyPeople, asked, handedOn, PEOPLE, TUESDAY_NINE } from './examples';
import type { StaffRole } from './school';
import { replay, type TalkEvent } from './talk-request';
import {
	feelingReaders,
	maySee,
	maySeeWhoWasLeftOut,
	saidEntryReaders,
	wordsReaders
} from './visibility';

const ROLES: StaffRole[] = ['adult', 'lead', 'office', 'head'];
const without = (...excludedIds: string[]) => ({ ...PEOPLE, excludedIds });

describe('a request may be seen', () => {
	const given = handedOn(TUESDAY_NINE + 1, 'evans', ['rees']);
	const accepted: TalkEvent = { at: TUESDAY_NINE + 2, kind: 'accepted', by: 'rees' };
	const see = (staffId: string, role: StaffRole, ...events: TalkEvent[]) =>
		maySee({ staffId, role }, replay([asked(), ...events]), PEOPLE);

	it('by the adult whom the child chose, by cover, and by leads', () => {
		expect(see('evans', 'adult')).toBe('all');
		expect(see('rees', 'adult')).toBe('none');
		expect(see('rees', 'adult', given)).toBe('all');
		expect(see('lead-2', 'lead')).toBe('all');
	});

	it('still by the chosen adult who handed it on, but not by another who did', () => {
		expect(see('evans', 'adult', given, accepted)).toBe('all');
		const others = replay([asked({ chosenAdultIds: [] }), given, accepted]);
		expect(maySee({ staffId: 'evans', role: 'adult' }, others, PEOPLE)).toBe('none');
	});

	it('by head and office only while they hold it', () => {
		for (const role of ['head', 'office'] as const) {
			expect(see('someone', role)).toBe('none');
			expect(see('someone', role, handedOn(TUESDAY_NINE + 1, null, ['someone']))).toBe('all');
		}
	});

	it('no longer by a chosen head who handed it on and was released', () => {
		const chosen = asked({ chosenAdultIds: ['head'], givenToIds: ['head'] });
		const passedOn = replay([chosen, handedOn(TUESDAY_NINE + 1, 'head', ['rees']), accepted]);
		expect(maySee({ staffId: 'head', role: 'head' }, replay([chosen]), PEOPLE)).toBe('all');
		expect(maySee({ staffId: 'head', role: 'head' }, passedOn, PEOPLE)).toBe('none');
	});

	it('after a take-back only by leads and by whoever had opened it', () => {
		const takenBack: TalkEvent = { at: TUESDAY_NINE + 9, kind: 'taken-back' };
		const seen: TalkEvent = { at: TUESDAY_NINE + 1, kind: 'seen', by: 'evans' };
		expect(see('evans', 'adult', takenBack)).toBe('none');
		expect(see('evans', 'adult', seen, takenBack)).toBe('all');
		expect(see('lead-1', 'lead', takenBack)).toBe('all');
	});

	it('never by an adult left out, in this visit or by leads, whatever their role', () => {
		fc.assert(
			fc.property(anyHistory, anyPeople, fc.constantFrom(...ROLES), (events, people, role) => {
				const request = replay(events);
				for (const staffId of [...people.excludedIds, ...request.excludedAdultIds]) {
					expect(maySee({ staffId, role }, request, people)).toBe('none');
					expect(maySeeWhoWasLeftOut({ staffId, role }, request, people)).toBe(false);
				}
			})
		);
	});

	it('by every other holder of an open one', () => {
		fc.assert(
			fc.property(anyHistory, anyPeople, fc.constantFrom(...ROLES), (events, people, role) => {
				const request = replay(events);
				if (request.state === 'taken-back') return;
				const holderIds = request.holderIds.filter((id) => !people.excludedIds.includes(id));
				for (const staffId of holderIds) {
					expect(maySee({ staffId, role }, request, people)).toBe('all');
				}
			})
		);
	});

	it('by nobody who has nothing to do with it', () => {
		fc.assert(
			fc.property(anyHistory, anyPeople, (events, people) => {
				for (const role of ['adult', 'office', 'head'] as const) {
					expect(maySee({ staffId: 'stranger', role }, replay(events), people)).toBe('none');
				}
			})
		);
	});
});

it('only leads learn that somebody was left out', () => {
	const request = replay([asked({ excludedAdultIds: ['jones'] })]);
	const learns = ROLES.filter((role) =>
		maySeeWhoWasLeftOut({ staffId: 'evans', role }, request, PEOPLE)
	);
	expect(learns).toEqual(['lead']);
});

describe('a feeling is seen', () => {
	it("by the adult chosen and the leads, or by the class's adults where none was chosen", () => {
		expect(feelingReaders(['evans'], PEOPLE)).toEqual(['evans', 'lead-1', 'lead-2']);
		expect(feelingReaders([], PEOPLE)).toEqual(['jones', 'rees', 'lead-1', 'lead-2']);
	});

	it('never by an adult left out', () => {
		expect(feelingReaders([], without('rees', 'lead-1'))).toEqual(['jones', 'lead-2']);
	});

	it('with the child whose it was said to be by nobody new, and by whoever said so', () => {
		const asItCame = ['jones', 'rees', 'lead-1'];
		expect(saidEntryReaders(asItCame, ['rees', 'lead-1', 'lead-2'], 'lead-1')).toEqual([
			'rees',
			'lead-1'
		]);
		expect(saidEntryReaders(asItCame, ['lead-1'], 'jones')).toEqual(['jones', 'lead-1']);
		expect(saidEntryReaders(asItCame, ['lead-1'], 'stranger')).toEqual(['lead-1']);
	});
});

describe("the child's own words are readable", () => {
	const around = {
		classAdultIds: ['jones'],
		leadIds: ['l1', 'l2', 'l3', 'l4', 'l5'],
		outOfTeamIds: ['governor'],
		excludedAdultIds: [] as string[]
	};

	it('for the chosen adults and four leads', () => {
		expect(wordsReaders(['evans'], around)).toEqual({
			staffIds: ['evans', 'l1', 'l2', 'l3', 'l4'],
			withRecoveryKey: true
		});
		expect(wordsReaders([], around).staffIds).toEqual(['jones', 'l1', 'l2', 'l3', 'l4']);
	});

	it('for the out-of-team contact when fewer than two leads remain', () => {
		const oneLead = { ...around, excludedAdultIds: ['l1', 'l2', 'l3', 'l4'] };
		expect(wordsReaders(['evans'], oneLead).staffIds).toEqual(['evans', 'l5', 'governor']);
		const twoLeads = { ...around, excludedAdultIds: ['l1', 'l2', 'l3'] };
		expect(wordsReaders(['evans'], twoLeads).staffIds).toEqual(['evans', 'l4', 'l5']);
	});

	it('for at most eight keys, never for one left out, always for two openers if there are two', () => {
		const staff = Array.from({ length: 12 }, (_, index) => `s${index}`);
		const some = fc.subarray(staff);
		fc.assert(
			fc.property(some, some, some, some, some, (chosen, classAdultIds, leadIds, out, excluded) => {
				const readers = wordsReaders(chosen, {
					classAdultIds,
					leadIds,
					outOfTeamIds: out,
					excludedAdultIds: excluded
				});
				expect(readers.staffIds.length + 1).toBeLessThanOrEqual(8);
				expect(new Set(readers.staffIds).size).toBe(readers.staffIds.length);
				expect(readers.staffIds.filter((id) => excluded.includes(id))).toEqual([]);
				const openers = [...new Set([...leadIds, ...out])].filter((id) => !excluded.includes(id));
				const opening = readers.staffIds.filter((id) => openers.includes(id));
				expect(opening.length).toBeGreaterThanOrEqual(Math.min(2, openers.length));
			})
		);
	});
});
