import { expect, it } from 'vitest';
import { BADGE_TOKEN_BYTES, badgeText, badgeToken, badgeTokenIn } from './badge';

const bytes = (fill: (index: number) => number) =>
	Uint8Array.from({ length: BADGE_TOKEN_BYTES }, (_none, index) => fill(index));

it('is base32 of its bytes, as RFC 4648 has it', () => {
	expect(badgeToken(new TextEncoder().encode('foobar'))).toBe('MZXW6YTBOI');
	expect(badgeToken(bytes(() => 255))).toBe(`${'7'.repeat(25)}4`);
	expect(badgeToken(bytes(() => 0))).toBe('A'.repeat(26));
});

it('is read back from what the code says, and from nothing else', () => {
	const token = badgeToken(bytes((index) => index * 17));
	expect(badgeTokenIn(badgeText(token))).toBe(token);
	for (const other of [
		'',
		token,
		`CW${token}A`,
		`CW${token.slice(1)}`,
		`CW${token.toLowerCase()}`,
		'https://cwtch.example/kiosk#pair=ABCD'
	])
		expect(badgeTokenIn(other)).toBeNull();
});
