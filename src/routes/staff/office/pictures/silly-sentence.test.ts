import { expect, it } from 'vitest';
import { secretPictureIds } from '$lib/content/secret-pictures';
import { sillySentence } from './silly-sentence';

const three = ['boot', 'umbrella', 'star'];
const four = ['anchor', 'train', 'guitar', 'tree'];

it('says the pictures in their order, in both languages', () => {
	expect(sillySentence('en', three)).toBe('A boot washes an umbrella. A star sings.');
	expect(sillySentence('cy', three)).toBe('Mae esgid yn golchi ymbarél. Mae seren yn canu.');
	expect(sillySentence('en', four)).toBe('An anchor washes a train. A guitar feeds a tree.');
	expect(sillySentence('cy', four)).toBe('Mae angor yn golchi trên. Mae gitâr yn bwydo coeden.');
});

it('has whole words for every picture in every place', () => {
	for (const [at, picture] of secretPictureIds.entries()) {
		const others = [1, 2, 3].map((by) => secretPictureIds[(at + by * 7) % 60] ?? '');
		for (const language of ['en', 'cy'] as const) {
			for (const pictures of [
				[picture, ...others.slice(0, 2)],
				[...others, picture]
			]) {
				const sentence = sillySentence(language, pictures);
				expect(sentence).toMatch(/^\p{Lu}[^{}]+\. \p{Lu}[^{}]+\.$/u);
				expect(sentence).not.toContain('undefined');
			}
		}
	}
});

it('is short enough to remember: no part of it has more than nine words', () => {
	for (const language of ['en', 'cy'] as const) {
		for (const picture of secretPictureIds) {
			for (const part of sillySentence(language, [picture, 'magnifier', 'toothbrush']).split(
				'. '
			)) {
				expect(part.split(' ').length).toBeLessThanOrEqual(9);
			}
		}
	}
});
