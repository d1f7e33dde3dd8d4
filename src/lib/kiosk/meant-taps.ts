// A tap that was not meant ends here: the second of a double one, one for the screen before, a second finger,
// a palm. Browsers make a click only of a finger that goes up inside what it came down on.
import { AnsweredTaps } from './answer-tap';
import { Contacts } from './contacts';
import type { ShownScreen } from './shown-screen.svelte';

const NOMINAL_PX_PER_MM = 3.78;

/** @param counted hears of each tap that counts, whatever was tapped */
export function onlyMeantTaps(shown: Pick<ShownScreen, 'accepts'>, counted: () => void) {
	return (screens: HTMLElement): (() => void) => {
		const contacts = new Contacts();
		const answered = new AnsweredTaps();
		const gone = new AbortController();
		const listening = { capture: true, passive: true, signal: gone.signal };
		let pxPerMm = NOMINAL_PX_PER_MM;

		screens.addEventListener(
			'pointerdown',
			(event) => {
				pxPerMm = parseFloat(getComputedStyle(screens).getPropertyValue('--mm')) || pxPerMm;
				contacts.begins(event, pxPerMm);
			},
			listening
		);
		screens.addEventListener('pointermove', (event) => contacts.touches(event, pxPerMm), listening);
		screens.addEventListener(
			'click',
			(event) => {
				if (answered.passes(event)) return;
				const tapped =
					event.target instanceof Element ? event.target.closest('button, [data-tap]') : null;
				if (!tapped) return;
				const isByFinger = event.isTrusted && event.detail > 0;
				const pointerId = event instanceof PointerEvent ? event.pointerId : undefined;
				const isQuick = tapped.hasAttribute('data-quick');
				const counts =
					(!isByFinger || contacts.isMeant(pointerId)) &&
					shown.accepts(event.timeStamp, tapped, isQuick);
				if (counts) {
					counted();
					answered.answer(event, tapped);
					return;
				}
				event.stopPropagation();
				event.preventDefault();
			},
			{ capture: true, signal: gone.signal }
		);
		return () => gone.abort();
	};
}
