import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	changedBy,
	FONTS,
	knownChange,
	settingsFor,
	THEMES,
	USUAL_SETTINGS,
	VOLUMES,
	type SettingsChange
} from './settings';

describe('settings', () => {
	it('are the usual ones where nothing is set', () => {
		expect(settingsFor()).toEqual(USUAL_SETTINGS);
		expect(settingsFor(undefined, null, {})).toEqual(USUAL_SETTINGS);
	});

	it('are the child’s before the tablet’s before the school’s, one by one', () => {
		const school: SettingsChange = { theme: 'contrast', font: 'lexend', extraTime: true };
		const kiosk: SettingsChange = { theme: 'plain', volume: 50 };
		const child: SettingsChange = { volume: 0, extraTime: false };
		expect(settingsFor(school, kiosk, child)).toEqual({
			...USUAL_SETTINGS,
			theme: 'plain',
			font: 'lexend',
			volume: 0
		});
	});

	it('have an activity off that is off for the tablet or for the child', () => {
		const { activitiesOff } = settingsFor(
			{ activitiesOff: ['star-jumps'] },
			{ theme: 'plain' },
			{ activitiesOff: ['humming', 'star-jumps'] }
		);
		expect(activitiesOff).toEqual(['star-jumps', 'humming']);
	});

	it('have first the activities of the nearest that sets any, whole', () => {
		const school: SettingsChange = { activitiesFirst: ['sand', 'balloon'] };
		expect(settingsFor(school, {}, { theme: 'plain' }).activitiesFirst).toEqual([
			'sand',
			'balloon'
		]);
		expect(settingsFor(school, { activitiesFirst: ['glitter'] }).activitiesFirst).toEqual([
			'glitter'
		]);
		expect(settingsFor(school, {}, { activitiesFirst: [] }).activitiesFirst).toEqual([]);
	});

	it('leave out what this version does not know, and never fail on it', () => {
		const newer = { theme: 'moonlight', scan: 'three-switch', smell: true, still: 'yes' };
		expect(settingsFor(newer, { volume: 33, activitiesOff: [7] })).toEqual(USUAL_SETTINGS);
		fc.assert(
			fc.property(fc.object(), fc.object(), (one, other) => {
				expect(Object.keys(settingsFor(one, other))).toEqual(Object.keys(USUAL_SETTINGS));
			})
		);
	});
});

describe('the low-stimulation profile', () => {
	const less = { theme: 'plain', still: true, volume: 25 };

	it('is plain, still and quiet', () => {
		expect(settingsFor({ lowStimulation: true })).toMatchObject(less);
	});
	it('counts for a child whose school has chosen another theme for everybody', () => {
		expect(settingsFor({ theme: 'contrast' }, {}, { lowStimulation: true })).toMatchObject(less);
	});
	it('gives way to what is set beside it, or nearer', () => {
		const beside = settingsFor({ lowStimulation: true, theme: 'contrast' });
		expect(beside).toMatchObject({ theme: 'contrast', still: true });
		const nearer = settingsFor({ lowStimulation: true }, { theme: 'contrast', volume: 50 });
		expect(nearer).toMatchObject({ theme: 'contrast', still: true, volume: 50 });
	});
	it('is gone where a child has it off', () => {
		expect(settingsFor({ lowStimulation: true }, { lowStimulation: false })).toEqual(
			USUAL_SETTINGS
		);
	});
});

it('comes to the same when the school’s and the tablet’s are put together first', () => {
	const anyChange = fc.record(
		{
			theme: fc.constantFrom(...THEMES),
			font: fc.constantFrom(...FONTS),
			still: fc.boolean(),
			lowStimulation: fc.boolean(),
			volume: fc.constantFrom(...VOLUMES),
			activitiesOff: fc.uniqueArray(fc.constantFrom('one', 'two', 'three')),
			activitiesFirst: fc.uniqueArray(fc.constantFrom('one', 'two', 'three')),
			fewerWords: fc.boolean()
		},
		{ requiredKeys: [] }
	);
	fc.assert(
		fc.property(anyChange, anyChange, anyChange, (school, kiosk, child) => {
			const onTheTablet = settingsFor(changedBy(school, kiosk), child);
			expect(onTheTablet).toEqual(settingsFor(school, kiosk, child));
			expect(settingsFor(knownChange(JSON.parse(JSON.stringify(child))))).toEqual(
				settingsFor(child)
			);
		})
	);
});
