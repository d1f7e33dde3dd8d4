// What stands in the QR code of a badge: a mark of ours and a token by chance. No name, no school, no id.

/** 128 bits in base32 (RFC 4648, without padding). */
export const BADGE_TOKEN_BYTES = 16;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const TOKEN = /^[A-Z2-7]{26}$/;
/** With it 28 letters of QR's own small alphabet, which the second smallest code holds at quality Q. */
const MARK = 'CW';

/** @param bytes `BADGE_TOKEN_BYTES` of chance */
export function badgeToken(bytes: Uint8Array): string {
	let token = '';
	let bits = 0;
	let value = 0;
	for (const byte of bytes) {
		value = ((value << 8) | byte) & 0xfff;
		bits += 8;
		for (; bits >= 5; bits -= 5) token += LETTERS[(value >> (bits - 5)) & 31];
	}
	return bits > 0 ? token + LETTERS[(value << (5 - bits)) & 31] : token;
}

/** What the QR code says. */
export const badgeText = (token: string): string => MARK + token;

/** The token in what a camera read; `null` for every other QR code of the world. */
export function badgeTokenIn(text: string): string | null {
	const token = text.startsWith(MARK) ? text.slice(MARK.length) : '';
	return TOKEN.test(token) ? token : null;
}
