import { describe, expect, it, vi } from 'vitest';
import { exampleDirectory, examplePupil, NANT } from './example-school';
import { ARRIVAL, atOffer, awake, kioskWith, mali, stopClockAtMidMorning } from './example-visit';
import { IDLE_MS } from './idle-watch';
import { Visit } from './visit.svelte';

stopClockAtMidMorning();

describe('a visit', () => {
	it('goes from Rest to the class, the face, the feeling and the offers', () => {
		const kiosk = kioskWith();
		const visit = awake(kiosk);
		expect(visit.screen).toBe('rest');
		visit.start();
		expect(visit.screen).toBe('class');
		visit.chooseClass(NANT.classEnfys);
		expect(visit.screen).toBe('who');
		visit.choosePupil(mali(kiosk));
		expect(visit.screen).toBe('feelings');
		visit.telling.chooseFeeling('sad');
		expect(visit.screen).toBe('offer');
		expect(visit.telling.adult?.name).toBe('Miss Evans');
	});

	it('goes back from the needs to where they were opened, also by way of something calm', () => {
		const visit = atOffer();
		visit.openNeeds();
		visit.openCalm();
		visit.back();
		expect(visit.screen).toBe('needs');
		visit.back();
		expect(visit.screen).toBe('offer');
		visit.back();
		visit.openNeeds();
		visit.back();
		expect(visit.screen).toBe('feelings');
	});

	it('answers a Start that was tapped before the tablet had read its storage', () => {
		const visit = new Visit('en');
		visit.start();
		expect(visit.screen).toBe('rest');
		visit.wake(kioskWith());
		expect(visit.screen).toBe('class');
	});
});

describe('the language', () => {
	it('changes without losing the place, and is the school’s again at Rest', () => {
		const visit = atOffer();
		visit.switchLanguage();
		expect(visit.language).toBe('cy');
		expect(visit.screen).toBe('offer');
		expect(visit.said.feeling).toBe('sad');
		visit.wipe();
		expect(visit.language).toBe('en');
	});

	it('is the child’s own once the face is chosen', () => {
		const visit = awake();
		visit.start();
		visit.choosePupil(examplePupil({ language: 'cy' }));
		expect(visit.language).toBe('cy');
	});

	it('comes back at Rest by itself when somebody only switched it', () => {
		const visit = awake();
		visit.switchLanguage();
		vi.advanceTimersByTime(IDLE_MS);
		expect(visit.language).toBe('en');
		expect(visit.screen).toBe('rest');
	});
});

describe('a class kiosk', () => {
	const ofEnfys = () =>
		exampleDirectory({
			kiosk: {
				id: 'e1000000-0000-4000-8000-000000000002',
				name: 'Enfys',
				place: 'class',
				classId: NANT.classEnfys
			}
		});

	it('asks for no class', () => {
		const visit = awake(kioskWith(ofEnfys()));
		visit.start();
		expect(visit.screen).toBe('who');
		expect(visit.said.classId).toBe(NANT.classEnfys);
	});

	it('rests on the faces while children arrive, and on the landscape afterwards', () => {
		vi.setSystemTime(ARRIVAL);
		const visit = awake(kioskWith(ofEnfys()));
		expect(visit.screen).toBe('who');
		expect(visit.resting).toBe(true);
		vi.advanceTimersByTime(30 * 60_000);
		visit.tick();
		expect(visit.screen).toBe('rest');
	});
});
