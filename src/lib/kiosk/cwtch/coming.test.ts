import { describe, expect, it, vi } from 'vitest';
import { CalmTime } from '../calm/calm-time.svelte';
import { exampleDirectory, NANT } from '../example-school';
import { awake, kioskWith, mali, MID_MORNING, stopClockAtMidMorning } from '../example-visit';

stopClockAtMidMorning();

/** A class's tablet, in a school with a Cwtch or without one. */
function inClass(hasCwtch = true) {
	const { kiosk: own, school } = exampleDirectory();
	const kiosk = kioskWith(
		exampleDirectory({ kiosk: { ...own, place: 'class' }, school: { ...school, hasCwtch } })
	);
	const visit = awake(kiosk);
	visit.start();
	visit.chooseClass(NANT.classEnfys);
	return { kiosk, visit };
}

function maliIsCalm() {
	const { kiosk, visit } = inClass();
	visit.choosePupil(mali(kiosk));
	visit.telling.leaveOut(NANT.pugh);
	visit.openCalm();
	const calm = new CalmTime(visit);
	const { coming } = calm;
	if (!coming) throw new Error('Mali cannot ask.');
	return { kiosk, visit, calm, coming };
}

describe('"May I come to the Cwtch?"', () => {
	it('goes out at once, once in a visit, without whoever is left out', async () => {
		const { kiosk, calm, coming } = maliIsCalm();
		calm.askToCome();
		expect(calm.stage).toBe('coming');
		calm.back();
		calm.askToCome();
		expect(kiosk.kept).toEqual([
			{
				v: 1,
				kind: 'cwtch',
				what: 'come',
				at: MID_MORNING,
				language: 'en',
				pupilId: mali(kiosk).id,
				certainty: 'not-asked',
				excludedAdultIds: [NANT.pugh]
			}
		]);
		await coming.sending?.settled;
		expect(coming.answer, 'nobody has said so').toBeNull();
	});

	it('shows what a grown-up has said to this asking, once, and not in the middle of something', async () => {
		const { kiosk, calm, coming } = maliIsCalm();
		calm.askToCome();
		await coming.sending?.settled;
		calm.finish();
		kiosk.comeAnswer.mockImplementation((id) => (id === '1' ? 'soon' : null));
		expect(coming.answer).toBe('soon');
		calm.turnTo('coming');
		expect(calm.stage).toBe('after');
		calm.different();
		calm.turnTo('coming');
		expect(calm.stage).toBe('coming');
		calm.back();
		calm.turnTo('coming');
		expect(calm.stage).toBe('choosing');
	});

	it('is not asked where there is no Cwtch, in the Cwtch, nor by whom nobody could tell', () => {
		const { kiosk, visit } = inClass(false);
		visit.choosePupil(mali(kiosk));
		expect(new CalmTime(visit).coming).toBeNull();

		const newcomer = inClass().visit;
		newcomer.newHere();
		expect(new CalmTime(newcomer).coming).toBeNull();

		const { visit: nameless, kiosk: tablet } = inClass();
		nameless.choosePupil(mali(tablet));
		nameless.telling.askWithoutName();
		expect(new CalmTime(nameless).coming).toBeNull();

		const { school } = exampleDirectory();
		const inCwtch = kioskWith(exampleDirectory({ school: { ...school, hasCwtch: true } }));
		const there = awake(inCwtch);
		there.start();
		there.chooseClass(NANT.classEnfys);
		there.choosePupil(mali(inCwtch));
		expect(new CalmTime(there).coming).toBeNull();
	});

	it('is said to have failed where the tablet could not keep it', async () => {
		const { kiosk, calm, coming } = maliIsCalm();
		kiosk.keepSafe = vi.fn(async () => {
			throw new Error('no');
		});
		calm.askToCome();
		await coming.sending?.settled;
		expect(coming.sending?.state).toBe('failed');
		expect(coming.answer).toBeNull();
	});
});
