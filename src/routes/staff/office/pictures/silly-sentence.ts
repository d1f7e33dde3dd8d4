// "A boot tickles a train. A star laughs." A child who remembers the sentence knows the pictures in order.
import { pictureCardWords } from '$lib/i18n/picture-card-words';
import type { Language } from '$lib/i18n/translator';

/** Of each length there are so many in the messages. */
export const SENTENCES = 5;

/** @param pictures three or four ids, in order; the same ones always make the same sentence */
export function sillySentence(language: Language, pictures: readonly string[]): string {
	const t = pictureCardWords(language);
	const [first = '', second = '', third = '', fourth = ''] = pictures.map((id) =>
		t(`picture.${id}`)
	);
	const letters = pictures.join('').length;
	const which = 1 + (letters % SENTENCES);
	const sentence = t(`sentence.${pictures.length}.${which}`, { first, second, third, fourth });
	// Whatever stands first in a sentence begins with a capital.
	return sentence.replace(/(^|\. )(\p{Ll})/gu, (start) => start.toLocaleUpperCase(language));
}
