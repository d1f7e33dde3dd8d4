import { describe, expect, it, vi } from 'vitest';
import { atOffer, awake, kioskWith, MID_MORNING, stopClockAtMidMorning } from './example-visit';
import { NANT } from './example-school';
import { Visit } from './visit.svelte';

stopClockAtMidMorning();

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

	it('tells what to do even on a tablet that is not paired', () => {
		const visit = new Visit('en');
		visit.callUrgent();
		expect(visit.overlays.shown).toBe('urgent');
		expect(visit.overlays.urgent?.state).toBe('offline');
	});
});
