/** A child waits no longer than this without being told that it takes a while. */
export const SLOW_AFTER_MS = 1_500;

/** True once it has taken too long; false when it is done before. Rejects with it. */
export function slowly(work: Promise<unknown>): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => resolve(true), SLOW_AFTER_MS);
		work.then(
			() => {
				clearTimeout(timer);
				resolve(false);
			},
			(problem: unknown) => {
				clearTimeout(timer);
				reject(problem);
			}
		);
	});
}
