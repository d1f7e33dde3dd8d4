// The tablet under the screens: read at the start, paired by a code from the address or from the form.
import { createContext } from 'svelte';
import { Kiosk } from './device.svelte';
import type { Paired } from './outbox/pairing';
import { measuredMm } from './screen-scale';

/** A code in the address after `#pair=`; it never reaches the server's log. */
export const pairingCodeIn = (hash: string): string | null =>
	/^#pair=([A-Za-z0-9-]{1,40})$/.exec(hash)?.[1] ?? null;

export class Tablet {
	#kiosk = $state.raw<Kiosk | null>(null);
	#isPairedNow = $state(false);
	#pairingProblem = $state<Exclude<Paired['outcome'], 'paired'> | null>(null);

	/** `null` until the tablet has read its storage. */
	get kiosk(): Kiosk | null {
		return this.#kiosk;
	}
	get pairingProblem() {
		return this.#pairingProblem;
	}

	async open(): Promise<Kiosk> {
		const kiosk = await Kiosk.open();
		this.#kiosk = kiosk;
		return kiosk;
	}

	/** A screen that nobody has measured is offered to be, by itself, right after the tablet was paired. */
	get offersMeasuring(): boolean {
		return this.#isPairedNow && this.#kiosk?.state === 'paired';
	}

	/** Measured, or not now. */
	endOffer(): void {
		this.#isPairedNow = false;
	}

	async pair(code: string): Promise<void> {
		// Said before: Rest would be seen in between.
		this.#isPairedNow = measuredMm(localStorage, window) === null;
		const answer = await this.#kiosk?.pair(code);
		if (answer?.outcome !== 'paired') this.endOffer();
		this.#pairingProblem = !answer || answer.outcome === 'paired' ? null : answer.outcome;
	}
}

export const [useTablet, provideTablet] = createContext<Tablet>();
