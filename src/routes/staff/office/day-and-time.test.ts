import { describe, expect, it } from 'vitest';
import { staffWords } from '$lib/i18n/staff-words';
import { dayAndTime, dayOf, timeOfDay } from './day-and-time';

describe('a day and time', () => {
	const summer = Date.UTC(2026, 6, 5, 23, 30);

	it('is said in both languages, in the school’s own time', () => {
		expect(dayAndTime(summer, 'Europe/London', staffWords('en'))).toBe('Monday 6 July, 00:30');
		expect(dayAndTime(summer, 'UTC', staffWords('cy'))).toBe('dydd Sul 5 Gorffennaf, 23:30');
	});
	it('may be the day alone', () => {
		expect(dayOf('2026-11-22', staffWords('en'))).toBe('Sunday 22 November');
		expect(dayOf('2026-11-22', staffWords('cy'))).toBe('dydd Sul 22 Tachwedd');
	});
	it('may be the time alone', () => {
		expect(timeOfDay(summer, 'Europe/London')).toBe('00:30');
	});
});
