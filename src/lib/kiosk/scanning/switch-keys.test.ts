import { describe, expect, it } from 'vitest';
import { SwitchKeys, type KeyPressed } from './switch-keys';

/** Stands for an element that `matches` what its name matches. */
const element = (name: 'button' | 'textarea' | 'h1') =>
	({ matches: (selector: string) => new RegExp(`\\b${name}\\b`).test(selector) }) as Element;
const pressed = (key: string, change: Partial<KeyPressed> = {}): KeyPressed => ({
	key,
	at: null,
	isHeld: false,
	withOthers: false,
	...change
});

describe('a switch', () => {
	it('is Space or Enter; with two, Space steps and Enter chooses', () => {
		const keys = new SwitchKeys();
		expect(keys.read(pressed(' '), 1)).toBe('switch');
		expect(keys.read(pressed('Enter'), 1)).toBe('switch');
		expect(keys.read(pressed(' '), 2)).toBe('step');
		expect(keys.read(pressed('Enter'), 2)).toBe('switch');
		expect(keys.read(pressed('a'), 1)).toBeNull();
		expect(keys.read(pressed('Enter', { withOthers: true }), 1)).toBeNull();
	});

	it('does nothing while it is held down', () => {
		expect(new SwitchKeys().read(pressed(' ', { isHeld: true }), 1)).toBe('held');
	});

	it('is a key of the keyboard where Tab has walked to a button, until a finger or a new screen', () => {
		const keys = new SwitchKeys();
		const at = element('button');
		expect(keys.read(pressed('Enter', { at }), 1), 'a finger was there').toBe('switch');
		keys.read(pressed('Tab'), 1);
		expect(keys.read(pressed('Enter', { at }), 1)).toBeNull();
		expect(keys.read(pressed('Enter', { at: element('h1') }), 1)).toBe('switch');
		keys.forgetWalk();
		expect(keys.read(pressed('Enter', { at }), 1)).toBe('switch');
	});

	it('is a space between letters that somebody types, and never lost in a field by itself', () => {
		const keys = new SwitchKeys();
		const at = element('textarea');
		expect(keys.read(pressed(' ', { at }), 1)).toBe('switch');
		keys.read(pressed('a', { at }), 1);
		expect(keys.read(pressed(' ', { at }), 1)).toBeNull();
		const other = element('textarea');
		expect(keys.read(pressed(' ', { at: other }), 1)).toBe('switch');
		keys.touchedField(other);
		expect(keys.read(pressed(' ', { at: other }), 1)).toBeNull();
	});
});
