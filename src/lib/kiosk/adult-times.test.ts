import { describe, expect, it } from 'vitest';
import { exampleDirectory, NANT } from './example-school';
import { atOffer, kioskWith, MID_MORNING, stopClockAtMidMorning } from './example-visit';
import { isHere, talkTimeOf } from './offered-adults';

const TUESDAY = 2;
const HOUR_MS = 60 * 60_000;

stopClockAtMidMorning();

/** Miss Evans, who stands first, keeps lunch for talks. */
function directoryWith(change: object) {
	const directory = exampleDirectory();
	const adults = directory.adults.map((adult) =>
		adult.id === NANT.evans ? { ...adult, ...change } : adult
	);
	return { ...directory, adults };
}
const keepsLunch = { talkTimes: [{ weekday: TUESDAY, part: 'lunch' as const }] };

describe('the time that is suggested', () => {
	it('is the adult’s own for talks, and the next one with somebody who keeps none', () => {
		const visit = atOffer(kioskWith(directoryWith(keepsLunch)));
		expect(visit.said.when).toBe('lunch');
		visit.telling.chooseAdult(NANT.rees);
		expect(visit.said.when).toBe('break');
		visit.telling.chooseAdult(NANT.evans);
		expect(visit.said.when).toBe('lunch');
	});

	it('is no longer suggested once the child has chosen one', () => {
		const visit = atOffer(kioskWith(directoryWith(keepsLunch)));
		visit.telling.chooseWhen('now');
		visit.telling.chooseAdult(NANT.rees);
		visit.telling.chooseAdult(NANT.evans);
		expect(visit.said.when).toBe('now');
	});
});

describe('an adult', () => {
	const evans = (change: object) => {
		const found = directoryWith(change).adults.find(({ id }) => id === NANT.evans);
		if (!found) throw new Error('Miss Evans is missing');
		return found;
	};

	it('is here as long as was said, and never while away', () => {
		const until = { hereUntil: MID_MORNING + HOUR_MS };
		expect(isHere(evans(until), MID_MORNING)).toBe(true);
		expect(isHere(evans(until), MID_MORNING + HOUR_MS)).toBe(false);
		expect(isHere(evans({ ...until, awayUntil: MID_MORNING + 1 }), MID_MORNING)).toBe(false);
		expect(isHere(evans({}), MID_MORNING)).toBe(false);
	});

	it('keeps no time while away', () => {
		const directory = exampleDirectory();
		expect(talkTimeOf(evans(keepsLunch), directory, MID_MORNING)).toBe('lunch');
		const away = evans({ ...keepsLunch, awayUntil: MID_MORNING + HOUR_MS });
		expect(talkTimeOf(away, directory, MID_MORNING)).toBeNull();
	});
});

describe('the child’s own grown-ups', () => {
	it('are kept as a message of their own, and stand first at once', async () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.openOthers();
		visit.openMyGrownUps();
		const keeping = visit.telling.nameMyGrownUps([NANT.pugh]);
		await keeping?.settled;
		expect(kiosk.kept).toMatchObject([{ kind: 'trusted-adults', adultIds: [NANT.pugh] }]);
		visit.telling.showFirstGrownUp();
		expect(visit.telling.adult?.id).toBe(NANT.pugh);
		visit.telling.wish('hello');
		expect(kiosk.kept.at(-1)).toMatchObject({ wish: { kind: 'hello', adultIds: [NANT.pugh] } });
	});

	it('make no message where nothing changes', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		expect(visit.telling.nameMyGrownUps([NANT.evans, NANT.rees])).toBeNull();
		expect(kiosk.kept).toEqual([]);
	});

	it('are gone from memory with the visit', () => {
		const visit = atOffer();
		visit.telling.nameMyGrownUps([NANT.pugh]);
		visit.wipe();
		expect(visit.said.pupil).toBeNull();
	});
});
