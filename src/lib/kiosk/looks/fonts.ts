// Andika is there from the start. The others are loaded at idle on a tablet where the school or a child has
// them, so that no word changes its shape under a child's eyes.
import type { Directory } from '$lib/crossing/directory';
import type { Settings } from '$lib/domain/settings';
import { settingsOfChild, settingsOfChildren } from '../settings-of-child';

type OtherFont = Exclude<Settings['font'], 'andika'>;

const files: Record<OtherFont, () => Promise<{ family: string }>> = {
	lexend: () => import('./lexend'),
	atkinson: () => import('./atkinson')
};
/** A letter of each file: Welsh has ŵ and ŷ in the second. */
const LETTERS = 'aŵ';

/** The fonts that somebody at this tablet has, besides Andika. */
export function otherFonts(directory: Directory): OtherFont[] {
	const fonts = [settingsOfChild(directory, null), ...settingsOfChildren(directory)].map(
		({ font }) => font
	);
	return [...new Set(fonts)].filter((font) => font !== 'andika');
}

/** Without a network and not kept yet: the words stand in Andika, and it is tried again. */
export async function loadFonts(fonts: readonly OtherFont[]): Promise<void> {
	for (const font of fonts) {
		try {
			const { family } = await files[font]();
			for (const weight of [400, 700])
				await document.fonts.load(`${weight} 1em "${family}"`, LETTERS);
		} catch {
			return;
		}
	}
}
