// howler and the one audio context of the page, which is quiet and asleep whenever nothing shall be heard.
import type { Howl, HowlOptions } from 'howler';

type Howler = typeof import('howler');

/** Of switching on and off: a wave that is cut clicks. */
const HUSH_SECONDS = 0.2;
/** Later than what is freed was stopped: a voice that stops while the context sleeps is kept until it wakes. */
const SLEEP_AFTER_SECONDS = 0.6;
/** What a tablet says of its own delay, where it says something that can be true. */
const MOST_LATENCY_SECONDS = 0.5;

export class Loudspeaker {
	#asleep: ReturnType<typeof setTimeout> | undefined;

	private constructor(private readonly howler: Howler) {}

	static #loaded: Loudspeaker | null = null;

	/** Once it has been loaded it can be had within a tap: some browsers let only that one sound. */
	static get loaded(): Loudspeaker | null {
		return Loudspeaker.#loaded;
	}

	/** Rejects where the player cannot be had. */
	static async load(): Promise<Loudspeaker> {
		const howler = await import('howler');
		Loudspeaker.#loaded ??= new Loudspeaker(howler);
		return Loudspeaker.#loaded;
	}

	/** Makes the audio context at the first call. `null` where the browser has or allows none. */
	open(): AudioContext | null {
		const { Howler } = this.howler;
		// Both would do by themselves, and too late or too early, what is done here.
		Howler.autoUnlock = false;
		Howler.autoSuspend = false;
		Howler.volume();
		return Howler.usingWebAudio && !Howler.noAudio ? Howler.ctx : null;
	}

	get isRunning(): boolean {
		return this.howler.Howler.ctx.state === 'running';
	}

	/** Of the audio context, in seconds. */
	get now(): number {
		return this.howler.Howler.ctx.currentTime;
	}

	/** Seconds until what is played now is heard. */
	get latency(): number {
		const { outputLatency } = this.howler.Howler.ctx;
		return outputLatency > 0 ? Math.min(outputLatency, MOST_LATENCY_SECONDS) : 0;
	}

	/** Within a tap it unlocks. Resolved or refused later: the context tells of it itself. */
	wake(): void {
		clearTimeout(this.#asleep);
		void this.howler.Howler.ctx.resume().catch(() => undefined);
	}

	/** Fades out, then lets the tablet's sound sleep. */
	hush(): void {
		this.#fadeTo(0, HUSH_SECONDS);
		clearTimeout(this.#asleep);
		this.#asleep = setTimeout(
			() => void this.howler.Howler.ctx.suspend().catch(() => undefined),
			SLEEP_AFTER_SECONDS * 1000
		);
	}

	/** After an interruption: what comes then rises from silence. */
	silence(): void {
		this.#fadeTo(0, 0);
	}

	/** Rises from where it is. */
	rise(): void {
		clearTimeout(this.#asleep);
		this.#fadeTo(1, HUSH_SECONDS);
	}

	howl(options: HowlOptions): Howl {
		return new this.howler.Howl(options);
	}

	/** Lets go of it and of its buffer, once nothing of it is heard any more. */
	free(howl: Howl): void {
		howl.off();
		setTimeout(() => howl.unload(), HUSH_SECONDS * 1000 + 50);
	}

	#fadeTo(gain: 0 | 1, seconds: number): void {
		const { masterGain } = this.howler.Howler;
		const now = this.now;
		masterGain.gain.cancelScheduledValues(now);
		masterGain.gain.setValueAtTime(seconds === 0 ? gain : masterGain.gain.value, now);
		if (seconds > 0) masterGain.gain.linearRampToValueAtTime(gain, now + seconds);
	}
}
