// A visit that nobody touches any more is closed, so that the next child finds nothing of it.

export const IDLE_MS = 30_000;
export const IDLE_ARRIVAL_MS = 15_000;
export const IDLE_AFTER_CALM_MS = 60_000;
export const STILL_THERE_MS = 20_000;

export interface IdleWatchSays {
	/** Nobody has touched anything: ask whether the child is still there. */
	ask(): void;
	/** And nobody answered. */
	end(): void;
}

export class IdleWatch {
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly says: IdleWatchSays) {}

	/** Starts again after a touch or a new screen. */
	restart(quietMs: number): void {
		this.stop();
		this.#timer = setTimeout(() => {
			this.says.ask();
			this.endAfter(STILL_THERE_MS);
		}, quietMs);
	}

	/** Ends without asking, for screens that say goodbye anyway. */
	endAfter(quietMs: number): void {
		this.stop();
		this.#timer = setTimeout(() => this.says.end(), quietMs);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}
}
