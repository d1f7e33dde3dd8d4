// A touch that was the switch ends in a click, maybe on a screen that it has opened, and when nobody
// listens for switches any more. That click does nothing.

const CLICK_COMES_WITHIN_MS = 400;

export function swallowClickOf(touch: PointerEvent): void {
	const gone = new AbortController();
	const { signal } = gone;
	const swallow = (click: MouseEvent) => {
		// The one that the switch has chosen is no touch.
		if (!click.isTrusted) return;
		click.preventDefault();
		click.stopImmediatePropagation();
		gone.abort();
	};
	const over = (event: PointerEvent) => {
		if (event.pointerId === touch.pointerId) setTimeout(() => gone.abort(), CLICK_COMES_WITHIN_MS);
	};
	addEventListener('click', swallow, { capture: true, signal });
	addEventListener('pointerup', over, { capture: true, signal });
	addEventListener('pointercancel', over, { capture: true, signal });
}
