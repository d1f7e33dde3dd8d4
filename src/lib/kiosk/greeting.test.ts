import { describe, expect, it } from 'vitest';
import { kioskWords } from '$lib/i18n/kiosk-words';
import { exampleDirectory } from './example-school';
import { greetingOf } from './greeting';

/** A Tuesday in term, at this time of the school's clock. */
const at = (hours: number, minutes: number) => Date.UTC(2026, 10, 24, hours, minutes);
const { timetable } = exampleDirectory().school;
const said = (now: number, language: 'en' | 'cy' = 'en', firstName = 'Mali') =>
	greetingOf({ firstName }, { now, timetable, t: kioskWords(language) });

describe('above the feelings stands', () => {
	it('a good morning while children arrive, in both languages', () => {
		expect(said(at(8, 50))).toBe('Good morning, Mali.');
		expect(said(at(8, 50), 'cy')).toBe('Bore da, Mali.');
	});
	it('that there is time, before home time', () => {
		expect(said(at(15, 10))).toBe('The day is nearly done. Take your time.');
	});
	it('nothing in between, and no greeting without a name', () => {
		expect(said(at(11, 0))).toBeNull();
		expect(said(at(8, 50), 'en', '')).toBeNull();
	});
});
