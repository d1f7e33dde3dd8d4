import { describe, expect, it, vi } from 'vitest';
import { STAY_MINUTES } from '$lib/domain/cwtch';
import { CalmTime } from '../calm/calm-time.svelte';
import { exampleDirectory, NANT } from '../example-school';
import { awake, kioskWith, mali, MID_MORNING, stopClockAtMidMorning } from '../example-visit';
import { STILL_THERE_MS, IDLE_AFTER_CALM_MS } from '../idle-watch';
import { isGrownUpHere, STILL_TRUE_MS } from './grown-up-here';

stopClockAtMidMorning();

const MINUTE_MS = 60_000;

function inCwtch() {
	const kiosk = kioskWith();
	const visit = awake(kiosk);
	visit.openCalm();
	const calm = (visit.calm = new CalmTime(visit));
	const { stay } = calm;
	if (!stay) throw new Error('The example school’s tablet stands in a Cwtch.');
	const told = () => kiosk.kept.map((one) => one.kind === 'cwtch' && one.what);
	return { kiosk, visit, calm, stay, told };
}

describe('a stay in the Cwtch', () => {
	it('needs nobody’s name: back from it is Rest', () => {
		const { visit, calm } = inCwtch();
		expect(visit.said.pupil).toBeNull();
		expect(calm.stage).toBe('length');
		expect(calm.back()).toBe(false);
		visit.back();
		expect(visit.screen).toBe('rest');
		expect(visit.calm).toBeNull();
	});

	it('is only in the Cwtch', () => {
		const { kiosk } = exampleDirectory();
		const elsewhere = kioskWith(exampleDirectory({ kiosk: { ...kiosk, place: 'corridor' } }));
		const calm = new CalmTime(awake(elsewhere));
		expect(calm.stay).toBeNull();
		expect(calm.stage).toBe('choosing');
	});

	it('tells that it began, once, and of nobody in particular', () => {
		const { calm, kiosk } = inCwtch();
		expect(kiosk.kept).toEqual([]);
		calm.stayFor('short');
		expect(calm.stage).toBe('choosing');
		expect(kiosk.kept).toEqual([
			{
				v: 1,
				kind: 'cwtch',
				what: 'begun',
				length: 'short',
				at: MID_MORNING,
				language: 'en',
				pupilId: null,
				certainty: 'not-asked',
				excludedAdultIds: []
			}
		]);
	});

	it('tells whose it is where the child has said so, and who is left out', () => {
		const kiosk = kioskWith();
		const visit = awake(kiosk);
		visit.start();
		visit.chooseClass(NANT.classEnfys);
		visit.choosePupil(mali(kiosk));
		visit.telling.leaveOut(NANT.pugh);
		visit.openCalm();
		const calm = new CalmTime(visit);
		calm.stayFor('long');
		expect(kiosk.kept).toMatchObject([
			{ kind: 'cwtch', pupilId: mali(kiosk).id, excludedAdultIds: [NANT.pugh] }
		]);
	});

	it.each(['short', 'middle', 'long'] as const)('burns down in its own time: %s', (length) => {
		const { calm, stay } = inCwtch();
		calm.stayFor(length);
		const lasts = STAY_MINUTES[length] * MINUTE_MS;
		vi.advanceTimersByTime(lasts / 2);
		expect(stay.left).toBeCloseTo(0.5, 1);
		expect(stay.isOver).toBe(false);
		vi.advanceTimersByTime(lasts / 2);
		expect(stay.isOver).toBe(true);
	});

	it('asks for the way on once the candle is out, once, and never in the middle of something', () => {
		const { calm } = inCwtch();
		calm.stayFor('short');
		calm.beQuiet();
		calm.turnTo('going');
		expect(calm.stage).toBe('going');
		calm.back();
		calm.turnTo('going');
		expect(calm.stage).toBe('choosing');
		calm.sayOfStay('longer');
		calm.finish();
		calm.turnTo('going');
		expect(calm.stage).toBe('after');
	});

	it('goes on for a bit longer, as often as the child likes', () => {
		const { calm, stay, told } = inCwtch();
		calm.stayFor('short');
		vi.advanceTimersByTime(5 * MINUTE_MS);
		expect(stay.isOver).toBe(true);
		calm.sayOfStay('longer');
		expect(calm.stage).toBe('choosing');
		expect(stay.isOver).toBe(false);
		vi.advanceTimersByTime(5 * MINUTE_MS);
		expect(stay.isOver).toBe(true);
		expect(told()).toEqual(['begun', 'longer']);
	});

	it('ends with Ready: the candle is not looked at any more', () => {
		const { calm, stay, told } = inCwtch();
		calm.stayFor('short');
		calm.sayOfStay('ready');
		expect(calm.stage).toBe('going');
		expect(told()).toEqual(['begun', 'ready']);
		vi.advanceTimersByTime(10 * MINUTE_MS);
		expect(stay.isOver).toBe(false);
	});

	it('is never asked "Are you still there?" while it lasts, and soon afterwards', () => {
		const { visit, calm } = inCwtch();
		calm.stayFor('short');
		vi.advanceTimersByTime(5 * MINUTE_MS - 1_000);
		visit.shown.calmPlays(false);
		expect(visit.overlays.shown).toBeNull();
		vi.advanceTimersByTime(1_000 + IDLE_AFTER_CALM_MS);
		expect(visit.overlays.shown).toBe('still-there');
		vi.advanceTimersByTime(STILL_THERE_MS);
		expect(visit.screen).toBe('rest');
	});
});

describe('whether a grown-up is here', () => {
	const now = MID_MORNING;
	const said = (grownUpUntil?: number | null) => {
		const { kiosk } = exampleDirectory();
		return exampleDirectory({
			kiosk: { ...kiosk, ...(grownUpUntil !== undefined && { grownUpUntil }) }
		});
	};

	it('is true only as long as somebody has said so', () => {
		expect(isGrownUpHere(said(now + 1), now, now)).toBe(true);
		expect(isGrownUpHere(said(now), now, now)).toBe(false);
		expect(isGrownUpHere(said(null), now, now)).toBe(false);
		expect(isGrownUpHere(said(), now, now)).toBe(false);
		expect(isGrownUpHere(null, now, now)).toBe(false);
	});

	it('is not said by a tablet that could not have heard of a change', () => {
		const directory = said(now + 60 * MINUTE_MS);
		expect(isGrownUpHere(directory, now, now - STILL_TRUE_MS + 1)).toBe(true);
		expect(isGrownUpHere(directory, now, now - STILL_TRUE_MS)).toBe(false);
		expect(isGrownUpHere(directory, now, null)).toBe(false);
	});
});
