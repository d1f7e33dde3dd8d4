// The heading of a new screen takes the focus, so that it is read out and Tab starts from the top. Once all
// of it is painted: asking for the focus sooner would lay the screen out twice.
import { afterWholePaint } from '../after-paint';

export function takesFocus(heading: HTMLElement): () => void {
	// Held by no screen: what is gone is gone.
	const before = new WeakRef(document.activeElement ?? document.body);
	return afterWholePaint(() => {
		const now = document.activeElement ?? document.body;
		// Whoever was faster with a key keeps their place.
		if (now === document.body || now === before.deref()) heading.focus({ preventScroll: true });
	});
}
