import { describe, expect, it, vi } from 'vitest';
import { SMALLEST_CLASS_SAID } from '$lib/domain/check-in';
import { exampleDirectory, examplePupil, NANT } from './example-school';
import { atOffer, kioskWith, mali, stopClockAtMidMorning } from './example-visit';

stopClockAtMidMorning();

const fullClass = (children = SMALLEST_CLASS_SAID) =>
	kioskWith(exampleDirectory({ pupils: Array.from({ length: children }, () => examplePupil()) }));

describe('asking without a name', () => {
	it.each(['hello', 'skip', 'chat'] as const)(
		'has the same visit as everybody, and with %s says nothing of who it is',
		async (choice) => {
			const kiosk = fullClass();
			const visit = atOffer(kiosk);
			visit.telling.picturesTried(['kite', 'boat', 'sock']);
			visit.telling.badgeTried('badge');
			visit.telling.leaveOut(NANT.evans);
			visit.telling.leaveOut(NANT.jones);
			visit.openOthers();
			visit.telling.askWithoutName();
			expect([visit.screen, visit.telling.adult]).toEqual(['offer', null]);
			visit.telling.wish(choice);
			await vi.advanceTimersByTimeAsync(0);
			expect(visit.screen).toBe('goodbye');
			const wish =
				choice === 'chat' ? { kind: 'ask', how: 'chat', when: visit.said.when } : { kind: choice };
			expect(kiosk.kept).toEqual([
				{
					v: 1,
					kind: 'nameless',
					at: expect.any(Number),
					classId: NANT.classEnfys,
					feeling: 'sad',
					wish,
					excludedAdultIds: [NANT.jones]
				}
			]);
			expect(JSON.stringify(kiosk.kept)).not.toContain(mali(kiosk).id);
		}
	);

	it('says no class that is so small that it would be a name', () => {
		const kiosk = fullClass(SMALLEST_CLASS_SAID - 1);
		const visit = atOffer(kiosk);
		visit.telling.askWithoutName();
		visit.telling.wish('chat');
		expect(kiosk.kept).toMatchObject([{ kind: 'nameless', classId: null }]);
	});

	it('has a name again when a grown-up is chosen, or the own ones are back', () => {
		const kiosk = kioskWith();
		for (const choose of [
			(visit: ReturnType<typeof atOffer>) => visit.telling.chooseAdult(null),
			(visit: ReturnType<typeof atOffer>) => visit.telling.chooseAdult(NANT.rees),
			(visit: ReturnType<typeof atOffer>) => visit.telling.showFirstGrownUp(),
			(visit: ReturnType<typeof atOffer>) => visit.openNeeds()
		]) {
			const visit = atOffer(kiosk);
			visit.telling.askWithoutName();
			choose(visit);
			expect(visit.said.isNameless).toBe(false);
		}
	});

	it('is over with the visit', () => {
		const visit = atOffer();
		visit.telling.askWithoutName();
		visit.notMe();
		expect(visit.said.isNameless).toBe(false);
	});

	it('is not what a need is: the class’s adults come to the child', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.telling.askWithoutName();
		visit.telling.wish({ need: 'toilet' });
		expect(kiosk.kept).toMatchObject([{ kind: 'need', pupilId: mali(kiosk).id }]);
	});
});
