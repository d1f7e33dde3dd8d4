// A child's stay in the Cwtch: as long as the child chooses, and what the child says about going on. Staff
// are told that it began, so that somebody looks where a child is there alone.
import type { CwtchSaying, Language, StayWord } from '$lib/domain/check-in';
import { LONGER_MINUTES, STAY_MINUTES, type StayLength } from '$lib/domain/cwtch';
import { whoIsNamed } from '../who-is-named';
import type { Kiosk } from '../device.svelte';
import { Safekeeping } from '../safekeeping.svelte';
import type { ShownScreen } from '../shown-screen.svelte';
import type { Said } from '../what-was-said';

const MINUTE_MS = 60_000;
/** How often the candle is looked at. */
export const LOOK_MS = 5_000;

/** The visit in which it is. */
export interface StayVisit {
	kiosk: Pick<Kiosk, 'keepSafe'> | null;
	language: Language;
	said: Said;
	shown: Pick<ShownScreen, 'stays'>;
}

export class Stay {
	#length = $state<StayLength | null>(null);
	#left = $state(1);
	#word = $state<StayWord | null>(null);
	#sending = $state.raw<Safekeeping | null>(null);
	#startedAt = 0;
	#lastsMs = 0;
	#looking: ReturnType<typeof setInterval> | undefined;

	/** @param clock milliseconds UTC, as the kiosk has them */
	constructor(
		private readonly visit: StayVisit,
		private readonly clock: () => number = Date.now
	) {}

	/** `null` until the child has chosen. */
	get length(): StayLength | null {
		return this.#length;
	}
	/** 1 to 0. */
	get left(): number {
		return this.#left;
	}
	get isOver(): boolean {
		return this.#left === 0;
	}
	/** The last that the child said about going on. */
	get word(): StayWord | null {
		return this.#word;
	}
	/** Where that is; `null` before. */
	get sending(): Safekeeping | null {
		return this.#sending;
	}

	begin(length: StayLength): void {
		this.#burn(length, STAY_MINUTES[length]);
		this.#tell('begun', { length });
	}

	say(word: StayWord): void {
		this.#word = word;
		if (word === 'longer') this.#burn('short', LONGER_MINUTES);
		else this.end();
		this.#sending = this.#tell(word);
	}

	/** The child has gone, or has said what comes now. */
	end(): void {
		clearInterval(this.#looking);
		this.visit.shown.stays(false);
	}

	#burn(length: StayLength, minutes: number): void {
		clearInterval(this.#looking);
		this.#length = length;
		this.#left = 1;
		this.#lastsMs = minutes * MINUTE_MS;
		this.#startedAt = this.clock();
		this.#looking = setInterval(() => this.#look(), LOOK_MS);
		this.visit.shown.stays(true);
	}

	#look(): void {
		this.#left = Math.max(0, 1 - (this.clock() - this.#startedAt) / this.#lastsMs);
		if (this.isOver) this.end();
	}

	#tell(what: CwtchSaying, more: { length?: StayLength } = {}): Safekeeping | null {
		const { kiosk, language, said } = this.visit;
		if (!kiosk) return null;
		const message = { v: 1, kind: 'cwtch', at: this.clock(), what, ...more, language } as const;
		return new Safekeeping(kiosk.keepSafe({ ...message, ...whoIsNamed(said) }));
	}
}
