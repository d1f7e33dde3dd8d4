// "May I come to the Cwtch?", asked from another tablet, once in a visit. Nothing is promised before a
// grown-up has said so.
import type { Language } from '$lib/domain/check-in';
import type { ComeAnswer } from '$lib/domain/cwtch';
import { whoIsNamed } from '../who-is-named';
import type { Kiosk } from '../device.svelte';
import { Safekeeping } from '../safekeeping.svelte';
import type { Said } from '../what-was-said';

/** The visit in which it is asked. */
export interface ComingVisit {
	kiosk: Pick<Kiosk, 'keepSafe' | 'comeAnswer'> | null;
	language: Language;
	said: Said;
}

export class Coming {
	#sending = $state.raw<Safekeeping | null>(null);

	/** @param clock milliseconds UTC, as the kiosk has them */
	constructor(
		private readonly visit: ComingVisit,
		private readonly clock: () => number
	) {}

	/** Where the asking is; `null` before. */
	get sending(): Safekeeping | null {
		return this.#sending;
	}

	/** What a grown-up has said; `null` until then. */
	get answer(): ComeAnswer | null {
		const id = this.#sending?.id;
		return id ? (this.visit.kiosk?.comeAnswer(id) ?? null) : null;
	}

	ask(): void {
		const { kiosk, language, said } = this.visit;
		if (!kiosk || this.#sending) return;
		const message = { v: 1, kind: 'cwtch', what: 'come', at: this.clock(), language } as const;
		this.#sending = new Safekeeping(kiosk.keepSafe({ ...message, ...whoIsNamed(said) }));
	}
}
