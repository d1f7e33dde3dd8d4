// A visit that nobody touches any more is closed, so that the next child finds nothing of it.
import type { Overlay } from './overlays.svelte';
import type { Screen } from './screen';

export const IDLE_MS = 30_000;
export const IDLE_ARRIVAL_MS = 15_000;
export const IDLE_AFTER_CALM_MS = 60_000;
export const STILL_THERE_MS = 20_000;
/** For a child whose settings give extra time, in the arrival window too. */
export const IDLE_EXTRA_MS = 90_000;
export const STILL_THERE_EXTRA_MS = 60_000;
export const GOODBYE_MS = 6_000;
/** Bad news stays long enough to be read. */
export const GOODBYE_WITH_PROBLEM_MS = 20_000;
const GROWN_UPS_IDLE_MS = 120_000;

/** What a kiosk shows, as far as its patience depends on it. */
export interface Shown {
	screen: Screen;
	overlay: Overlay | null;
	/** Nobody's turn. */
	isResting: boolean;
	isArrival: boolean;
	isSchoolLanguage: boolean;
	hasExtraTime: boolean;
	calm: 'none' | 'playing' | 'just-over';
}

/** Milliseconds until the child is asked, or until the end without a question; `null` waits for ever. */
export type Patience =
	{ askAfterMs: number; answerWithinMs: number } | { endAfterMs: number } | null;

export function patienceWith(shown: Shown): Patience {
	const { screen, overlay, calm, hasExtraTime } = shown;
	const idleMs = hasExtraTime ? IDLE_EXTRA_MS : IDLE_MS;
	const answerWithinMs = hasExtraTime ? STILL_THERE_EXTRA_MS : STILL_THERE_MS;
	if (screen === 'goodbye' && !overlay) return { endAfterMs: GOODBYE_MS };
	if (overlay === 'hidden') return { endAfterMs: idleMs };
	if (calm === 'playing' && screen === 'calm') return null;
	if (calm === 'just-over')
		return { askAfterMs: Math.max(IDLE_AFTER_CALM_MS, idleMs), answerWithinMs };
	if (screen === 'grown-ups') return { endAfterMs: GROWN_UPS_IDLE_MS };
	if (!shown.isResting || overlay) {
		const isHurried = shown.isArrival && !hasExtraTime;
		return { askAfterMs: isHurried ? IDLE_ARRIVAL_MS : idleMs, answerWithinMs };
	}
	return shown.isSchoolLanguage ? null : { endAfterMs: IDLE_MS };
}

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
	restart(patience: Patience): void {
		this.stop();
		if (patience === null) return;
		if ('endAfterMs' in patience) this.endAfter(patience.endAfterMs);
		else this.#askAfter(patience);
	}

	/** Ends without asking. */
	endAfter(quietMs: number): void {
		this.stop();
		this.#timer = setTimeout(() => this.says.end(), quietMs);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#askAfter({ askAfterMs, answerWithinMs }: { askAfterMs: number; answerWithinMs: number }): void {
		this.#timer = setTimeout(() => {
			this.says.ask();
			this.endAfter(answerWithinMs);
		}, askAfterMs);
	}
}
