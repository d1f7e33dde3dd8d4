// A portrait of somebody without a photograph: initials on a pattern.
import { portraitPatterns } from '$lib/ui/art/portrait-patterns';

const TITLES = /^(mr|mrs|miss|ms|mx|dr|mrs\.|mr\.|dr\.|y parch|rev)$/i;

/** "Miss Evans" is ME, "Elin Rees" is ER, "Siân" is S. */
export function initialsOf(displayName: string): string {
	const words = displayName.normalize('NFC').split(/\s+/u).filter(Boolean);
	const last = words.at(-1);
	const first = words.find((word) => !TITLES.test(word) && word !== last) ?? words[0];
	const letters = [first, last === first ? undefined : last].flatMap((word) => {
		const letter = word?.match(/\p{L}/u)?.[0];
		return letter ? [letter.toLocaleUpperCase('cy')] : [];
	});
	return letters.join('') || '?';
}

/** Neighbours on a list look different. `position` counts the school's staff from 0. */
export const patternFor = (position: number): number => position % portraitPatterns.length;
