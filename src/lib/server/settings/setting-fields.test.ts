import { describe, expect, it } from 'vitest';
import type { KioskChange } from '$lib/domain/settings';
import { changeAsFields, readFields } from './setting-fields';

const whole: KioskChange = {
	theme: 'contrast',
	font: 'atkinson',
	still: true,
	lowStimulation: false,
	scan: 'one-switch',
	extraTime: true,
	leftHanded: true,
	cardCount: 4,
	activitiesOff: ['flower-candle'],
	activitiesFirst: ['sand', 'balloon'],
	fewerWords: true,
	picturesAtCheckIn: true,
	picturesStay: true,
	plainPlaces: true,
	tapSound: true,
	volume: 0,
	headphones: false,
	cards: { style: 'weather', size: 'large', band: '4-7' },
	arrival: { fromMinutes: 8 * 60 + 5, toMinutes: 9 * 60 },
	staffedPlaces: [{ en: 'the nursery', cy: 'y feithrinfa' }]
};

describe('the fields of settings', () => {
	it('come back as they were, also where nothing is set', () => {
		const read = (change: KioskChange, language: 'cy' | null) =>
			readFields(changeAsFields(change, language), 'kiosk');
		expect(read(whole, 'cy')).toEqual({ kind: 'read', change: whole, language: 'cy' });
		expect(read({}, null)).toEqual({ kind: 'read', change: {}, language: null });
	});

	it('take from a child’s form only what a child has', () => {
		const { arrival, staffedPlaces, ...ofChild } = whole;
		expect(arrival && staffedPlaces).toBeTruthy();
		const read = readFields(changeAsFields(whole, null), 'pupil');
		expect(read).toEqual({ kind: 'read', change: ofChild, language: null });
	});

	it('turn off what a school has added as what comes with the app, and nothing that is neither', () => {
		const read = (typed: Record<string, string>) => readFields(typed, 'school');
		const off = { 'activity.own-1': 'off', 'activity.sand': 'off', 'activity.chess': 'off' };
		expect(read(off)).toMatchObject({ change: { activitiesOff: ['own-1', 'sand'] } });
		expect(changeAsFields({ activitiesOff: ['own-1'] }, null)['activity.own-1']).toBe('off');
		expect(read({ 'first.0': 'own-1' })).toMatchObject({ change: { activitiesFirst: ['own-1'] } });
	});

	it('say that none comes first, and count the same activity once', () => {
		const read = (typed: Record<string, string>) => readFields(typed, 'pupil');
		expect(changeAsFields({ activitiesFirst: [] }, null)['first.0']).toBe('none');
		expect(read({ 'first.0': 'none' })).toMatchObject({ change: { activitiesFirst: [] } });
		expect(read({ 'first.0': 'sand', 'first.1': 'sand', 'first.2': 'balloon' })).toMatchObject({
			change: { activitiesFirst: ['sand', 'balloon'] }
		});
	});

	const problemsOf = (typed: Record<string, string>) => {
		const read = readFields(typed, 'kiosk');
		return read.kind === 'wrong' ? read.problems : {};
	};

	it.each([
		[{ theme: 'moonlight' }, { theme: 'settings.wrong' }],
		[{ volume: '33' }, { volume: 'settings.wrong' }],
		[{ still: 'perhaps' }, { still: 'settings.wrong' }],
		[{ 'first.1': 'moonwalk' }, { 'first.0': 'settings.wrong' }],
		[{ language: 'fr' }, { language: 'settings.wrong' }],
		[{ arrivalFrom: '08:00' }, { arrivalFrom: 'settings.arrival.half' }],
		[{ arrivalFrom: '09:00', arrivalTo: '08:00' }, { arrivalFrom: 'settings.arrival.order' }],
		[{ arrivalFrom: '25:00', arrivalTo: '26:00' }, { arrivalFrom: 'settings.arrival.half' }],
		[{ cardSize: 'large' }, { cardStyle: 'settings.cardStyle.missing' }],
		[{ cardStyle: 'smell' }, { cardStyle: 'settings.wrong' }],
		[{ cardStyle: 'face', cardBand: '99' }, { cardStyle: 'settings.wrong' }],
		[{ 'place.0.en': 'the hall' }, { 'place.0.en': 'school.place.half' }],
		[{ 'place.1.en': 'x'.repeat(41), 'place.1.cy': 'y' }, { 'place.1.en': 'settings.place.long' }]
	])('say what is wrong with %j', (typed, problems) => {
		expect(problemsOf(typed as Record<string, string>)).toEqual(problems);
	});
});
