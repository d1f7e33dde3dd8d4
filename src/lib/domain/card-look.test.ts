import { describe, expect, it } from 'vitest';
import { feelingOfOwnWord, ownWordIdOf } from './card-look';

describe('a feeling word of the school’s own', () => {
	it('travels as a feeling that says which word it is', () => {
		expect(ownWordIdOf(feelingOfOwnWord('0192'))).toBe('0192');
	});
	it('is told from the cards of the content, and from no feeling', () => {
		expect(ownWordIdOf('happy')).toBeNull();
		expect(ownWordIdOf(null)).toBeNull();
	});
});
