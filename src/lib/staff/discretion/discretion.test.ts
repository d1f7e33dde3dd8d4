import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Discretion, SHOWN_MS, TAP_MS } from './discretion.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('begins masked', () => {
	expect(new Discretion()).toMatchObject({ shown: false, blank: false });
});

it('shows names while they are held, and no longer', () => {
	const discretion = new Discretion();
	discretion.press(1000);
	expect(discretion.shown).toBe(true);
	discretion.release(1000 + TAP_MS + 1);
	expect(discretion.shown).toBe(false);
});

it('lets a tap show them for twenty seconds, for hands that cannot hold', () => {
	const discretion = new Discretion();
	discretion.press(1000);
	discretion.release(1100);
	vi.advanceTimersByTime(SHOWN_MS - 1);
	expect(discretion.shown).toBe(true);
	vi.advanceTimersByTime(1);
	expect(discretion.shown).toBe(false);
});

it('masks with the second tap, and after twenty seconds of holding', () => {
	const discretion = new Discretion();
	discretion.press(1000);
	discretion.release(1100);
	discretion.press(2000);
	discretion.release(2100);
	expect(discretion.shown).toBe(false);
	discretion.press(3000);
	vi.advanceTimersByTime(SHOWN_MS);
	expect(discretion.shown).toBe(false);
});

it('toggles by key, and a second showing has its whole time', () => {
	const discretion = new Discretion();
	discretion.toggle();
	vi.advanceTimersByTime(SHOWN_MS / 2);
	discretion.toggle();
	discretion.toggle();
	vi.advanceTimersByTime(SHOWN_MS - 1);
	expect(discretion.shown).toBe(true);
});

it('masks with Esc, and blanks with Esc twice', () => {
	const discretion = new Discretion();
	discretion.toggle();
	discretion.escape(1000);
	expect(discretion).toMatchObject({ shown: false, blank: false });
	discretion.escape(5000);
	expect(discretion.blank).toBe(false);
	discretion.escape(5300);
	expect(discretion.blank).toBe(true);
	discretion.uncover();
	expect(discretion).toMatchObject({ shown: false, blank: false });
});

it('masks what was shown when the screen is blanked', () => {
	const discretion = new Discretion();
	discretion.toggle();
	discretion.cover();
	discretion.uncover();
	expect(discretion.shown).toBe(false);
});
