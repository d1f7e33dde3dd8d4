import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BEING_READ, Reader, type Lifted, type Say } from './reader.svelte';

class Card implements Lifted {
	isConnected = true;
	readonly marks = new Set<string>();
	setAttribute(name: string) {
		this.marks.add(name);
	}
	removeAttribute(name: string) {
		this.marks.delete(name);
	}
}

describe('reading to a child', () => {
	let cards: Card[];
	let said: string[];
	const begun = vi.fn();
	const turns = () =>
		cards.map((lifted, index) => ({
			lifted,
			sayable: { text: `card ${index}`, keys: [], recordings: [] }
		}));
	const lifted = () => cards.map(({ marks }) => marks.has(BEING_READ));
	/** Says at once. */
	const say: Say = async ({ text }) => {
		said.push(text);
		return true;
	};
	/** Never ends by itself. */
	const endless: Say = ({ text }, signal) => {
		said.push(text);
		return new Promise((resolve) => signal.addEventListener('abort', () => resolve(false)));
	};

	beforeEach(() => {
		vi.useFakeTimers();
		begun.mockClear();
		cards = [new Card(), new Card(), new Card()];
		said = [];
		return () => vi.useRealTimers();
	});

	it('lifts one card after the other, and ends by itself', async () => {
		const reader = new Reader(begun);
		const seen: boolean[][] = [];
		const reading = reader.read(turns(), (sayable, signal) => {
			seen.push(lifted());
			return say(sayable, signal);
		});
		expect(reader.isReading).toBe(true);
		await vi.runAllTimersAsync();
		await reading;
		expect(said).toEqual(['card 0', 'card 1', 'card 2']);
		expect(seen).toEqual([
			[true, false, false],
			[false, true, false],
			[false, false, true]
		]);
		expect(lifted()).toEqual([false, false, false]);
		expect(begun).toHaveBeenCalledTimes(3);
		expect(reader.isReading).toBe(false);
	});

	it('stops in the middle of a word, with nothing left lifted', async () => {
		const reader = new Reader();
		const reading = reader.read(turns(), endless);
		await vi.advanceTimersByTimeAsync(0);
		expect(lifted()).toEqual([true, false, false]);
		reader.stop();
		await vi.runAllTimersAsync();
		await reading;
		expect(said).toEqual(['card 0']);
		expect(lifted()).toEqual([false, false, false]);
	});

	it('begins anew after it was stopped, and only one reads', async () => {
		const reader = new Reader();
		void reader.read(turns(), endless);
		const second = reader.read(turns(), say);
		await vi.runAllTimersAsync();
		await second;
		expect(said).toEqual(['card 0', 'card 0', 'card 1', 'card 2']);
	});

	it('points for a moment at a card that has no sound', async () => {
		const reader = new Reader();
		void reader.read(turns(), async () => false);
		await vi.advanceTimersByTimeAsync(700);
		expect(lifted()).toEqual([true, false, false]);
		await vi.advanceTimersByTimeAsync(400);
		expect(lifted()).toEqual([false, true, false]);
		reader.stop();
	});

	it('ends when another page of cards is shown', async () => {
		const reader = new Reader();
		const reading = reader.read(turns(), async (sayable, signal) => {
			for (const card of cards) card.isConnected = false;
			return say(sayable, signal);
		});
		await vi.runAllTimersAsync();
		await reading;
		expect(said).toEqual(['card 0']);
	});
});
