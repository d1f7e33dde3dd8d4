// howler without a loudspeaker, for tests: what is heard is what is written down. Mocked in place of it.
import type { HowlOptions } from 'howler';

export class FakeContext extends EventTarget {
	state: 'running' | 'suspended' | 'interrupted' = 'suspended';
	currentTime = 0;
	outputLatency = 0;
	/** As browsers do until somebody has tapped, and while a call lasts. */
	refuses = false;

	become(state: FakeContext['state']): void {
		this.state = state;
		this.dispatchEvent(new Event('statechange'));
	}
	resume(): Promise<void> {
		if (this.refuses) return Promise.reject(new DOMException('Not now', 'InvalidStateError'));
		if (this.state !== 'running') this.become('running');
		return Promise.resolve();
	}
	suspend(): Promise<void> {
		this.become('suspended');
		return Promise.resolve();
	}
}

interface Voice {
	sprite: string;
	/** Seconds from the beginning of the file. */
	seek: number;
	volume: number;
}

let nextVoice = 1000;

export class Howl {
	/** Not unloaded. */
	static held: Howl[] = [];
	/** By the name of the file. */
	static broken = new Set<string>();

	readonly voices = new Map<number, Voice>();
	#isLoaded = false;
	#atSeek: () => void = () => undefined;

	constructor(readonly options: HowlOptions) {
		Howl.held.push(this);
	}

	/** The file has come, or has not. */
	arrive(): void {
		this.#isLoaded = !Howl.broken.has(this.file);
		if (this.#isLoaded) this.options.onload?.(0);
		else this.options.onloaderror?.(0, 'Failed loading audio file with status: 404.');
	}
	get file(): string {
		return String([this.options.src].flat()[0]);
	}

	state(): 'loaded' | 'loading' {
		return this.#isLoaded ? 'loaded' : 'loading';
	}
	play(sprite: string): number {
		nextVoice += 1;
		this.voices.set(nextVoice, { sprite, seek: 0, volume: 0 });
		return nextVoice;
	}
	seek(...[first, second]: number[]): number | this {
		if (second === undefined) return this.voices.get(first ?? 0)?.seek ?? 0;
		const voice = this.voices.get(second);
		if (voice) voice.seek = first ?? 0;
		this.#atSeek();
		this.#atSeek = () => undefined;
		return this;
	}
	volume(...[first, second]: number[]): number | this {
		if (second === undefined) return this.voices.get(first ?? 0)?.volume ?? 0;
		const voice = this.voices.get(second);
		if (voice) voice.volume = first ?? 0;
		return this;
	}
	fade(_from: number, to: number, _ms: number, id: number): this {
		this.volume(to, id);
		return this;
	}
	/** A fade is over at once. */
	once(event: 'seek' | 'fade', then: () => void): this {
		if (event === 'fade') then();
		else this.#atSeek = then;
		return this;
	}
	off(): this {
		this.options.onload = undefined;
		this.options.onloaderror = undefined;
		return this;
	}
	stop(id: number): this {
		this.voices.delete(id);
		return this;
	}
	unload(): void {
		Howl.held = Howl.held.filter((howl) => howl !== this);
	}
}

const gain = {
	value: 1,
	cancelScheduledValues: () => undefined,
	setValueAtTime: (value: number) => void (gain.value = value),
	linearRampToValueAtTime: (value: number) => void (gain.value = value)
};

export const Howler = {
	ctx: new FakeContext(),
	masterGain: { gain },
	usingWebAudio: true,
	noAudio: false,
	autoUnlock: true,
	autoSuspend: true,
	volume: () => 1
};

/** As before anything was played. */
export function quietAgain(): void {
	Howl.held = [];
	Howl.broken = new Set();
	Howler.ctx = new FakeContext();
	Howler.usingWebAudio = true;
	gain.value = 1;
}
