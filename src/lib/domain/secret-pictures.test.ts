import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isSameOrder,
	secretPictureCount,
	waitAfterMisses,
	type GuessScope
} from './secret-pictures';

const HOUR_MS = 60 * 60 * 1000;

it('are three, and four from Year 3', () => {
	expect([-1, 0, 1, 2, 3, 6].map(secretPictureCount)).toEqual([3, 3, 3, 3, 4, 4]);
	expect(secretPictureCount(null)).toBe(3);
});

describe('the order', () => {
	it('must be the same', () => {
		expect(isSameOrder(['key', 'ball', 'cup'], ['key', 'ball', 'cup'])).toBe(true);
		expect(isSameOrder(['ball', 'key', 'cup'], ['key', 'ball', 'cup'])).toBe(false);
		expect(isSameOrder(['key', 'ball'], ['key', 'ball', 'cup'])).toBe(false);
		expect(isSameOrder(['key', 'ball', 'cup', 'tree'], ['key', 'ball', 'cup'])).toBe(false);
	});

	it('is not guessed by tapping nothing where no pictures are set', () => {
		expect(isSameOrder([], [])).toBe(false);
	});

	it('is right for exactly one order', () => {
		const orders = fc.array(fc.constantFrom('key', 'ball', 'cup'), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(orders, orders, (tapped, secret) => {
				expect(isSameOrder(tapped, secret)).toBe(tapped.join() === secret.join());
			})
		);
	});
});

/** Tries as soon as allowed, always wrong. */
function guessesInAnHour(scope: GuessScope): number {
	let clockMs = 0;
	let misses = 0;
	while (clockMs < HOUR_MS) {
		misses += 1;
		clockMs += waitAfterMisses(misses, scope);
	}
	return misses;
}

describe('guessing', () => {
	it('lets a child slip twice without waiting', () => {
		expect([0, 1, 2].map((misses) => waitAfterMisses(misses, 'child'))).toEqual([0, 0, 0]);
		expect(waitAfterMisses(3, 'child')).toBe(10_000);
	});

	it("for an hour finds a child's three pictures once in a hundred times", () => {
		expect(guessesInAnHour('child')).toBe(13);
		expect(guessesInAnHour('child') / (12 * 11 * 10)).toBeLessThan(0.01);
	});

	it('for an hour at one kiosk, or all over the school, is slow too', () => {
		expect(guessesInAnHour('kiosk')).toBeLessThanOrEqual(30);
		expect(guessesInAnHour('school')).toBeLessThanOrEqual(200);
	});

	it('is slowed more with every miss and never locked out', () => {
		const scopes = fc.constantFrom<GuessScope>('child', 'kiosk', 'school');
		fc.assert(
			fc.property(fc.nat(100_000), scopes, (misses, scope) => {
				const waitMs = waitAfterMisses(misses, scope);
				expect(waitAfterMisses(misses + 1, scope)).toBeGreaterThanOrEqual(waitMs);
				expect(waitMs).toBeLessThanOrEqual(10 * 60_000);
			})
		);
	});
});
