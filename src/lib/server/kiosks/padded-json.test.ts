import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paddedJson } from './padded-json';

it('has always a whole number of blocks, and says the same', () => {
	fc.assert(
		fc.property(
			fc.string({ maxLength: 300, unit: 'grapheme' }),
			fc.integer({ min: 1, max: 512 }),
			(said, bytes) => {
				const text = paddedJson({ said }, bytes);
				expect(Buffer.byteLength(text) % bytes).toBe(0);
				expect((JSON.parse(text) as { said: string }).said).toBe(said);
			}
		)
	);
});
