import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoment, local, TIMETABLE } from './examples';
import {
	addSchoolMinutes,
	dayIsPast,
	endOfSchoolDay,
	isSchoolOpen,
	nextSchoolDay,
	schoolDay,
	schoolMinutesBetween,
	slotTime,
	whenStarts
} from './school-time';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const add = (from: string, minutes: number) => addSchoolMinutes(local(from), minutes, TIMETABLE);
const between = (from: string, to: string) =>
	schoolMinutesBetween(local(from), local(to), TIMETABLE);

describe('the open hours', () => {
	it.each([
		['2026-11-24 07:59', false],
		['2026-11-24 08:00', true],
		['2026-11-24 16:29', true],
		['2026-11-24 16:30', false],
		['2026-11-28 10:00', false],
		['2026-10-28 10:00', false],
		['2026-12-21 10:00', false],
		['2027-05-03 10:00', false],
		['2027-05-04 10:00', true]
	])('at %s: %s', (moment, isOpen) => {
		expect(isSchoolOpen(local(moment), TIMETABLE)).toBe(isOpen);
	});

	it('begin at the same time on the school clock in summer and in winter', () => {
		expect(isSchoolOpen(Date.UTC(2026, 8, 7, 7, 0), TIMETABLE)).toBe(true);
		expect(isSchoolOpen(Date.UTC(2026, 10, 9, 7, 0), TIMETABLE)).toBe(false);
		expect(isSchoolOpen(Date.UTC(2026, 10, 9, 8, 0), TIMETABLE)).toBe(true);
	});

	it('come back on weekdays when nobody entered the terms of the new year', () => {
		expect(isSchoolOpen(local('2027-09-01 10:00'), TIMETABLE)).toBe(false);
		expect(isSchoolOpen(local('2027-09-15 10:00'), TIMETABLE)).toBe(true);
		expect(isSchoolOpen(local('2027-09-18 10:00'), TIMETABLE)).toBe(false);
	});
});

describe('counting school minutes', () => {
	it('goes on the next morning, after the weekend, and after the holidays', () => {
		expect(add('2026-11-24 16:20', 20)).toBe(local('2026-11-25 08:10'));
		expect(add('2026-11-27 16:20', 20)).toBe(local('2026-11-30 08:10'));
		expect(add('2026-12-18 16:20', 20)).toBe(local('2027-01-04 08:10'));
		expect(add('2026-10-23 16:20', 20)).toBe(local('2026-11-02 08:10'));
	});

	it('begins at the next opening, also for nothing', () => {
		expect(add('2026-11-24 10:00', 0)).toBe(local('2026-11-24 10:00'));
		expect(add('2026-11-24 19:00', 0)).toBe(local('2026-11-25 08:00'));
		expect(add('2026-11-28 10:00', 10)).toBe(local('2026-11-30 08:10'));
	});

	it('is right over the weekends on which the clocks change', () => {
		expect(between('2027-03-25 16:00', '2027-04-12 09:00')).toBe(90);
		const everyWeek = { ...TIMETABLE, terms: [] };
		const friday = local('2027-03-26 16:00');
		expect(addSchoolMinutes(friday, 60, everyWeek)).toBe(local('2027-03-29 08:30'));
	});

	it('is right on a day whose clocks change within the open hours', () => {
		// Open round the clock on Sundays: 24 hours on the clock's face, 23 and 25 that go by.
		const nightSchool = {
			...TIMETABLE,
			terms: [],
			closedDates: [],
			schoolDays: [7],
			opensMinutes: 0,
			closesMinutes: 1440
		};
		const minutesOn = (day: string, next: string) =>
			schoolMinutesBetween(local(`${day} 00:00`), local(`${next} 00:00`), nightSchool);
		expect(minutesOn('2027-03-28', '2027-03-29')).toBe(23 * 60);
		expect(minutesOn('2026-10-25', '2026-10-26')).toBe(25 * 60);
	});

	it('counts nothing outside open hours and nothing backwards', () => {
		expect(between('2026-11-27 17:00', '2026-11-30 07:00')).toBe(0);
		expect(between('2026-11-25 10:00', '2026-11-24 10:00')).toBe(0);
		expect(between('2026-11-24 09:00', '2026-11-25 09:00')).toBe(510);
	});

	it('refuses what makes no sense instead of looking for ever', () => {
		expect(() => add('2026-11-24 10:00', -1)).toThrow(RangeError);
		const never = { ...TIMETABLE, schoolDays: [] };
		expect(() => addSchoolMinutes(local('2026-11-24 10:00'), 1, never)).toThrow('no school day');
		expect(() => nextSchoolDay(local('2026-11-24 10:00'), never)).toThrow('no school day');
	});

	it('forwards and then back gives the same minutes, and ends in school time', () => {
		fc.assert(
			fc.property(anyMoment, fc.integer({ min: 1, max: 5000 }), (from, minutes) => {
				const to = addSchoolMinutes(from, minutes, TIMETABLE);
				expect(schoolMinutesBetween(from, to, TIMETABLE)).toBeCloseTo(minutes, 6);
				expect(isSchoolOpen(to - 1, TIMETABLE)).toBe(true);
			})
		);
	});

	it('back and then forwards gives the same moment, if that was in school time', () => {
		fc.assert(
			fc.property(anyMoment, fc.integer({ min: 0, max: 20 * DAY_MS }), (from, laterMs) => {
				const to = addSchoolMinutes(from + laterMs, 0, TIMETABLE);
				const minutes = schoolMinutesBetween(from, to, TIMETABLE);
				// Closing and the next opening are as many school minutes away; the earlier one counts.
				const again = addSchoolMinutes(from, minutes, TIMETABLE);
				expect(addSchoolMinutes(again, 0, TIMETABLE)).toBe(to);
			})
		);
	});

	it('adds up, and never runs faster than the clock on the wall', () => {
		fc.assert(
			fc.property(fc.tuple(anyMoment, anyMoment, anyMoment), (moments) => {
				const [a, b, c] = moments.sort((x, y) => x - y) as [number, number, number];
				const whole = schoolMinutesBetween(a, c, TIMETABLE);
				const parts = schoolMinutesBetween(a, b, TIMETABLE) + schoolMinutesBetween(b, c, TIMETABLE);
				expect(parts).toBeCloseTo(whole, 4);
				expect(whole * MINUTE_MS).toBeLessThanOrEqual(c - a);
			}),
			{ numRuns: 30 }
		);
	});
});

describe('days', () => {
	it("are the school's own, not those of Greenwich", () => {
		const lateEvening = Date.UTC(2026, 8, 7, 23, 30);
		expect(schoolDay(lateEvening, TIMETABLE)).toBe('2026-09-08');
	});

	it("are past when the school's date is a later one", () => {
		const isPast = (at: string, now: string) => dayIsPast(local(at), local(now), TIMETABLE);
		expect(isPast('2026-11-24 09:00', '2026-11-24 23:59')).toBe(false);
		expect(isPast('2026-11-24 23:59', '2026-11-25 00:00')).toBe(true);
		expect(isPast('2026-11-25 09:00', '2026-11-24 09:00')).toBe(false);
	});

	it('end when staff leave', () => {
		expect(endOfSchoolDay(local('2026-11-24 09:00'), TIMETABLE)).toBe(local('2026-11-24 16:30'));
	});

	it('are followed by the next one on which children come', () => {
		const after = (at: string) => nextSchoolDay(local(at), TIMETABLE);
		expect(after('2026-11-24 07:00')).toBe('2026-11-25');
		expect(after('2026-11-27 12:00')).toBe('2026-11-30');
		expect(after('2026-12-18 12:00')).toBe('2027-01-04');
	});
});

describe('what an adult can promise', () => {
	const slot = (name: Parameters<typeof slotTime>[0], now: string) =>
		slotTime(name, local(now), TIMETABLE);

	it('is always a definite time', () => {
		expect(slot('break', '2026-11-24 09:00')).toBe(local('2026-11-24 10:30'));
		expect(slot('break', '2026-11-24 10:31')).toBe(local('2026-11-24 14:00'));
		expect(slot('lunch', '2026-11-24 09:00')).toBe(local('2026-11-24 12:00'));
		expect(slot('before-home', '2026-11-24 09:00')).toBe(local('2026-11-24 15:00'));
		expect(slot('tomorrow', '2026-11-27 09:00')).toBe(local('2026-11-30 09:15'));
	});

	it('is not a time that has passed, or that today does not have', () => {
		expect(slot('break', '2026-11-24 14:00')).toBeNull();
		expect(slot('lunch', '2026-11-24 12:00')).toBeNull();
		expect(slot('before-home', '2026-11-24 15:05')).toBeNull();
		expect(slot('lunch', '2026-11-28 09:00')).toBeNull();
	});

	it('is now in five to ten minutes, on a round time', () => {
		expect(slot('now', '2026-11-24 09:00')).toBe(local('2026-11-24 09:05'));
		expect(slot('now', '2026-11-24 09:01')).toBe(local('2026-11-24 09:10'));
		fc.assert(
			fc.property(anyMoment, (now) => {
				const meetAt = slotTime('now', now, TIMETABLE) ?? 0;
				expect(meetAt - now).toBeGreaterThanOrEqual(5 * MINUTE_MS);
				expect(meetAt - now).toBeLessThan(10 * MINUTE_MS);
				expect(meetAt % (5 * MINUTE_MS)).toBe(0);
			})
		);
	});

	it('is never in the past, and tomorrow is always possible', () => {
		const anySlot = fc.constantFrom('now', 'break', 'lunch', 'before-home', 'tomorrow');
		fc.assert(
			fc.property(anyMoment, anySlot, (now, name) => {
				const meetAt = slotTime(name, now, TIMETABLE);
				if (meetAt !== null) expect(meetAt).toBeGreaterThan(now);
				if (name === 'tomorrow') expect(meetAt).not.toBeNull();
			})
		);
	});
});

describe('what a child asks for', () => {
	const starts = (when: Parameters<typeof whenStarts>[0], askedAt: string) =>
		whenStarts(when, local(askedAt), TIMETABLE);

	it('begins when that time begins', () => {
		expect(starts('break', '2026-11-24 09:00')).toBe(local('2026-11-24 10:30'));
		expect(starts('break', '2026-11-24 11:00')).toBe(local('2026-11-24 14:00'));
		expect(starts('before-home', '2026-11-24 09:00')).toBe(local('2026-11-24 15:00'));
	});

	it('begins at once for now, for whenever, and for a time that has passed', () => {
		for (const when of ['now', 'whenever', 'lunch'] as const) {
			expect(starts(when, '2026-11-24 13:00')).toBe(local('2026-11-24 13:00'));
		}
	});
});
