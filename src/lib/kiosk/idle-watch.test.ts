import { describe, expect, it, vi } from 'vitest';
import { examplePupil } from './example-school';
import { awake, stopClockAtMidMorning } from './example-visit';
import {
	IDLE_EXTRA_MS,
	IDLE_MS,
	patienceWith,
	STILL_THERE_EXTRA_MS,
	STILL_THERE_MS,
	type Shown
} from './idle-watch';

stopClockAtMidMorning();

const shown = (change: Partial<Shown> = {}): Shown => ({
	screen: 'feelings',
	overlay: null,
	isResting: false,
	isArrival: false,
	isSchoolLanguage: true,
	hasExtraTime: false,
	calm: 'none',
	...change
});

describe('how long a screen waits for a child', () => {
	it('is 30 s and 20 s more, and 15 s while children arrive', () => {
		expect(patienceWith(shown())).toEqual({ askAfterMs: 30_000, answerWithinMs: 20_000 });
		const arriving = patienceWith(shown({ isArrival: true }));
		expect(arriving).toEqual({ askAfterMs: 15_000, answerWithinMs: 20_000 });
	});

	it('is 90 s and 60 s more with extra time, in the arrival window and after something calm too', () => {
		const extra = { askAfterMs: 90_000, answerWithinMs: 60_000 };
		for (const change of [{}, { isArrival: true }, { calm: 'just-over' }] as Partial<Shown>[])
			expect(patienceWith(shown({ hasExtraTime: true, ...change }))).toEqual(extra);
		expect(patienceWith(shown({ hasExtraTime: true, overlay: 'hidden' }))).toEqual({
			endAfterMs: 90_000
		});
	});
});

describe('a visit that nobody touches', () => {
	const begun = (extraTime: boolean) => {
		const visit = awake();
		visit.start();
		visit.choosePupil(examplePupil({ settings: { extraTime } }));
		return visit;
	};

	it.each([
		[false, IDLE_MS, STILL_THERE_MS],
		[true, IDLE_EXTRA_MS, STILL_THERE_EXTRA_MS]
	])('asks and ends by the child’s own time (extra: %s)', (extraTime, askMs, answerMs) => {
		const visit = begun(extraTime);
		vi.advanceTimersByTime(askMs - 1);
		expect(visit.overlays.shown).toBeNull();
		vi.advanceTimersByTime(1);
		expect(visit.overlays.shown).toBe('still-there');
		vi.advanceTimersByTime(answerMs - 1);
		expect(visit.said.pupil).not.toBeNull();
		vi.advanceTimersByTime(1);
		expect(visit.said.pupil).toBeNull();
		expect(visit.screen).toBe('rest');
	});
});
