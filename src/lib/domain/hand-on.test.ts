import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	answered,
	anyHistory,
	anyPeople,
	asked,
	handedOn,
	local,
	PEOPLE,
	TIMETABLE,
	TUESDAY_NINE
} from './examples';
import { handOnDue, handOnTargets, type HandOnTargets } from './hand-on';
import type { PeopleAroundChild } from './people';
import { DEFAULT_HAND_ON_POLICY } from './school';
import { addSchoolMinutes, isSchoolOpen } from './school-time';
import { replay, type TalkEvent, type TalkRequest, type TalkWhen } from './talk-request';

const MINUTE_MS = 60_000;
const on = (time: string) => local(`2026-11-24 ${time}`);
const due = (request: TalkRequest, now = request.askedAt) =>
	handOnDue(request, DEFAULT_HAND_ON_POLICY, TIMETABLE, now);
const dueWhenAsked = (when: TalkWhen, at: number) => due(replay([asked({ when, at })]))?.dueAt;

describe('the first step comes', () => {
	it.each<[TalkWhen, string, string]>([
		['now', '09:00', '09:10'],
		['break', '09:00', '10:30'],
		['break', '10:28', '10:30'],
		['break', '11:00', '14:00'],
		['lunch', '09:00', '12:00'],
		['lunch', '13:00', '13:10'],
		['whenever', '09:00', '10:00'],
		['before-home', '09:00', '10:00'],
		['before-home', '14:30', '15:00'],
		['before-home', '14:55', '15:05'],
		['before-home', '15:05', '15:15']
	])('for "%s" asked at %s, at %s', (when, askedAt, dueAt) => {
		expect(dueWhenAsked(when, on(askedAt))).toBe(on(dueAt));
	});

	it('after ten minutes for a need, whatever else it says', () => {
		const need = replay([asked({ talk: 'need', need: 'poorly', when: 'whenever' })]);
		expect(due(need)?.dueAt).toBe(on('09:10'));
	});

	it('on the next school day when asked in the evening', () => {
		expect(dueWhenAsked('now', on('19:00'))).toBe(local('2026-11-25 08:10'));
		expect(dueWhenAsked('lunch', local('2026-11-28 11:00'))).toBe(local('2026-11-30 08:10'));
	});

	it('after five minutes for an urgent one, at night and on Sundays too', () => {
		const night = local('2026-11-29 23:58');
		const urgent = replay([asked({ talk: 'urgent', at: night })]);
		expect(due(urgent)?.dueAt).toBe(night + 5 * MINUTE_MS);
	});
});

describe('later steps come', () => {
	it('a quarter of an hour after the step before', () => {
		const request = replay([asked(), handedOn(on('09:10'), null, ['rees'], { step: 1 })]);
		expect(due(request)).toEqual({ dueAt: on('09:25'), step: 2, reason: 'unanswered' });
	});

	it('a quarter of an hour after a promised time at which they did not meet', () => {
		const request = replay([asked(), answered(on('09:01'), on('12:00'))]);
		expect(due(request)).toEqual({ dueAt: on('12:15'), step: 1, reason: 'time-passed' });
	});

	it('never once they met, or it is closed or taken back', () => {
		const ends: TalkEvent[] = [
			{ at: on('09:01'), kind: 'met', by: 'evans' },
			{ at: on('09:01'), kind: 'closed', by: 'evans', outcome: 'talked' },
			{ at: on('09:01'), kind: 'taken-back' }
		];
		for (const end of ends) expect(due(replay([asked(), end]))).toBeNull();
	});

	it('in school time when they were missed, except urgent ones', () => {
		const saturday = local('2026-11-28 11:00');
		expect(due(replay([asked()]), saturday)?.dueAt).toBe(local('2026-11-30 08:00'));
		const urgent = replay([asked({ talk: 'urgent' })]);
		expect(due(urgent, saturday)?.dueAt).toBe(TUESDAY_NINE + 5 * MINUTE_MS);
		// A second late at closing time is not missed.
		const atClosing = replay([asked({ at: on('16:20') })]);
		expect(due(atClosing, on('16:30') + 1000)?.dueAt).toBe(on('16:30'));
	});
});

describe('a step tells', () => {
	const request = replay([asked()]);
	const targets = (step: number, people: Partial<PeopleAroundChild> = {}, held = request) =>
		handOnTargets(step, held, { ...PEOPLE, ...people });
	const tells = (step: number, ...toIds: string[]): HandOnTargets => ({
		kind: 'hand-on',
		toIds,
		step
	});
	const heldBy = (...givenToIds: string[]) => replay([asked({ givenToIds })]);

	it('first another adult whom the child named, else a lead', () => {
		expect(targets(1)).toEqual(tells(1, 'rees'));
		expect(targets(1, { awayIds: ['rees'] })).toEqual(tells(1, 'lead-1'));
		expect(targets(1, { excludedIds: ['rees', 'lead-1'] })).toEqual(tells(1, 'lead-2'));
		expect(targets(1, { trustedIds: ['evans'], awayIds: ['lead-1'] })).toEqual(tells(1, 'lead-2'));
	});

	it('then all leads, then the head, then somebody outside the team', () => {
		expect(targets(2)).toEqual(tells(2, 'lead-1', 'lead-2'));
		expect(targets(2, {}, heldBy('evans', 'lead-1'))).toEqual(tells(2, 'lead-2'));
		const leadsTold = heldBy('evans', 'lead-1', 'lead-2');
		expect(targets(3, {}, leadsTold)).toEqual(tells(3, 'head'));
		expect(targets(4, {}, heldBy('lead-1', 'lead-2', 'head'))).toEqual(tells(4, 'governor'));
	});

	it('leads who are away as well, and the head with them when none is here', () => {
		expect(targets(2, { awayIds: ['lead-1'] })).toEqual(tells(2, 'lead-1', 'lead-2'));
		const awayIds = ['lead-1', 'lead-2'];
		expect(targets(2, { awayIds })).toEqual(tells(2, 'lead-1', 'lead-2', 'head'));
	});

	it('the head at once when the leads are left out, and then the out-of-team contact', () => {
		const excludedIds = ['lead-1', 'lead-2', 'rees'];
		expect(targets(1, { excludedIds })).toEqual(tells(2, 'head'));
		expect(targets(3, { excludedIds }, heldBy('head'))).toEqual(tells(4, 'governor'));
	});

	it('nobody but raises the alarm when nobody is left, and keeps doing so', () => {
		const everybody = heldBy('evans', 'rees', 'lead-1', 'lead-2', 'head', 'governor');
		expect(targets(1, {}, everybody)).toEqual({ kind: 'alarm', step: 4 });
		expect(targets(9, {}, everybody)).toEqual({ kind: 'alarm', step: 9 });
		expect(targets(9, { leadIds: ['lead-3'] }, everybody)).toEqual(tells(9, 'lead-3'));
	});

	it('leads alone of one without a name, and the head only where every lead was left out', () => {
		const nameless = (...givenToIds: string[]) =>
			replay([asked({ pupilId: null, namelessInClassId: null, chosenAdultIds: [], givenToIds })]);
		expect(targets(1, {}, nameless('lead-1'))).toEqual(tells(1, 'lead-2'));
		expect(targets(1, {}, nameless('lead-1', 'lead-2'))).toEqual(tells(4, 'governor'));
		const excludedIds = ['lead-1', 'lead-2'];
		expect(targets(1, { excludedIds }, nameless())).toEqual(tells(3, 'head'));
		expect(targets(3, { excludedIds }, nameless('head'))).toEqual(tells(4, 'governor'));
		const nobodyOutside = { excludedIds, headIds: [], outOfTeamIds: [] };
		expect(targets(1, nobodyOutside, nameless()).kind).toBe('alarm');
	});

	it('the head of an urgent one, then the out-of-team contact', () => {
		const urgent = (...givenToIds: string[]) => replay([asked({ talk: 'urgent', givenToIds })]);
		const told = ['jones', 'rees', 'lead-1', 'lead-2'];
		expect(targets(1, {}, urgent(...told))).toEqual(tells(1, 'head'));
		expect(targets(2, {}, urgent(...told, 'head'))).toEqual(tells(2, 'governor'));
		expect(targets(3, {}, urgent(...told, 'head', 'governor'))).toEqual({
			kind: 'alarm',
			step: 3
		});
	});
});

/** Takes step after step as the server does, with nobody answering. */
function unanswered(events: TalkEvent[], people: PeopleAroundChild, steps: number) {
	const taken: { at: number; targets: HandOnTargets }[] = [];
	let history = events;
	for (let count = 0; count < steps; count += 1) {
		const request = replay(history);
		const next = handOnDue(request, DEFAULT_HAND_ON_POLICY, TIMETABLE, request.clockFrom ?? 0);
		if (!next) break;
		const targets = handOnTargets(next.step, request, people);
		const toIds = targets.kind === 'hand-on' ? targets.toIds : [];
		taken.push({ at: next.dueAt, targets });
		history = [...history, handedOn(next.dueAt, null, toIds, { ...next, step: targets.step })];
	}
	return { taken, request: replay(history) };
}

describe('whatever happened before', () => {
	it('no step ever reaches an excluded adult', () => {
		fc.assert(
			fc.property(anyHistory, anyPeople, (events, people) => {
				const { taken, request } = unanswered(events, people, 7);
				const told = taken.flatMap(({ targets }) =>
					targets.kind === 'hand-on' ? targets.toIds : []
				);
				for (const id of [...people.excludedIds, ...request.excludedAdultIds]) {
					expect(told).not.toContain(id);
				}
				expect(new Set(told).size).toBe(told.length);
			})
		);
	});

	it('every open request has a next step, within a school day, in school time or urgent', () => {
		fc.assert(
			fc.property(anyHistory, (events) => {
				const request = replay(events);
				const next = due(request, request.clockFrom ?? 0);
				expect(next === null).toBe(request.clockFrom === null);
				if (!next || request.clockFrom === null) return;
				expect(next.dueAt).toBeGreaterThan(request.clockFrom);
				const schoolDayMinutes = TIMETABLE.closesMinutes - TIMETABLE.opensMinutes;
				expect(next.dueAt).toBeLessThanOrEqual(
					addSchoolMinutes(request.clockFrom, schoolDayMinutes, TIMETABLE)
				);
				// The closing moment is the last of the school day.
				if (request.kind !== 'urgent') expect(isSchoolOpen(next.dueAt - 1, TIMETABLE)).toBe(true);
			})
		);
	});

	it('silence ends with everybody told who may know, or with an alarm, never with nothing', () => {
		fc.assert(
			fc.property(anyHistory, anyPeople, (events, people) => {
				const { taken, request } = unanswered(events, people, 10);
				if (request.clockFrom === null) return;
				expect(taken.at(-1)?.targets.kind).toBe('alarm');
				const mayKnow = [...people.leadIds, ...people.headIds, ...people.outOfTeamIds];
				for (const id of mayKnow) {
					const isExcluded =
						people.excludedIds.includes(id) || request.excludedAdultIds.includes(id);
					expect(isExcluded || request.holderIds.includes(id)).toBe(true);
				}
			})
		);
	});

	it('somebody outside the team is told only after every lead who may know', () => {
		fc.assert(
			fc.property(anyHistory, anyPeople, fc.integer({ min: 1, max: 9 }), (events, people, step) => {
				const request = replay(events);
				const targets = handOnTargets(step, request, people);
				if (targets.kind === 'alarm' || !targets.toIds.includes('governor')) return;
				for (const id of people.leadIds) {
					const isExcluded =
						people.excludedIds.includes(id) || request.excludedAdultIds.includes(id);
					expect(isExcluded || request.holderIds.includes(id)).toBe(true);
				}
			})
		);
	});

	it('the steps of silence follow one another in time', () => {
		fc.assert(
			fc.property(anyHistory, anyPeople, (events, people) => {
				const moments = unanswered(events, people, 7).taken.map(({ at }) => at);
				expect(moments).toEqual([...moments].sort((a, b) => a - b));
				expect(new Set(moments).size).toBe(moments.length);
			})
		);
	});
});
