import { describe, expect, it } from 'vitest';
import { local, TIMETABLE } from './examples';
import { nextTalkTime, type TalkTime } from './talk-times';

/** A Tuesday. */
const on = (time: string) => local(`2026-11-24 ${time}`);
const times: TalkTime[] = [
	{ weekday: 2, part: 'lunch' },
	{ weekday: 2, part: 'before-home' },
	{ weekday: 3, part: 'break' }
];

describe('the time that an adult keeps for talks', () => {
	it.each([
		['09:00', 'lunch'],
		['11:59', 'lunch'],
		['13:00', 'before-home'],
		['16:00', null]
	])('is at %s the next one of today: %s', (time, part) => {
		expect(nextTalkTime(times, on(time), TIMETABLE)).toBe(part);
	});

	it('is none on another day, at the weekend, and for who keeps none', () => {
		expect(nextTalkTime([{ weekday: 3, part: 'break' }], on('09:00'), TIMETABLE)).toBeNull();
		const saturday = local('2026-11-28 09:00');
		expect(nextTalkTime([{ weekday: 6, part: 'lunch' }], saturday, TIMETABLE)).toBeNull();
		expect(nextTalkTime([], on('09:00'), TIMETABLE)).toBeNull();
	});
});
