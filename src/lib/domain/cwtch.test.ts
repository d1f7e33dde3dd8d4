import { describe, expect, it } from 'vitest';
import { stayOpenUntil } from './cwtch';

const MINUTE_MS = 60_000;

describe('a child is taken to be in the Cwtch', () => {
	it.each([
		['short', 10],
		['middle', 15],
		['long', 20]
	] as const)('who began a stay that is %s, until a little after the candle', (length, minutes) => {
		expect(stayOpenUntil('begun', 1, length)).toBe(1 + minutes * MINUTE_MS);
	});

	it('as for the longest where an earlier version of the tablet has not said how long', () => {
		expect(stayOpenUntil('begun', 1)).toBe(stayOpenUntil('begun', 1, 'long'));
	});

	it('from what they said last, and not once they have said to be ready', () => {
		expect(stayOpenUntil('longer', 1)).toBe(1 + 10 * MINUTE_MS);
		expect(stayOpenUntil('talk', 1)).toBe(1 + 20 * MINUTE_MS);
		expect(stayOpenUntil('ready', 1)).toBeNull();
	});
});
