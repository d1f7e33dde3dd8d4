import { expect, it } from 'vitest';
import { MONDAY_MORNING, TIMETABLE } from '../../../../tests/support/small-school';
import { dueHeading } from './due-heading';

const HOUR_MS = 60 * 60_000;
const request = { kind: 'talk', state: 'new', when: 'lunch' } as const;
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 16, hour, minute);
const heading = (dueAt: number | null, over: Partial<Parameters<typeof dueHeading>[0]> = {}) =>
	dueHeading({ ...request, ...over }, dueAt, MONDAY_MORNING, TIMETABLE);

it.each([
	['what is due within ten minutes', at(9, 38), 'now'],
	['before the morning break', at(10, 0), 'before-break'],
	['as break begins', at(10, 30), 'at-break'],
	['after break', at(11, 30), 'before-lunch'],
	['a quarter of an hour before lunch', at(12, 0), 'at-lunch'],
	['during lunch', at(12, 45), 'at-lunch'],
	['in the afternoon', at(14, 50), 'before-home'],
	['after the children have left', at(15, 40), 'today'],
	['tomorrow', at(9) + 24 * HOUR_MS, 'next-day'],
	['next week', at(9) + 7 * 24 * HOUR_MS, 'later'],
	['what is overdue', at(9), 'now']
])('puts %s under its heading', (_what, dueAt, expected) => {
	expect(heading(dueAt)).toBe(expected);
});

it('puts what was asked for now, and what is urgent, first whenever it is due', () => {
	expect(heading(at(11), { when: 'now' })).toBe('now');
	expect(heading(at(11), { kind: 'urgent' })).toBe('now');
	expect(heading(at(12, 15), { when: 'now', state: 'arranged' })).toBe('at-lunch');
});

it('keeps what is over apart', () => {
	expect(heading(null, { state: 'met' })).toBe('to-close');
	expect(heading(null, { state: 'taken-back' })).toBe('taken-back');
});
