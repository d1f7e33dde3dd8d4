import { describe, expect, it } from 'vitest';
import { USUAL_SETTINGS } from '$lib/domain/settings';
import { exampleDirectory, examplePupil, NANT } from './example-school';
import { awake, kioskWith, stopClockAtMidMorning } from './example-visit';

stopClockAtMidMorning();

const plain = examplePupil({ language: 'cy', settings: { theme: 'contrast', extraTime: true } });
const other = examplePupil({ firstName: 'Osian' });
const directory = () => {
	const school = exampleDirectory({ pupils: [plain, other] });
	return { ...school, kiosk: { ...school.kiosk, settings: { font: 'lexend' as const } } };
};

describe('what is set', () => {
	it('for the tablet is in force at Rest', () => {
		expect(awake(kioskWith(directory())).settings).toEqual({ ...USUAL_SETTINGS, font: 'lexend' });
	});

	it('for a class begins with the face of one of its children, whose own counts before it', () => {
		const school = directory();
		const ofClass = { theme: 'plain', extraTime: true, font: 'lexend' } as const;
		const classes = school.classes.map((one) =>
			one.id === NANT.classEnfys ? { ...one, settings: ofClass } : one
		);
		const visit = awake(kioskWith({ ...school, classes }));
		visit.start();
		visit.choosePupil(other);
		expect(visit.settings).toEqual({ ...USUAL_SETTINGS, ...ofClass });
		visit.notMe();
		visit.choosePupil(plain);
		expect(visit.settings).toEqual({ ...USUAL_SETTINGS, ...ofClass, theme: 'contrast' });
		visit.wipe();
		expect(visit.settings).toEqual({ ...USUAL_SETTINGS, font: 'lexend' });
	});

	it('for a child begins with the face and ends with the visit', () => {
		const visit = awake(kioskWith(directory()));
		visit.start();
		visit.chooseClass(NANT.classEnfys);
		const ofTablet = visit.settings;
		visit.choosePupil(plain);
		expect(visit.settings).toEqual({ ...ofTablet, theme: 'contrast', extraTime: true });
		visit.wipe();
		expect(visit.settings).toEqual(ofTablet);
	});

	it('is gone, language too, when it was the wrong face', () => {
		const visit = awake(kioskWith(directory()));
		visit.start();
		visit.choosePupil(plain);
		expect(visit.language).toBe('cy');
		visit.notMe();
		expect(visit.settings.theme).toBe('soft');
		expect(visit.language).toBe('en');
		visit.choosePupil(other);
		expect(visit.settings).toEqual({ ...USUAL_SETTINGS, font: 'lexend' });
	});

	it('never changes under a child, and is there for the next', () => {
		const kiosk = kioskWith(directory());
		const visit = awake(kiosk);
		visit.start();
		visit.choosePupil(other);
		const school = directory();
		kiosk.directory = { ...school, kiosk: { ...school.kiosk, settings: { theme: 'plain' } } };
		visit.knowSchool();
		expect(visit.settings.theme).toBe('soft');
		visit.wipe();
		expect(visit.settings).toEqual({ ...USUAL_SETTINGS, theme: 'plain' });
	});

	it('by an older server is nothing, and by a newer one what is known of it', () => {
		const school = exampleDirectory();
		expect(awake(kioskWith(school)).settings).toEqual(USUAL_SETTINGS);
		const newer = { theme: 'moonlight', volume: 0 } as never;
		const later = { ...school, kiosk: { ...school.kiosk, settings: newer } };
		expect(awake(kioskWith(later)).settings).toEqual({ ...USUAL_SETTINGS, volume: 0 });
	});

	it('leaves a language alone that somebody has chosen on the screen', () => {
		const visit = awake(kioskWith(directory()));
		visit.switchLanguage();
		visit.switchLanguage();
		visit.start();
		visit.choosePupil(plain);
		expect(visit.language).toBe('en');
	});
});
