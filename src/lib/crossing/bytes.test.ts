import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from './bytes';

/** As an older runtime has them, whose numbers cannot say themselves in base64. */
const older = (bytes: Uint8Array): Uint8Array =>
	Object.defineProperty(new Uint8Array(bytes), 'toBase64', { value: undefined });

it('base64 is the same in a runtime that has its own and in one that has none', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			const text = Buffer.from(bytes).toString('base64');
			expect(toBase64(bytes)).toBe(text);
			expect(fromBase64(text)).toEqual(new Uint8Array(bytes));
		})
	);
	for (const size of [0, 1, 0x8000, 0x8001, 100_000]) {
		const bytes = new Uint8Array(size).map((_, at) => (at * 7) % 256);
		const text = Buffer.from(bytes).toString('base64');
		expect(toBase64(bytes)).toBe(text);
		expect(toBase64(older(bytes))).toBe(text);
	}
});
