// The screens of the child's side, and the way back through them.

export type Screen =
	| 'rest'
	| 'class'
	| 'who'
	| 'feelings'
	| 'offer'
	| 'others'
	| 'goodbye'
	| 'for-me'
	| 'calm'
	| 'grown-ups';

/**
 * The screen that Back opens; `null` when the visit ends there.
 *
 * @param cameFrom where calm was opened
 * @param choosesClass whether this kiosk's children choose their class
 */
export function screenBefore(
	screen: Screen,
	{ cameFrom, choosesClass }: { cameFrom: Screen; choosesClass: boolean }
): Screen | null {
	if (screen === 'others') return 'offer';
	if (screen === 'calm') return cameFrom;
	if (screen === 'offer' || screen === 'for-me') return 'feelings';
	return screen === 'who' && choosesClass ? 'class' : null;
}
