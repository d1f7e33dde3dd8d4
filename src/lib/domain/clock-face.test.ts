import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	hourOfLandscape,
	minutesOfDay,
	momentOfDay,
	schoolLooksOpen,
	seasonOfLandscape,
	suggestedWhen,
	whensLeft
} from './clock-face';
import { anyMoment, local, TIMETABLE } from './examples';
import { isSchoolOpen, slotTime, utcOffsetsAround } from './school-time';

const on = (time: string) => local(`2026-11-24 ${time}`);

it("reads the school's clock in summer and in winter", () => {
	const { utcOffsets } = TIMETABLE;
	expect(minutesOfDay(Date.UTC(2026, 6, 1, 8, 45), utcOffsets)).toBe(9 * 60 + 45);
	expect(minutesOfDay(Date.UTC(2026, 11, 1, 8, 45), utcOffsets)).toBe(8 * 60 + 45);
	expect(minutesOfDay(Date.UTC(2026, 11, 1, 0, 0), utcOffsets)).toBe(0);
	expect(minutesOfDay(Date.UTC(2027, 2, 28, 0, 59), utcOffsets)).toBe(59);
	expect(minutesOfDay(Date.UTC(2027, 2, 28, 1, 0), utcOffsets)).toBe(2 * 60);
});

it('reads the tablet’s own clock before it knows the school', () => {
	const tablet = new Date(2026, 10, 24, 9, 5);
	expect(minutesOfDay(tablet.getTime(), [])).toBe(9 * 60 + 5);
});

it('knows the school’s clock east of Greenwich, west of it, and where it never changes', () => {
	const summer = Date.UTC(2026, 6, 1, 12);
	const at = (timeZone: string) =>
		minutesOfDay(summer, utcOffsetsAround(summer, { ...TIMETABLE, timeZone }));
	expect(at('Pacific/Auckland')).toBe(0);
	expect(at('America/St_Johns')).toBe(9 * 60 + 30);
	expect(at('UTC')).toBe(12 * 60);
});

it.each([
	['08:44', 'during'],
	['08:45', 'arrival'],
	['09:14', 'arrival'],
	['09:15', 'during'],
	['14:14', 'during'],
	['14:15', 'home-time'],
	['15:20', 'home-time'],
	['16:30', 'during']
])('a check-in at %s is one of %s', (time, moment) => {
	expect(momentOfDay(on(time), TIMETABLE)).toBe(moment);
});

it.each([
	['04:59', 'night'],
	['05:00', 'dawn'],
	['08:00', 'morning'],
	['10:59', 'morning'],
	['11:00', 'midday'],
	['14:00', 'afternoon'],
	['16:00', 'evening'],
	['20:00', 'night']
])('the landscape at %s is that of the %s', (time, hour) => {
	expect(hourOfLandscape(on(time), TIMETABLE.utcOffsets)).toBe(hour);
});

it.each([
	['2026-12-01', 'winter'],
	['2027-02-28', 'winter'],
	['2027-03-01', 'spring'],
	['2027-06-01', 'summer'],
	['2027-09-01', 'autumn'],
	['2027-11-30', 'autumn']
])('the landscape on %s is that of the %s', (date, season) => {
	expect(seasonOfLandscape(local(`${date} 12:00`), TIMETABLE.utcOffsets)).toBe(season);
});

describe('the times a child is offered', () => {
	it.each([
		['09:00', ['break', 'lunch', 'before-home', 'now', 'whenever']],
		['10:30', ['lunch', 'break', 'before-home', 'now', 'whenever']],
		['12:00', ['break', 'before-home', 'now', 'whenever']],
		['14:30', ['before-home', 'now', 'whenever']],
		['15:00', ['now', 'whenever']]
	])('at %s are %s', (time, whens) => {
		expect(whensLeft(on(time), TIMETABLE)).toEqual(whens);
	});

	it('are no times of the day on a day without school', () => {
		expect(whensLeft(local('2026-11-28 09:00'), TIMETABLE)).toEqual(['now', 'whenever']);
		expect(suggestedWhen(local('2026-11-28 09:00'), TIMETABLE)).toBe('whenever');
	});

	it('suggest the next definite one, and whenever only when none is left', () => {
		expect(suggestedWhen(on('09:00'), TIMETABLE)).toBe('break');
		expect(suggestedWhen(on('11:00'), TIMETABLE)).toBe('lunch');
		expect(suggestedWhen(on('15:05'), TIMETABLE)).toBe('whenever');
		fc.assert(
			fc.property(anyMoment, (at) => {
				const suggested = suggestedWhen(at, TIMETABLE);
				const left = whensLeft(at, TIMETABLE);
				expect(left).toContain(suggested);
				expect(suggested).not.toBe('now');
				if (suggested === 'whenever') expect(left).toEqual(['now', 'whenever']);
			})
		);
	});
});

describe('the kiosk and the server, which count in different ways', () => {
	it('agree on when the school is open', () => {
		fc.assert(
			fc.property(anyMoment, (at) => {
				expect(schoolLooksOpen(at, TIMETABLE)).toBe(isSchoolOpen(at, TIMETABLE));
			})
		);
	});

	it('agree on which times of today are left', () => {
		fc.assert(
			fc.property(anyMoment, fc.constantFrom('break', 'lunch', 'before-home'), (at, when) => {
				// The face of a clock shows whole minutes.
				const atMinute = at - (at % 60_000);
				const isLeft = slotTime(when, atMinute, TIMETABLE) !== null;
				expect(whensLeft(atMinute, TIMETABLE).includes(when)).toBe(isLeft);
			})
		);
	});
});
