import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeliveriesFirst } from './deliveries-first';

const SHORT_MS = 8;

describe('deliveries first', () => {
	beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }));
	afterEach(() => vi.useRealTimers());

	const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
	const delivery = (deliveries: DeliveriesFirst, ms: number) =>
		deliveries.storing(() => new Promise<void>((stored) => setTimeout(stored, ms)));

	it('opens at once when nothing is being stored', () => {
		const deliveries = new DeliveriesFirst();
		deliveries.begin();
		expect(deliveries.turn()).toBeNull();
	});

	it('waits while one is being stored, and a moment longer', async () => {
		const deliveries = new DeliveriesFirst();
		deliveries.begin();
		const stored = delivery(deliveries, 20);
		expect(deliveries.turn()).not.toBeNull();
		await later(20);
		await stored;
		expect(deliveries.turn()).not.toBeNull();
		await later(SHORT_MS);
		expect(deliveries.turn()).toBeNull();
	});

	it('waits longer for a tablet that takes its time between two', async () => {
		const deliveries = new DeliveriesFirst();
		deliveries.begin();
		for (let n = 0; n < 2; n += 1) {
			const stored = delivery(deliveries, 1);
			await later(1);
			await stored;
			await later(20);
		}
		expect(deliveries.turn()).not.toBeNull();
		await later(20);
		expect(deliveries.turn()).toBeNull();
	});

	it('never waits longer than half a second for one flood', async () => {
		const deliveries = new DeliveriesFirst();
		deliveries.begin();
		const stored = delivery(deliveries, 2_000);
		await later(499);
		expect(deliveries.turn()).not.toBeNull();
		await later(1);
		expect(deliveries.turn()).toBeNull();
		await later(1_500);
		await stored;
	});

	it('waits for nothing once it has ended', () => {
		const deliveries = new DeliveriesFirst();
		deliveries.begin();
		void delivery(deliveries, 100);
		deliveries.end();
		expect(deliveries.turn()).toBeNull();
	});
});
