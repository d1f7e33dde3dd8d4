import { describe, expect, it, vi } from 'vitest';
import { NANT } from './example-school';
import {
	atOffer,
	awake,
	kioskWith,
	mali,
	MID_MORNING,
	stopClockAtMidMorning
} from './example-visit';
import { IDLE_MS } from './idle-watch';
import { Visit } from './visit.svelte';

stopClockAtMidMorning();

/** From under the urgent screen that somebody opened over it. */
function hideAndAsk(visit: Visit): void {
	visit.hide();
	visit.callUrgent();
	vi.advanceTimersByTime(IDLE_MS);
}

describe('"I need a grown-up now"', () => {
	it('is sent from Rest without a name, and shown at once', () => {
		const kiosk = kioskWith();
		const visit = awake(kiosk);
		visit.callUrgent();
		expect(visit.overlays.shown).toBe('urgent');
		expect(kiosk.kept).toEqual([
			{
				v: 1,
				kind: 'urgent',
				at: MID_MORNING,
				pupilId: null,
				language: 'en',
				byMistake: false,
				excludedAdultIds: []
			}
		]);
	});

	it('says who was left out in this visit, "by mistake" too', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.telling.leaveOut(NANT.evans);
		visit.callUrgent();
		visit.overlays.urgent?.sayMistake();
		expect(kiosk.kept).toMatchObject([
			{ kind: 'urgent', byMistake: false, excludedAdultIds: [NANT.evans] },
			{ kind: 'urgent', byMistake: true, excludedAdultIds: [NANT.evans] }
		]);
	});

	it('says the truth when it has not arrived', async () => {
		const visit = awake();
		visit.callUrgent();
		expect(visit.overlays.urgent?.state).toBe('telling');
		await vi.advanceTimersByTimeAsync(4_000);
		expect(visit.overlays.urgent?.state).toBe('offline');
	});

	it('is not cancelled by "I tapped by mistake"', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.callUrgent();
		visit.overlays.urgent?.sayMistake();
		visit.overlays.urgent?.sayMistake();
		expect(kiosk.kept.map((routing) => routing.kind === 'urgent' && routing.byMistake)).toEqual([
			false,
			true
		]);
		visit.overlays.leaveUrgent();
		expect(visit.screen).toBe('offer');
		expect(visit.said.feeling).toBe('sad');
	});

	it('does not open a hidden visit when it is left', () => {
		const visit = atOffer();
		visit.hide();
		visit.callUrgent();
		visit.overlays.leaveUrgent();
		expect(visit.overlays.shown).toBe('hidden');
	});

	it('stays until it is left, whoever says to be still there', () => {
		const visit = atOffer();
		visit.callUrgent();
		const { urgent } = visit.overlays;
		vi.advanceTimersByTime(IDLE_MS);
		expect(visit.overlays.shown).toBe('still-there');
		visit.overlays.stillThere();
		expect(visit.overlays.shown).toBe('urgent');
		expect(visit.overlays.urgent).toBe(urgent);
	});

	it('does not open a hidden visit to whoever says to be still there', () => {
		const visit = atOffer();
		visit.hide();
		visit.callUrgent();
		vi.advanceTimersByTime(IDLE_MS);
		visit.overlays.stillThere();
		visit.overlays.leaveUrgent();
		expect(visit.overlays.shown).toBe('hidden');
		vi.advanceTimersByTime(IDLE_MS);
		expect(visit.screen).toBe('rest');
	});

	it('can be sent again from the question whether somebody is still there', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.callUrgent();
		vi.advanceTimersByTime(IDLE_MS);
		visit.callUrgent();
		expect(visit.overlays.shown).toBe('urgent');
		expect(kiosk.kept).toHaveLength(2);
	});

	/** Whose names were sent urgently. */
	const namesSent = (before: (visit: Visit) => void) => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		before(visit);
		visit.callUrgent();
		return kiosk.kept.flatMap((sent) =>
			sent.kind === 'urgent' ? [sent.pupilId === mali(kiosk).id ? 'Mali' : sent.pupilId] : []
		);
	};

	it('has the name of the child whose visit it is', () => {
		expect(namesSent(() => undefined)).toEqual(['Mali']);
	});

	it.each<[string, (visit: Visit) => void, null[]]>([
		['a hidden visit', (visit) => visit.hide(), [null]],
		['the question over a hidden visit', hideAndAsk, [null, null]],
		['a question that nobody answers', () => vi.advanceTimersByTime(IDLE_MS), [null]],
		['a goodbye, when the next child may be there', (visit) => visit.shown.show('goodbye'), [null]],
		['a visit without a name', (visit) => visit.telling.askWithoutName(), [null]]
	])('has nobody’s name from %s', (_from, before, names) => {
		expect(namesSent(before)).toEqual(names);
	});

	it('tells what to do even on a tablet that is not paired', () => {
		const visit = new Visit('en');
		visit.callUrgent();
		expect(visit.overlays.shown).toBe('urgent');
		expect(visit.overlays.urgent?.state).toBe('offline');
	});
});
