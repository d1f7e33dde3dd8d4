// A sound that goes round and round, in step with the clock of its activity where it has one.
import type { Howl } from 'howler';
import type { CalmSoundFile } from './calm-sounds';
import { apartBy, isApart, StepWatch } from './in-step';
import type { Loudspeaker } from './loudspeaker';

const FADE_IN_MS = 800;
/** From one place of the loop to another. */
const CROSS_MS = 200;

export class Loop {
	#voice: number | null = null;
	/** By the loudspeaker's clock, when this round or one before it began; `null` until that is known. */
	#beganAt: number | null = null;
	readonly #watch = new StepWatch();

	constructor(
		private readonly howl: Howl,
		private readonly file: CalmSoundFile,
		private readonly speaker: Loudspeaker,
		private readonly volume: () => number,
		private readonly clock: (() => number) | undefined
	) {}

	/** To be called while the loudspeaker runs and the file is there. Begins, or goes on. */
	play(): void {
		if (this.#voice === null) this.#begin(FADE_IN_MS);
	}

	/** At once. */
	findPlace(): void {
		if (isApart(this.#apart)) this.#begin(CROSS_MS);
	}

	/** Now and then: takes its place again when it has lost it. */
	look(): void {
		if (this.#watch.isOutOfStep(this.#apart)) this.#begin(CROSS_MS);
	}

	/** Fades out; it is not begun again. */
	end(): void {
		this.#fadeOut();
		this.#voice = null;
	}

	/** As in `apartBy`. */
	get #apart(): number {
		if (!this.clock || this.#beganAt === null) return 0;
		const heard = this.speaker.now - this.speaker.latency - this.#beganAt;
		return apartBy(this.clock(), heard, this.file.seconds);
	}

	#begin(fadeMs: number): void {
		const { howl } = this;
		this.#fadeOut();
		this.#watch.forget();
		this.#beganAt = null;
		const voice = howl.play('round');
		this.#voice = voice;
		// howler's own count of a loop runs late by as much as its timers do: read once, right here.
		howl.once(
			'seek',
			() => {
				if (this.#voice !== voice) return;
				const at = howl.seek(voice) - this.file.leadSeconds;
				this.#beganAt = this.speaker.now - at;
			},
			voice
		);
		howl.seek(this.file.leadSeconds + this.#place, voice);
		howl.fade(0, this.volume(), fadeMs, voice);
	}

	/** Seconds from the beginning of a round. */
	get #place(): number {
		const ahead = (this.clock?.() ?? 0) + (this.clock ? this.speaker.latency : 0);
		return ((ahead % this.file.seconds) + this.file.seconds) % this.file.seconds;
	}

	#fadeOut(): void {
		const { howl } = this;
		const voice = this.#voice;
		if (voice === null) return;
		const volume = howl.volume(voice);
		if (typeof volume !== 'number' || volume === 0) {
			howl.stop(voice);
			return;
		}
		howl.fade(volume, 0, CROSS_MS, voice);
		// Not before: the end of a fade that this one cuts short is told, too.
		howl.once('fade', () => howl.stop(voice), voice);
	}
}
