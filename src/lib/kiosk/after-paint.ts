/** Does the work once the next frame is on the screen. Gives what takes that back. */
export function afterPaint(work: () => void): () => void {
	const { port1, port2 } = new MessageChannel();
	const frame = requestAnimationFrame(() => port2.postMessage(null));
	const forget = () => {
		cancelAnimationFrame(frame);
		// An open port would keep the work, and the screen that it is about, for as long as it likes.
		port1.onmessage = null;
		port1.close();
	};
	port1.onmessage = () => {
		forget();
		work();
	};
	return forget;
}
