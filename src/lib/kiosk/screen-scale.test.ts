import { describe, expect, it } from 'vitest';
import { forgetMm, keepMm, measuredMm } from './screen-scale';

function storeWith(text: string | null = null) {
	let kept = text;
	return {
		getItem: () => kept,
		setItem: (_key: string, value: string) => void (kept = value),
		removeItem: () => void (kept = null)
	};
}

describe('a millimetre on the screen', () => {
	it('is as it was measured, until that is forgotten', () => {
		const store = storeWith();
		expect(measuredMm(store, { devicePixelRatio: 1 })).toBeNull();
		keepMm(5.9, store, { devicePixelRatio: 1 });
		expect(measuredMm(store, { devicePixelRatio: 1 })).toBe(5.9);
		forgetMm(store);
		expect(measuredMm(store, { devicePixelRatio: 1 })).toBeNull();
	});

	it('stays a millimetre when the page is zoomed', () => {
		const store = storeWith();
		keepMm(5, store, { devicePixelRatio: 1.5 });
		expect(measuredMm(store, { devicePixelRatio: 3 })).toBe(2.5);
	});

	it.each(['', 'wide', '0', '-4', '0.2', '400', 'NaN'])('is not %j', (text) => {
		expect(measuredMm(storeWith(text), { devicePixelRatio: 1 })).toBeNull();
	});

	it('is not known where the browser keeps nothing, and nothing breaks', () => {
		const refuse = () => {
			throw new DOMException('denied', 'SecurityError');
		};
		const store = { getItem: refuse, setItem: refuse, removeItem: refuse };
		expect(measuredMm(store, { devicePixelRatio: 1 })).toBeNull();
		keepMm(5, store, { devicePixelRatio: 1 });
	});
});
