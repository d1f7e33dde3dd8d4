// The screens of the child's side, and the way back through them.

export type Screen =
	| 'rest'
	| 'class'
	| 'who'
	/** Special pictures before the feelings, where the school asks for them. */
	| 'who-sure'
	| 'feelings'
	| 'offer'
	| 'others'
	| 'my-grown-ups'
	| 'more-about'
	| 'words'
	| 'words-type'
	| 'words-draw'
	| 'words-record'
	| 'needs'
	| 'goodbye'
	| 'for-me'
	| 'calm'
	| 'grown-ups';

/** Where the screens were opened that several others lead to. */
export type CameFrom = Readonly<Record<'calm' | 'needs', Screen>>;
export const FROM_FEELINGS: CameFrom = { calm: 'feelings', needs: 'feelings' };

/**
 * The screen that Back opens; `null` when the visit ends there.
 *
 * @param choosesClass whether this kiosk's children choose their class
 */
export function screenBefore(
	screen: Screen,
	{ cameFrom, choosesClass }: { cameFrom: CameFrom; choosesClass: boolean }
): Screen | null {
	if (screen === 'others' || screen === 'words') return 'offer';
	if (screen === 'my-grown-ups') return 'others';
	if (screen === 'more-about') return 'offer';
	if (screen.startsWith('words-')) return 'words';
	if (screen === 'calm' || screen === 'needs') return cameFrom[screen];
	if (screen === 'offer' || screen === 'for-me') return 'feelings';
	return screen === 'who' && choosesClass ? 'class' : null;
}
