import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, anyHistory, asked, handedOn, local, TUESDAY_NINE } from './examples';
import { replay, type TalkEvent } from './talk-request';

const MINUTE_MS = 60_000;
const later = (minutes: number) => TUESDAY_NINE + minutes * MINUTE_MS;
const LUNCH = local('2026-11-24 12:00');
const now = (...events: TalkEvent[]) => replay([asked(), ...events]);

const seen = (at: number, by = 'evans'): TalkEvent => ({ at, kind: 'seen', by });
const accepted = (at: number, by: string): TalkEvent => ({ at, kind: 'accepted', by });
const met = (at: number, by = 'evans'): TalkEvent => ({ at, kind: 'met', by });
const takenBack = (at: number): TalkEvent => ({ at, kind: 'taken-back' });
const checked = (at: number, got: 'yes' | 'not-yet' | 'no-need'): TalkEvent => ({
	at,
	kind: 'talk-checked',
	got
});
const closed = (
	at: number,
	by = 'evans',
	outcome: 'talked' | 'needs-more' | 'safeguarding' = 'talked'
): TalkEvent => ({ at, kind: 'closed', by, outcome });

describe('what an adult does', () => {
	it('begins as new, with its clock running from the asking', () => {
		expect(now()).toMatchObject({ state: 'new', clockFrom: TUESDAY_NINE, holderIds: ['evans'] });
	});

	it('does not stop the clock by seeing or accepting', () => {
		expect(now(seen(later(1)), accepted(later(2), 'evans'))).toMatchObject({
			state: 'seen',
			clockFrom: TUESDAY_NINE,
			seenByIds: ['evans']
		});
	});

	it('stops the clock with a definite time, until that time', () => {
		expect(now(answered(later(5), LUNCH))).toMatchObject({
			state: 'arranged',
			clockFrom: LUNCH,
			answer: { by: 'evans', meetAt: LUNCH, answeredAt: later(5), readAt: null }
		});
	});

	it('counts an answer without a time as no more than seen', () => {
		expect(now(answered(later(5), Number.NaN))).toMatchObject({
			state: 'seen',
			clockFrom: TUESDAY_NINE,
			answer: null
		});
	});

	it('ends the clock when they met, and closes with an outcome', () => {
		expect(now(met(later(5)))).toMatchObject({ state: 'met', clockFrom: null, outcome: null });
		expect(now(met(later(5)), closed(later(9)))).toMatchObject({
			state: 'closed',
			clockFrom: null,
			outcome: 'talked'
		});
	});

	it('remembers when the child first read the answer, and forgets it for a new answer', () => {
		const read: TalkEvent[] = [
			answered(later(5), LUNCH),
			{ at: later(6), kind: 'answer-read' },
			{ at: later(8), kind: 'answer-read' }
		];
		expect(now(...read).answer?.readAt).toBe(later(6));
		expect(now(...read, answered(later(9), LUNCH + 1)).answer?.readAt).toBeNull();
	});
});

describe('handing on', () => {
	it('leaves it with the giver until another has accepted', () => {
		const given = handedOn(later(1), 'evans', ['rees']);
		expect(now(given).holderIds).toEqual(['evans', 'rees']);
		expect(now(given, seen(later(2), 'rees')).holderIds).toEqual(['evans', 'rees']);
		expect(now(given, accepted(later(2), 'rees')).holderIds).toEqual(['rees']);
		expect(now(given, answered(later(2), LUNCH, 'rees')).holderIds).toEqual(['rees']);
	});

	it('lets the giver take it back by answering after all', () => {
		const events = [handedOn(later(1), 'evans', ['rees']), answered(later(2), LUNCH, 'evans')];
		expect(now(...events).holderIds).toEqual(['evans', 'rees']);
	});

	it('releases every giver of a chain at the first acceptance', () => {
		const chain = [handedOn(later(1), 'evans', ['rees']), handedOn(later(2), 'rees', ['jones'])];
		expect(now(...chain).holderIds).toEqual(['evans', 'rees', 'jones']);
		expect(now(...chain, accepted(later(3), 'jones')).holderIds).toEqual(['jones']);
	});

	it('by a person does not win time', () => {
		expect(now(handedOn(later(9), 'evans', ['rees'])).clockFrom).toBe(TUESDAY_NINE);
	});

	it('ends the promise of the adult who hands it on', () => {
		const events = [answered(later(1), LUNCH), handedOn(later(5), 'evans', ['rees'])];
		expect(now(...events)).toMatchObject({ state: 'seen', answer: null, clockFrom: later(5) });
	});

	it('by a lead to one more adult leaves the promise of another standing', () => {
		const events = [answered(later(1), LUNCH), handedOn(later(5), 'lead-1', ['rees'])];
		expect(now(...events)).toMatchObject({ state: 'arranged', clockFrom: LUNCH });
	});

	it('by the clock counts the step and lets the clock run on from there', () => {
		expect(now(handedOn(later(10), null, ['rees'], { step: 1 }))).toMatchObject({
			stepsTaken: 1,
			clockFrom: later(10),
			holderIds: ['evans', 'rees']
		});
	});

	it('by the clock after a time passed keeps the answer for the child to be asked about', () => {
		const after = LUNCH + 15 * MINUTE_MS;
		const step = handedOn(after, null, ['rees'], { step: 1, reason: 'time-passed' });
		expect(now(answered(later(1), LUNCH), step)).toMatchObject({
			state: 'seen',
			clockFrom: after,
			answer: { meetAt: LUNCH }
		});
	});

	it('by the clock, crossing with an answer, does not undo the promised time', () => {
		const step = handedOn(later(10), null, ['rees'], { step: 1 });
		expect(now(answered(later(9), LUNCH), step)).toMatchObject({
			state: 'arranged',
			clockFrom: LUNCH
		});
	});
});

describe('what the child does', () => {
	it('stops the clock by taking it back, and no adult starts it again', () => {
		const events = [takenBack(later(1)), answered(later(2), LUNCH), checked(later(3), 'not-yet')];
		expect(now(takenBack(later(1)))).toMatchObject({ state: 'taken-back', clockFrom: null });
		expect(now(...events)).toMatchObject({ state: 'taken-back', clockFrom: null });
	});

	it('can be closed by an adult after it was taken back', () => {
		expect(now(takenBack(later(1)), closed(later(2), 'lead-1')).state).toBe('closed');
	});

	it('cannot cancel an urgent request by saying that it was a mistake', () => {
		const urgent = asked({ talk: 'urgent', pupilId: null });
		expect(replay([urgent, takenBack(later(1))])).toMatchObject({
			state: 'new',
			clockFrom: TUESDAY_NINE
		});
	});

	it.each([
		['met', [met(later(5))]],
		['closed', [met(later(5)), closed(later(6))]],
		['closed after a time that passed', [answered(later(1), later(3)), closed(later(6))]]
	])('opens it again with "not yet" when it was said to be %s', (_, events) => {
		expect(now(...events, checked(later(30), 'not-yet'))).toMatchObject({
			state: 'seen',
			clockFrom: later(30),
			outcome: null,
			talkChecked: 'not-yet'
		});
	});

	it('gives the promised time its chance when "not yet" comes before it', () => {
		const open = now(answered(later(1), LUNCH), checked(later(30), 'not-yet'));
		expect(open).toMatchObject({ state: 'arranged', clockFrom: LUNCH });
		const reopened = now(answered(later(1), LUNCH), met(later(2)), checked(later(30), 'not-yet'));
		expect(reopened).toMatchObject({ state: 'arranged', clockFrom: LUNCH });
	});

	it('says that they met with "yes", if an adult had answered', () => {
		expect(now(answered(later(1), later(9)), checked(later(30), 'yes')).state).toBe('met');
		const handed = handedOn(later(24), null, ['rees'], { step: 1, reason: 'time-passed' });
		const late = now(answered(later(1), later(9)), handed, checked(later(30), 'yes'));
		expect(late).toMatchObject({ state: 'met', clockFrom: null });
		const unanswered = now(checked(later(30), 'yes'));
		expect(unanswered).toMatchObject({ state: 'new', clockFrom: TUESDAY_NINE });
	});

	it('leaves the clock running with "no need", so that an adult still looks', () => {
		expect(now(checked(later(30), 'no-need'))).toMatchObject({
			clockFrom: TUESDAY_NINE,
			talkChecked: 'no-need'
		});
	});
});

describe('safeguarding', () => {
	it('is not closed by one person, however often', () => {
		const alone = now(closed(later(1), 'evans', 'safeguarding'), closed(later(2), 'evans'));
		expect(alone).toMatchObject({ state: 'met', outcome: 'safeguarding' });
	});

	it('is closed by a second person, and stays safeguarding', () => {
		const both = now(closed(later(1), 'evans', 'safeguarding'), closed(later(2), 'lead-1'));
		expect(both).toMatchObject({ state: 'closed', outcome: 'safeguarding' });
	});
});

it('counts nothing done by an adult whom the child left out', () => {
	const history = [
		asked({ excludedAdultIds: ['rees'], givenToIds: ['evans', 'rees'] }),
		answered(later(1), LUNCH, 'rees'),
		met(later(2), 'rees'),
		closed(later(3), 'rees'),
		handedOn(later(4), 'evans', ['rees'])
	];
	expect(replay(history)).toMatchObject({
		state: 'new',
		clockFrom: TUESDAY_NINE,
		holderIds: ['evans']
	});
});

it('is no request without an asking', () => {
	expect(() => replay([])).toThrow('asked');
	expect(() => replay([seen(later(1))])).toThrow('asked');
});

describe('whatever happened, in whatever order', () => {
	it('comes to the same end each time and leaves the events as they were', () => {
		fc.assert(
			fc.property(anyHistory, (events) => {
				const before = structuredClone(events);
				expect(replay(events)).toEqual(replay(before));
				expect(events).toEqual(before);
			})
		);
	});

	it('has a clock exactly while it is not met, closed or taken back', () => {
		fc.assert(
			fc.property(anyHistory, (events) => {
				const request = replay(events);
				const isOpen = ['new', 'seen', 'arranged'].includes(request.state);
				expect(Number.isFinite(request.clockFrom ?? Number.NaN)).toBe(isOpen);
				if (request.state === 'arranged') expect(request.clockFrom).toBe(request.answer?.meetAt);
				if (request.state === 'closed') expect(request.outcome).not.toBeNull();
			})
		);
	});

	it('is always held by somebody once it was, and never by an adult left out', () => {
		fc.assert(
			fc.property(anyHistory, (events) => {
				const request = replay(events);
				for (const id of request.excludedAdultIds) {
					expect(request.holderIds).not.toContain(id);
					expect(request.seenByIds).not.toContain(id);
				}
				const wasHeld = replay(events.slice(0, 1)).holderIds.length > 0;
				if (wasHeld) expect(request.holderIds.length).toBeGreaterThan(0);
				expect(new Set(request.holderIds).size).toBe(request.holderIds.length);
			})
		);
	});

	it('is opened again, once ended, only by the child saying not yet', () => {
		fc.assert(
			fc.property(anyHistory, (events) => {
				events.forEach((event, index) => {
					if (index === 0) return;
					const before = replay(events.slice(0, index));
					const after = replay(events.slice(0, index + 1));
					const hasEnded = before.state === 'closed' || before.state === 'taken-back';
					if (!hasEnded || after.clockFrom === null) return;
					expect(event).toMatchObject({ kind: 'talk-checked', got: 'not-yet' });
					expect(before.state).toBe('closed');
				});
			})
		);
	});

	it('has its clock set forward only by an answer with a time, a step, or the child', () => {
		fc.assert(
			fc.property(anyHistory, (events) => {
				events.forEach((event, index) => {
					if (index === 0) return;
					const before = replay(events.slice(0, index));
					const after = replay(events.slice(0, index + 1));
					if (before.state === 'arranged' || after.clockFrom === before.clockFrom) return;
					expect([
						'answered',
						'handed-on',
						'talk-checked',
						'taken-back',
						'met',
						'closed'
					]).toContain(event.kind);
					if (event.kind === 'handed-on') expect(event.by).toBe('clock');
				});
			})
		);
	});
});
