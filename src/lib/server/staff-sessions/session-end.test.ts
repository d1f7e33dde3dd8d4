import { describe, expect, it } from 'vitest';
import { defaultTimetable } from '../set-up/school-defaults';
import { LONGEST_SESSION_MS, sessionEnd } from './session-end';
import { waitAfterWrongPasswords } from './wait-after-wrong-passwords';

const at = (time: string) => Date.parse(time);

describe('a session', () => {
	it('ends when the school closes, by the school’s own clock', () => {
		const winter = sessionEnd(at('2026-11-24T09:00:00Z'), defaultTimetable());
		expect(new Date(winter).toISOString()).toBe('2026-11-24T16:30:00.000Z');
		const summer = sessionEnd(at('2026-06-23T09:00:00Z'), defaultTimetable());
		expect(new Date(summer).toISOString()).toBe('2026-06-23T15:30:00.000Z');
	});
	it.each(['2026-11-24T20:00:00Z', '2026-11-22T10:00:00Z'])(
		'that begins outside school time (%s) ends after twelve hours',
		(time) => {
			expect(sessionEnd(at(time), defaultTimetable())).toBe(at(time) + LONGEST_SESSION_MS);
		}
	);
	it('ends after twelve hours where nobody knows the school’s times', () => {
		expect(sessionEnd(0, null)).toBe(LONGEST_SESSION_MS);
	});
});

describe('waiting after wrong passwords', () => {
	it('begins after the fifth, grows, and is never longer than five minutes', () => {
		expect([0, 4, 5, 6, 8].map(waitAfterWrongPasswords)).toEqual([0, 0, 30_000, 60_000, 240_000]);
		expect(waitAfterWrongPasswords(1_000_000)).toBe(300_000);
	});
});
