// The tablet under the screens: read at the start, paired by a code from the address or from the form.
import { createContext } from 'svelte';
import { Kiosk } from './device.svelte';
import type { Paired } from './outbox/pairing';

/** A code in the address after `#pair=`; it never reaches the server's log. */
export const pairingCodeIn = (hash: string): string | null =>
	/^#pair=([A-Za-z0-9-]{1,40})$/.exec(hash)?.[1] ?? null;

export class Tablet {
	#kiosk = $state.raw<Kiosk | null>(null);
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

	async pair(code: string): Promise<void> {
		const answer = await this.#kiosk?.pair(code);
		this.#pairingProblem = !answer || answer.outcome === 'paired' ? null : answer.outcome;
	}
}

export const [useTablet, provideTablet] = createContext<Tablet>();
