import { describe, expect, it } from 'vitest';
import { LANES, type OutboxEntry } from './names';
import { deliveryTimeout, oneDelivery } from './one-delivery';

const TAPS = 8_600;
const RECORDING = 702_000;
const entry = (bytes: number, lane: OutboxEntry['lane'] = LANES.usual): OutboxEntry => ({
	id: crypto.randomUUID(),
	lane,
	counter: 1,
	line: 'x'.repeat(bytes),
	digest: '',
	keptAt: 0
});
const sizes = (entries: OutboxEntry[]) => oneDelivery(entries).map(({ line }) => line.length);
const many = (count: number, bytes: number) => Array.from({ length: count }, () => entry(bytes));

describe('a delivery', () => {
	it('takes visits by taps together, and recordings one by one', () => {
		expect(sizes(many(50, TAPS))).toHaveLength(50);
		expect(sizes(many(5, RECORDING))).toEqual([RECORDING]);
		expect(sizes([entry(TAPS), entry(RECORDING), entry(TAPS), entry(RECORDING)])).toEqual([
			TAPS,
			RECORDING,
			TAPS
		]);
		expect(sizes([])).toEqual([]);
	});

	it('takes what is too large for any other, alone', () => {
		expect(sizes(many(2, 2 * RECORDING))).toEqual([2 * RECORDING]);
	});

	it('lets nothing large travel with an urgent call', () => {
		const urgent = entry(TAPS, LANES.urgent);
		expect(sizes([urgent, entry(TAPS), entry(RECORDING)])).toEqual([TAPS, TAPS]);
	});

	it('has the time that a poor network needs', () => {
		expect(deliveryTimeout(TAPS)).toBeLessThan(32_000);
		const mostSeconds = deliveryTimeout(RECORDING) / 1000;
		expect(mostSeconds).toBeGreaterThan((RECORDING * 8) / 64_000);
	});
});
