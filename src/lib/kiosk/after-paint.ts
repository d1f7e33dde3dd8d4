/** Does the work once the next frame is on the screen. Gives what takes that back. */
export function afterPaint(work: () => void): () => void {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = work;
	const frame = requestAnimationFrame(() => port2.postMessage(null));
	return () => {
		cancelAnimationFrame(frame);
		port1.onmessage = null;
	};
}
