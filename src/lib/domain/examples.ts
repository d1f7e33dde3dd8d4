// Examples for the tests of the rules, and generators of every case. Never imported by the app.
import fc from 'fast-check';
import type { ClockedTimetable } from './clock-face';
import type { PeopleAroundChild } from './people';
import type { SchoolTimetable } from './school';
import { utcOffsetsAround } from './school-time';
import type { TalkEvent } from './talk-request';

const SCHOOL: SchoolTimetable = {
	timeZone: 'Europe/London',
	schoolDays: [1, 2, 3, 4, 5],
	opensMinutes: 8 * 60,
	homeMinutes: 15 * 60 + 15,
	closesMinutes: 16 * 60 + 30,
	arrival: { fromMinutes: 8 * 60 + 45, toMinutes: 9 * 60 + 15 },
	breakMinutes: 10 * 60 + 30,
	afternoonBreakMinutes: 14 * 60,
	lunchMinutes: 12 * 60,
	terms: [
		{ from: '2026-09-01', to: '2026-12-18' },
		{ from: '2027-01-04', to: '2027-03-25' },
		{ from: '2027-04-12', to: '2027-07-20' }
	],
	closedDates: ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30', '2027-05-03']
};

export const TIMETABLE: ClockedTimetable = {
	...SCHOOL,
	utcOffsets: utcOffsetsAround(Date.UTC(2026, 10, 24), SCHOOL)
};

/** The moment of a time on the school's clock, for example `local('2026-11-24 10:30')`. */
export const local = (text: string): number =>
	Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(TIMETABLE.timeZone)
		.epochMilliseconds;

/** A Tuesday in term. */
export const TUESDAY_NINE = local('2026-11-24 09:00');

export const PEOPLE: PeopleAroundChild = {
	trustedIds: ['evans', 'rees'],
	classAdultIds: ['jones', 'rees'],
	leadIds: ['lead-1', 'lead-2'],
	headIds: ['head'],
	outOfTeamIds: ['governor'],
	excludedIds: [],
	awayIds: []
};

type Asked = TalkEvent & { kind: 'asked' };

export const asked = (change: Partial<Asked> = {}): Asked => ({
	at: TUESDAY_NINE,
	kind: 'asked',
	talk: 'talk',
	pupilId: 'mali',
	kioskId: 'kiosk',
	chosenAdultIds: ['evans'],
	excludedAdultIds: [],
	how: 'chat',
	when: 'now',
	need: null,
	feeling: 'sad',
	certainty: 'not-asked',
	givenToIds: ['evans'],
	...change
});

export const answered = (at: number, meetAt: number, by = 'evans'): TalkEvent => ({
	at,
	kind: 'answered',
	by,
	slot: 'lunch',
	meetAt,
	placeId: 'library'
});

export const handedOn = (
	at: number,
	fromId: string | null,
	toIds: string[],
	change: Partial<TalkEvent & { kind: 'handed-on' }> = {}
): TalkEvent => ({
	at,
	kind: 'handed-on',
	by: fromId ?? 'clock',
	fromId,
	toIds,
	reason: fromId === null ? 'unanswered' : 'by-person',
	step: 0,
	note: null,
	...change
});

const EVERYBODY = ['evans', 'rees', 'jones', 'lead-1', 'lead-2', 'head', 'governor', 'office'];
const anybody = fc.constantFrom(...EVERYBODY);
const some = (ids: string[]) => fc.subarray(ids);

/** Two school years around the examples, weekends, holidays and clock changes in them. */
export const anyMoment = fc.integer({
	min: local('2026-08-20 00:00'),
	max: local('2028-08-20 00:00')
});

export const anyPeople: fc.Arbitrary<PeopleAroundChild> = fc.record({
	trustedIds: some(['evans', 'rees', 'jones', 'lead-1', 'head']),
	classAdultIds: some(['jones', 'rees', 'lead-2']),
	leadIds: some(['lead-1', 'lead-2']),
	headIds: some(['head', 'lead-1']),
	outOfTeamIds: some(['governor']),
	excludedIds: some(EVERYBODY),
	awayIds: some(EVERYBODY)
});

export const anyAsked: fc.Arbitrary<Asked> = fc
	.record({
		at: anyMoment,
		talk: fc.constantFrom('talk', 'need', 'urgent', 'reflect', 'come'),
		chosenAdultIds: some(EVERYBODY),
		excludedAdultIds: some(EVERYBODY),
		when: fc.constantFrom('now', 'break', 'lunch', 'before-home', 'whenever'),
		givenToIds: some(EVERYBODY)
	})
	.map((change) => asked(change as Partial<Asked>));

const anyLaterEvent: fc.Arbitrary<TalkEvent> = fc
	.tuple(
		anyMoment,
		fc.oneof(
			fc.record({ kind: fc.constantFrom('seen', 'accepted', 'met'), by: anybody }),
			fc.record({ kind: fc.constantFrom('answer-read', 'taken-back') }),
			fc.record({
				kind: fc.constant('answered'),
				by: anybody,
				slot: fc.constantFrom('now', 'lunch', 'tomorrow'),
				meetAt: fc.oneof(anyMoment, fc.constant(Number.NaN)),
				placeId: fc.constant('library')
			}),
			fc.record({
				kind: fc.constant('handed-on'),
				by: fc.oneof(anybody, fc.constant('clock')),
				fromId: fc.option(anybody),
				toIds: some(EVERYBODY),
				reason: fc.constantFrom('unanswered', 'by-person', 'away', 'time-passed'),
				step: fc.integer({ min: 0, max: 6 }),
				note: fc.constant(null)
			}),
			fc.record({
				kind: fc.constant('talk-checked'),
				got: fc.constantFrom('yes', 'not-yet', 'no-need')
			}),
			fc.record({
				kind: fc.constant('closed'),
				by: anybody,
				outcome: fc.constantFrom('talked', 'helped', 'needs-more', 'handed-over', 'safeguarding')
			}),
			anyAsked
		)
	)
	.map(([at, event]) => ({ ...event, at }) as TalkEvent);

/** Any history at all: one asking and whatever came after, in any order. */
export const anyHistory: fc.Arbitrary<TalkEvent[]> = fc
	.tuple(anyAsked, fc.array(anyLaterEvent, { maxLength: 14 }))
	.map(([first, later]) => [first, ...later]);
