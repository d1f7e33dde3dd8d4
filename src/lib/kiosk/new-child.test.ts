import { describe, expect, it, vi } from 'vitest';
import { exampleDirectory, examplePupil, NANT } from './example-school';
import { atOffer, awake, kioskWith, stopClockAtMidMorning } from './example-visit';
import { newChild } from './new-child';

stopClockAtMidMorning();

describe('a child who is new here', () => {
	it.each(['hello', 'skip', 'walk'] as const)(
		'has the same visit as everybody, and says with %s which class was picked',
		async (choice) => {
			const kiosk = kioskWith();
			const visit = awake(kiosk);
			visit.start();
			visit.chooseClass(NANT.classEnfys);
			visit.newHere();
			expect(visit.screen).toBe('feelings');
			visit.telling.chooseFeeling('sad');
			expect(visit.telling.adult?.name).toBe('Miss Evans');
			visit.telling.wish(choice);
			await vi.advanceTimersByTimeAsync(0);
			expect(visit.screen).toBe('goodbye');
			expect(kiosk.kept).toMatchObject([
				{ kind: 'check-in', newInClassId: NANT.classEnfys, feeling: 'sad' }
			]);
		}
	);

	it('leaves nothing to the next child', () => {
		const kiosk = kioskWith();
		const visit = awake(kiosk);
		visit.start();
		visit.chooseClass(NANT.classEnfys);
		visit.newHere();
		visit.notMe();
		expect(visit.screen).toBe('who');
		expect(visit.said).toMatchObject({ pupil: null, isNew: false, classId: NANT.classEnfys });
	});

	it('is said of nobody else', () => {
		const kiosk = kioskWith();
		atOffer(kiosk).telling.wish('hello');
		expect(kiosk.kept[0]).not.toHaveProperty('newInClassId');
	});

	it('sees the cards of most of the class', () => {
		const pupils = [
			examplePupil({ band: '7-11' }),
			examplePupil({ band: '4-7' }),
			examplePupil({ band: '7-11' })
		];
		const directory = exampleDirectory({ pupils });
		expect(newChild(directory, NANT.classEnfys).band).toBe('7-11');
		expect(newChild(directory, null)).toMatchObject({ band: '4-7', classIds: [] });
	});
});
