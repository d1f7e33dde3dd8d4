import { describe, expect, it } from 'vitest';
import { nextTowards } from './keys';

/** Three across, two down, and a button below on the left. */
const spots = [
	{ id: 'a', x: 100, y: 100 },
	{ id: 'b', x: 300, y: 100 },
	{ id: 'c', x: 500, y: 100 },
	{ id: 'd', x: 100, y: 300 },
	{ id: 'e', x: 300, y: 300 },
	{ id: 'f', x: 500, y: 300 },
	{ id: 'help', x: 60, y: 600 }
];
const from = (id: string, step: readonly [number, number]) => {
	const start = spots.find((spot) => spot.id === id) ?? { x: 0, y: 0 };
	return (
		nextTowards(
			start,
			step,
			spots.filter((spot) => spot.id !== id)
		)?.id ?? null
	);
};

describe('an arrow', () => {
	it('walks to the neighbour on that side', () => {
		expect(from('b', [1, 0])).toBe('c');
		expect(from('b', [-1, 0])).toBe('a');
		expect(from('b', [0, 1])).toBe('e');
		expect(from('e', [0, -1])).toBe('b');
	});
	it('finds what is further away where nothing is nearer', () => {
		expect(from('d', [0, 1])).toBe('help');
		expect(from('help', [0, -1])).toBe('d');
	});
	it('stays where there is nothing on that side', () => {
		expect(from('c', [1, 0])).toBeNull();
		expect(from('a', [0, -1])).toBeNull();
	});
});
