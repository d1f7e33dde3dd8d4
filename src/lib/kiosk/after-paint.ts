/** A browser that draws no frame by then has none to draw, or has lost it: nothing waits for it for ever. */
const LATE_MS = 500;

/** Does the work once the next frame is on the screen. Gives what takes that back. */
export function afterPaint(work: () => void): () => void {
	const { port1, port2 } = new MessageChannel();
	const frame = requestAnimationFrame(() => port2.postMessage(null));
	const late = setTimeout(() => done(), LATE_MS);
	const forget = () => {
		cancelAnimationFrame(frame);
		clearTimeout(late);
		// An open port would keep the work, and the screen that it is about, for as long as it likes.
		port1.onmessage = null;
		port1.close();
	};
	const done = () => {
		forget();
		work();
	};
	port1.onmessage = done;
	return forget;
}

/** For what can wait until the whole of a new screen is there: its edges, a frame later what is on it. */
export function afterWholePaint(work: () => void): () => void {
	let forget = afterPaint(() => (forget = afterPaint(last)));
	// After all else that waits for that frame.
	const last = () => {
		const timer = setTimeout(work);
		forget = () => clearTimeout(timer);
	};
	return () => forget();
}

/** With the screen off nothing is painted. */
const SHOWN_WITHIN_MS = 250;

/** As `afterWholePaint`, and soon in any case: for what must be done whether somebody looks or not. */
export function onceShown(work: () => void): void {
	const once = () => {
		clearTimeout(late);
		forget();
		work();
	};
	const late = setTimeout(once, SHOWN_WITHIN_MS);
	const forget = afterWholePaint(once);
}
