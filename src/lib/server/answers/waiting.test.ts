import { describe, expect, it } from 'vitest';
import { asked as exampleAsked } from '$lib/domain/examples';
import type { TalkEvent } from '$lib/domain/talk-request';
import { MONDAY_MORNING, TIMETABLE } from '../../../../tests/support/small-school';
import { adultsIn, inOrder, MEETING_LASTS_MS, waitingOf } from './waiting';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const LUNCH = Date.UTC(2026, 10, 16, 12, 15);
const ID = '00000000-0000-4000-8000-000000000001';
const PLACES = [
	{
		id: 'library',
		phrase: { en: 'in the library', cy: 'yn y llyfrgell' },
		picture: 'books',
		overlookedBy: 'others-near' as const
	}
];

const asked = (over: Parameters<typeof exampleAsked>[0] = {}) =>
	exampleAsked({ at: MONDAY_MORNING, how: 'walk', when: 'lunch', ...over });
const answered: TalkEvent = {
	at: MONDAY_MORNING + 1000,
	kind: 'answered',
	by: 'evans',
	slot: 'lunch',
	meetAt: LUNCH,
	placeId: 'library'
};
const handedOnByClock = (when: number, ...toIds: string[]): TalkEvent & { kind: 'handed-on' } => ({
	at: when,
	kind: 'handed-on',
	by: 'clock',
	fromId: null,
	toIds,
	reason: 'unanswered',
	step: 1,
	note: null
});
const at = (now: number, ...events: TalkEvent[]) =>
	waitingOf(ID, events, { now, timetable: TIMETABLE, places: PLACES });
const soon = MONDAY_MORNING + 60_000;

describe('what waits for a child', () => {
	it('is that it was asked, and whether that adult has seen it', () => {
		const waiting = { kind: 'asked', requestId: ID, adultId: 'evans', mayTakeBack: true };
		expect(at(soon, asked())).toEqual({ ...waiting, seen: false });
		const seen: TalkEvent = { at: soon, kind: 'seen', by: 'evans' };
		expect(at(soon, asked(), seen)).toEqual({ ...waiting, seen: true });
		// A lead who looked in is not the adult whom the child has asked.
		expect(at(soon, asked(), { ...seen, by: 'rees' })).toEqual({ ...waiting, seen: false });
		const anyone = asked({ chosenAdultIds: [] });
		expect(at(soon, anyone, seen)).toEqual({ ...waiting, adultId: null, seen: true });
	});

	it('is who will see the child, when and where', () => {
		expect(at(soon, asked(), answered)).toEqual({
			kind: 'meeting',
			requestId: ID,
			adultId: 'evans',
			how: 'walk',
			slot: 'lunch',
			meetAt: LUNCH,
			place: { phrase: { en: 'in the library', cy: 'yn y llyfrgell' }, picture: 'books' },
			mayTakeBack: true
		});
	});

	it('names no place that the school has taken off its list', () => {
		expect(at(soon, asked(), { ...answered, placeId: 'hall' })).toMatchObject({
			kind: 'meeting',
			meetAt: LUNCH,
			place: null
		});
	});

	it('is who has taken it on', () => {
		const handedOn: TalkEvent = {
			at: soon,
			kind: 'handed-on',
			by: 'clock',
			fromId: 'evans',
			toIds: ['price'],
			reason: 'unanswered',
			step: 1,
			note: 'a note for staff'
		};
		// What a person hands on is still hers until it is taken on.
		const byPerson: TalkEvent = { ...handedOn, by: 'evans', reason: 'by-person', step: 0 };
		expect(at(soon, asked(), byPerson)).toMatchObject({ kind: 'asked', adultId: 'evans' });
		const accepted: TalkEvent = { at: soon, kind: 'accepted', by: 'price' };
		expect(at(soon, asked(), handedOn, accepted)).toEqual({
			kind: 'handed-on',
			requestId: ID,
			fromAdultId: 'evans',
			adultId: 'price',
			mayTakeBack: true
		});
	});

	it('is who has it now, once the clock has handed it on', () => {
		const handedOn = handedOnByClock(soon, 'price');
		const now = { kind: 'handed-on', requestId: ID, fromAdultId: 'evans', mayTakeBack: true };
		expect(at(soon, asked(), handedOn)).toEqual({ ...now, adultId: 'price' });
		// To all leads: whoever has looked at it, else the first.
		const toLeads = handedOnByClock(soon + 1000, 'rees', 'lewis');
		expect(at(soon + 1000, asked(), handedOn, toLeads)).toEqual({ ...now, adultId: 'rees' });
		const seen: TalkEvent = { at: soon + 2000, kind: 'seen', by: 'lewis' };
		expect(at(soon + 2000, asked(), handedOn, toLeads, seen)).toEqual({ ...now, adultId: 'lewis' });
		// Nobody was left to tell: it is where it was.
		const alarm = handedOnByClock(soon + 3000);
		expect(at(soon + 3000, asked(), handedOn, alarm)).toEqual({ ...now, adultId: 'price' });
		const back: TalkEvent = { at: soon + 4000, kind: 'accepted', by: 'evans' };
		expect(at(soon + 4000, asked(), handedOn, back)).toMatchObject({ kind: 'asked', seen: true });
		const anyone = asked({ chosenAdultIds: [] });
		expect(at(soon, anyone, handedOn)).toEqual({ ...now, fromAdultId: null, adultId: 'price' });
	});

	it('is whether the talk took place, once it was said or its time is over', () => {
		const check = { kind: 'talk-check', requestId: ID, adultId: 'evans' };
		const over = LUNCH + MEETING_LASTS_MS;
		expect(at(over - 1, asked(), answered)).toMatchObject({ kind: 'meeting' });
		expect(at(over, asked(), answered)).toEqual(check);
		const met: TalkEvent = { at: LUNCH, kind: 'met', by: 'evans' };
		const closed: TalkEvent = { at: LUNCH, kind: 'closed', by: 'evans', outcome: 'talked' };
		expect(at(LUNCH, asked(), answered, met)).toEqual(check);
		expect(at(LUNCH, asked(), answered, met, closed)).toEqual(check);
		for (const got of ['yes', 'no-need'] as const) {
			const said: TalkEvent = { at: over, kind: 'talk-checked', got };
			expect(at(over, asked(), answered, met, said)).toBeNull();
		}
		const notYet: TalkEvent = { at: over, kind: 'talk-checked', got: 'not-yet' };
		expect(at(over, asked(), answered, met, notYet)).toMatchObject({ kind: 'asked' });
	});

	it('is whether the talk took place, from when the clock has handed a missed promise on', () => {
		const check = { kind: 'talk-check', requestId: ID, adultId: 'evans' };
		const late = LUNCH + 15 * 60_000;
		const handedOn = { ...handedOnByClock(late, 'price'), reason: 'time-passed' as const };
		const yesterday = asked({ at: MONDAY_MORNING - 3 * DAY_MS });
		for (const first of [asked(), yesterday]) {
			const missed = [first, answered, handedOn];
			expect(at(late, ...missed)).toEqual(check);
			const seen: TalkEvent = { at: late, kind: 'seen', by: 'price' };
			expect(at(late + HOUR_MS, ...missed, seen)).toEqual(check);
			const said = (got: 'yes' | 'not-yet' | 'no-need'): TalkEvent => ({
				at: late + 1000,
				kind: 'talk-checked',
				got
			});
			for (const got of ['yes', 'no-need'] as const)
				expect(at(late + 2000, ...missed, said(got))).toBeNull();
			expect(at(late + 2000, ...missed, said('not-yet'))).toMatchObject({
				kind: 'handed-on',
				adultId: 'price'
			});
			// The next promise is told, and asked about in its turn.
			const again: TalkEvent = {
				...answered,
				at: late + 3000,
				by: 'price',
				meetAt: late + HOUR_MS
			};
			const promised = [...missed, said('not-yet'), again];
			expect(at(late + 3000, ...promised)).toMatchObject({ kind: 'meeting', adultId: 'price' });
			const over = late + HOUR_MS + MEETING_LASTS_MS;
			expect(at(over, ...promised)).toEqual({ ...check, adultId: 'price' });
		}
	});

	it('is nothing of a missed promise the day after', () => {
		const late = LUNCH + 15 * 60_000;
		const handedOn = handedOnByClock(late, 'price');
		expect(at(late + DAY_MS, asked(), answered, handedOn)).toBeNull();
	});

	it('is nothing whose day has passed', () => {
		const tomorrow = MONDAY_MORNING + DAY_MS;
		const met: TalkEvent = { at: LUNCH, kind: 'met', by: 'evans' };
		expect(at(tomorrow, asked())).toBeNull();
		expect(at(tomorrow, asked(), answered)).toBeNull();
		expect(at(tomorrow, asked(), answered, met)).toBeNull();
	});

	it("is tomorrow's meeting, today and tomorrow", () => {
		const meetAt = MONDAY_MORNING + DAY_MS;
		const later: TalkEvent = { ...answered, slot: 'tomorrow', meetAt };
		expect(at(soon, asked(), later)).toMatchObject({ kind: 'meeting', meetAt });
		expect(at(meetAt - HOUR_MS, asked(), later)).toMatchObject({ kind: 'meeting', meetAt });
		expect(at(meetAt + DAY_MS, asked(), later)).toBeNull();
	});

	it('is nothing after the child has taken it back', () => {
		expect(at(soon, asked(), { at: soon, kind: 'taken-back' })).toBeNull();
	});

	it('is never "did you get your talk?" for a need or an urgent request, and nothing takes an urgent one back', () => {
		const need = asked({ talk: 'need', need: 'poorly', chosenAdultIds: [] });
		const urgent = asked({ talk: 'urgent', chosenAdultIds: [] });
		const met: TalkEvent = { at: soon, kind: 'met', by: 'evans' };
		expect(at(soon, need)).toMatchObject({ kind: 'asked', seen: false, mayTakeBack: true });
		expect(at(soon, need, met)).toBeNull();
		expect(at(soon, urgent, met)).toBeNull();
		expect(at(soon, urgent)).toMatchObject({ kind: 'asked', mayTakeBack: false });
		expect(at(soon, urgent, answered)).toMatchObject({ kind: 'meeting', mayTakeBack: false });
	});

	it('says nothing of an adult whom the child left out', () => {
		const without = asked({ excludedAdultIds: ['price'] });
		const accepted: TalkEvent = { at: soon, kind: 'accepted', by: 'price' };
		const met: TalkEvent = { at: soon, kind: 'met', by: 'price' };
		expect(at(soon, without, accepted)).toMatchObject({ kind: 'asked', adultId: 'evans' });
		expect(at(soon, without, { ...answered, by: 'price' })).toMatchObject({ kind: 'asked' });
		expect(at(soon, without, met)).toMatchObject({ kind: 'asked' });
	});

	it('comes with meetings first, the earliest first', () => {
		const meeting = (meetAt: number) => at(soon, asked(), { ...answered, meetAt });
		const all = [at(soon, asked()), meeting(LUNCH + HOUR_MS), meeting(LUNCH)];
		const ordered = inOrder(all.flatMap((one) => one ?? []));
		expect(ordered.map((one) => (one.kind === 'meeting' ? one.meetAt : one.kind))).toEqual([
			LUNCH,
			LUNCH + HOUR_MS,
			'asked'
		]);
		expect(adultsIn(ordered)).toEqual(['evans']);
	});
});
