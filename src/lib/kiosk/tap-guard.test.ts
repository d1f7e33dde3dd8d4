import { describe, expect, it } from 'vitest';
import { NEW_SCREEN_MS, REPEAT_MS, TapGuard } from './tap-guard';

describe('taps that count', () => {
	it('include the very first one at Rest', () => {
		expect(new TapGuard().accepts(0, 'start')).toBe(true);
	});
	it('leave out what was meant for the screen before', () => {
		const guard = new TapGuard();
		guard.screenShown(1_000);
		expect(guard.accepts(1_000 + NEW_SCREEN_MS - 1, 'card')).toBe(false);
		expect(guard.accepts(1_000 + NEW_SCREEN_MS, 'card')).toBe(true);
	});
	it('leave out repeats', () => {
		const guard = new TapGuard();
		guard.accepts(0, 'card');
		expect(guard.accepts(REPEAT_MS - 1, 'another card')).toBe(false);
		expect(guard.accepts(REPEAT_MS, 'card')).toBe(true);
	});
	it('let different pictures be tapped quickly one after the other, but not one twice', () => {
		const guard = new TapGuard();
		guard.accepts(0, 'key', true);
		expect(guard.accepts(100, 'key', true)).toBe(false);
		expect(guard.accepts(150, 'boat', true)).toBe(true);
	});
	it('leave out repeats after the visit too, without holding what was tapped', () => {
		const guard = new TapGuard();
		guard.accepts(0, 'done');
		guard.forgetTarget();
		expect(guard.accepts(100, 'start')).toBe(false);
		expect(guard.accepts(REPEAT_MS, 'start')).toBe(true);
	});
});
