// The heading of a new screen takes the focus, so that it is read out and Tab starts from the top. Once it
// is painted: asking for the focus sooner would lay the screen out twice.
import { afterPaint } from '../after-paint';

export function takesFocus(heading: HTMLElement): () => void {
	return afterPaint(() => heading.focus({ preventScroll: true }));
}
