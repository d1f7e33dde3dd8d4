// Covers: envelope-sized packets with nothing in them, at random, so that the network cannot tell when a
// child asked.

const MEAN_PAUSE_MS = 10 * 60 * 1000;

/** Exponential, so that the time since the last one says nothing about the next. `chance` is in [0, 1). */
export const coverPause = (chance: number): number => -Math.log(1 - chance) * MEAN_PAUSE_MS;

/** Sends covers while the kiosk is awake; returns how to stop. A cover that fails is simply not sent. */
export function startCovers(send: () => Promise<void>): () => void {
	let timer: ReturnType<typeof setTimeout>;
	const next = () => {
		timer = setTimeout(() => {
			void send().catch(() => undefined);
			next();
		}, coverPause(Math.random()));
	};
	next();
	return () => clearTimeout(timer);
}
