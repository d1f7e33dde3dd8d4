// "I need a grown-up now": what to do is shown at once; the message goes out beside it.
import type { Routing, Language } from '$lib/domain/check-in';
import type { Kiosk } from './device.svelte';
import { Safekeeping, type SafekeepingState } from './safekeeping.svelte';
import type { UrgentAnswer } from './urgent-news';

/** A message that has not arrived by then is said to be not sent. */
export const URGENT_TRUTH_MS = 4_000;

export class UrgentCall {
	#sending = $state.raw<Safekeeping | null>(null);
	#isLate = $state(false);
	#byMistake = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		/** `null` while the tablet is not paired: then only the words on the screen help. */
		private readonly kiosk: Pick<Kiosk, 'keepSafe' | 'urgentAnswer'> | null,
		private readonly who: {
			pupilId: string | null;
			language: Language;
			/** Left out in this visit: they are not told of this either. */
			excludedAdultIds: string[];
		},
		private readonly clock: () => number
	) {
		if (kiosk) this.#sending = new Safekeeping(kiosk.keepSafe(this.#routing(false)));
		this.#timer = setTimeout(() => {
			this.#isLate = true;
		}, URGENT_TRUTH_MS);
	}

	/** `telling` until it has arrived or is late; `offline` is the truth from then on. */
	get state(): 'telling' | 'arrived' | 'offline' | 'full' {
		const state: SafekeepingState = this.#sending?.state ?? 'failed';
		if (state === 'delivered') return 'arrived';
		if (state === 'full') return 'full';
		return state === 'failed' || this.#isLate ? 'offline' : 'telling';
	}

	/** Who is coming, else who has seen it; `null` until somebody did. */
	get answer(): UrgentAnswer | null {
		const id = this.#sending?.id;
		return (id && this.kiosk?.urgentAnswer(id)) || null;
	}

	get byMistake(): boolean {
		return this.#byMistake;
	}

	/** Adds "by mistake" to what was sent; it never cancels, somebody says hello all the same. */
	sayMistake(): void {
		if (this.#byMistake) return;
		this.#byMistake = true;
		// The first message stands, whatever becomes of this one.
		if (this.kiosk) void new Safekeeping(this.kiosk.keepSafe(this.#routing(true))).settled;
	}

	leave(): void {
		clearTimeout(this.#timer);
	}

	#routing(byMistake: boolean): Routing {
		return { v: 1, kind: 'urgent', at: this.clock(), byMistake, ...this.who };
	}
}
