import { describe, expect, it, vi } from 'vitest';
import { NANT } from './example-school';
import { ARRIVAL, atOffer, kioskWith, stopClockAtMidMorning } from './example-visit';
import { GOODBYE_MS, IDLE_ARRIVAL_MS, IDLE_MS, STILL_THERE_MS } from './idle-watch';
import type { Visit } from './visit.svelte';
import { NOTHING_SAID } from './what-was-said';

stopClockAtMidMorning();

describe('nothing is left', () => {
	const expectWiped = (visit: Visit) => {
		expect(visit.screen).toBe('rest');
		expect(visit.overlays.shown).toBeNull();
		expect(visit.said).toEqual(NOTHING_SAID);
		expect(visit.telling.goodbye).toBeNull();
		expect(visit.overlays.hiddenAmong).toEqual([]);
		expect(visit.announcement).toBe('');
	};

	it('after goodbye, by itself', async () => {
		const visit = atOffer();
		visit.telling.wish('chat');
		await vi.advanceTimersByTimeAsync(0);
		expect(visit.screen).toBe('goodbye');
		await vi.advanceTimersByTimeAsync(GOODBYE_MS);
		expectWiped(visit);
	});

	it('after "Not me!": back to the faces of the class, nothing sent', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.telling.leaveOut(NANT.evans);
		visit.notMe();
		expect(visit.screen).toBe('who');
		expect(visit.said).toEqual({ ...NOTHING_SAID, classId: NANT.classEnfys });
		expect(kiosk.keepSafe).not.toHaveBeenCalled();
	});

	it('after the page was hidden', () => {
		const visit = atOffer();
		visit.wipe();
		expectWiped(visit);
	});

	it('when nobody answers "Are you still there?"', () => {
		const visit = atOffer();
		vi.advanceTimersByTime(IDLE_MS);
		expect(visit.overlays.shown).toBe('still-there');
		vi.advanceTimersByTime(STILL_THERE_MS - 1);
		expect(visit.said.feeling).toBe('sad');
		vi.advanceTimersByTime(1);
		expectWiped(visit);
	});

	it('but the visit goes on when the child is still there', () => {
		const visit = atOffer();
		vi.advanceTimersByTime(IDLE_MS);
		visit.overlays.stillThere();
		vi.advanceTimersByTime(STILL_THERE_MS);
		expect(visit.screen).toBe('offer');
		expect(visit.said.feeling).toBe('sad');
	});

	it('and every touch starts the time again', () => {
		const visit = atOffer();
		vi.advanceTimersByTime(IDLE_MS - 1);
		visit.shown.touch();
		vi.advanceTimersByTime(IDLE_MS - 1);
		expect(visit.overlays.shown).toBeNull();
	});

	it('after hiding and tapping a picture that is not the own', () => {
		const visit = atOffer();
		visit.hide();
		expect(visit.overlays.hiddenAmong).toContain('fox');
		visit.comeBack('owl');
		expectWiped(visit);
	});

	it('but the own picture brings the visit back, with For me closed', () => {
		const visit = atOffer();
		visit.openForMe();
		visit.hide();
		visit.comeBack('fox');
		expect(visit.overlays.shown).toBeNull();
		expect(visit.screen).toBe('feelings');
		expect(visit.said.pupil?.picture).toBe('fox');
	});
});

describe('idle', () => {
	it('is not asked during something calm, and a minute after it', () => {
		const visit = atOffer();
		visit.openCalm();
		visit.shown.calmPlays(true);
		vi.advanceTimersByTime(10 * 60_000);
		expect(visit.overlays.shown).toBeNull();
		visit.shown.calmPlays(false);
		vi.advanceTimersByTime(59_999);
		expect(visit.overlays.shown).toBeNull();
		vi.advanceTimersByTime(1);
		expect(visit.overlays.shown).toBe('still-there');
	});

	it('comes sooner while children arrive', () => {
		vi.setSystemTime(ARRIVAL);
		const visit = atOffer();
		vi.advanceTimersByTime(IDLE_ARRIVAL_MS);
		expect(visit.overlays.shown).toBe('still-there');
	});
});
