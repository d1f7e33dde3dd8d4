// What is heard in the calm space: a bed under an activity and its cues. Off until a child chooses it, loaded
// only then, and never in the way: whatever fails, the visit goes on in silence.
import { forgetCalmFault, noteCalmFault } from '../calm-faults';
import { CALM_SOUNDS, type CalmSoundName } from './calm-sounds';
import { isKnownSound, LoadedSounds } from './loaded-sounds';
import { Loop } from './loop';
import { Loudspeaker } from './loudspeaker';

/** The player is loaded ahead, once the first screen of an activity has long been there: a tap unlocks it then. */
const LOAD_AFTER_MS = 1500;
/** How often a bed is compared with its clock. */
const LOOK_MS = 250;
/** Of a cue that had to wait for its file: later it would say something that is no longer so. */
const MOST_LATE_MS = 400;
const TAPS = ['pointerup', 'click', 'keydown'] as const;

const PLAYER_FAULT = 'howler';
const BROWSER_FAULT = 'web-audio';

interface Bed {
	name: CalmSoundName;
	clock: (() => number) | undefined;
}

export class CalmSound {
	#state = $state<'off' | 'on' | 'unavailable'>('off');
	#speaker: Loudspeaker | null = null;
	#sounds: LoadedSounds | null = null;
	#bed: Bed | null = null;
	#loop: Loop | null = null;
	#cues: CalmSoundName[] = [];
	#late: { name: CalmSoundName; askedAt: number } | null = null;
	#isPaused = false;
	#looking: ReturnType<typeof setInterval> | undefined;
	#listening: AbortController | null = null;
	readonly #loading: ReturnType<typeof setTimeout> | undefined;

	/** @param ceiling the most that anything sounds here, in per cent; at 0 nothing is offered or loaded */
	constructor(private readonly ceiling: () => number) {
		if (ceiling() === 0) return;
		this.#loading = setTimeout(() => void Loudspeaker.load().catch(() => undefined), LOAD_AFTER_MS);
	}

	/** `unavailable`: the browser gives no sound, or a file cannot be had. The visit goes on without. */
	get state(): 'off' | 'on' | 'unavailable' {
		return this.#state;
	}

	/** Whether there is anything to turn on or off. */
	get isOffered(): boolean {
		return this.ceiling() > 0 && this.#state !== 'unavailable';
	}

	/** From a tap: browsers let nothing sound that nobody has asked for. */
	turnOn(): void {
		if (this.#state !== 'off' || !this.isOffered) return;
		this.#state = 'on';
		if (Loudspeaker.loaded) {
			this.#open(Loudspeaker.loaded);
			return;
		}
		Loudspeaker.load().then(
			(speaker) => this.#open(speaker),
			() => this.#fail(PLAYER_FAULT)
		);
	}

	turnOff(): void {
		if (this.#state === 'on') this.#state = 'off';
		this.#listening?.abort();
		this.#listening = null;
		clearInterval(this.#looking);
		this.#late = null;
		this.#speaker?.hush();
	}

	/**
	 * The loop of an activity, in place of the one before; `null` for none.
	 *
	 * @param clock seconds, with which the loop is kept in step: at 0 it begins
	 */
	bed(name: string | null, clock?: () => number): void {
		this.#bed = name !== null && isKnownSound(name) ? { name, clock } : null;
		this.#loop?.end();
		this.#loop = null;
		this.#sounds?.freeOthers(this.#wanted);
		this.#follow();
	}

	/** All cues of an activity, so that each is there when it is wanted. */
	prepare(cues: readonly string[]): void {
		this.#cues = cues.filter(isKnownSound);
		this.#sounds?.freeOthers(this.#wanted);
		this.#follow();
	}

	/** At once, and only while sound is on. */
	cue(name: string): void {
		if (this.#state !== 'on' || this.#isPaused || !isKnownSound(name)) return;
		this.#late = { name, askedAt: performance.now() };
		this.#follow();
	}

	/** The same cue to the hand: where sound is on, and the tablet can. */
	vibrate(milliseconds: number): void {
		if (this.#state === 'on' && !this.#isPaused) navigator.vibrate?.(milliseconds);
	}

	/** Everything stands still, the last chime, too. */
	pause(): void {
		this.#isPaused = true;
		this.#speaker?.hush();
	}

	goOn(): void {
		this.#isPaused = false;
		this.#wake();
	}

	/** Frees everything. It can be turned on again. */
	stop(): void {
		clearTimeout(this.#loading);
		this.turnOff();
		this.#isPaused = false;
		this.#loop?.end();
		this.#loop = null;
		this.#bed = null;
		this.#cues = [];
		this.#sounds?.freeOthers([]);
		this.#sounds = null;
		this.#speaker = null;
	}

	/** Whether something is to be heard now, if the tablet lets it. */
	get #isHeard(): boolean {
		return this.#state === 'on' && !this.#isPaused && !document.hidden;
	}

	#open(speaker: Loudspeaker): void {
		if (this.#state !== 'on' || this.#listening) return;
		const context = speaker.open();
		if (!context) {
			this.#fail(BROWSER_FAULT);
			return;
		}
		forgetCalmFault(BROWSER_FAULT, localStorage);
		forgetCalmFault(PLAYER_FAULT, localStorage);
		this.#speaker = speaker;
		this.#sounds ??= new LoadedSounds(
			speaker,
			() => this.#follow(),
			() => this.#endWithout()
		);
		this.#listening = new AbortController();
		const { signal } = this.#listening;
		// A call, another app, a locked screen: it goes on by itself, when shown again, or at the next tap.
		context.addEventListener('statechange', () => this.#heardAgain(), { signal });
		document.addEventListener('visibilitychange', () => this.#seenOrHidden(), { signal });
		for (const tap of TAPS)
			document.addEventListener(tap, () => this.#tapped(), { signal, capture: true });
		this.#looking = setInterval(() => this.#look(), LOOK_MS);
		speaker.silence();
		this.#wake();
	}

	#seenOrHidden(): void {
		if (document.hidden) this.#speaker?.hush();
		else this.#wake();
	}

	#tapped(): void {
		if (!this.#speaker?.isRunning) this.#wake();
	}

	#look(): void {
		if (this.#isHeard && this.#speaker?.isRunning) this.#loop?.look();
	}

	#wake(): void {
		if (!this.#isHeard) return;
		this.#speaker?.wake();
		this.#heardAgain();
	}

	/** Also right after it was not: the clock may have gone on without the loop. */
	#heardAgain(): void {
		this.#follow();
		if (this.#isHeard && this.#speaker?.isRunning) this.#loop?.findPlace();
	}

	/** Brings what sounds to where it should be. */
	#follow(): void {
		const speaker = this.#speaker;
		const sounds = this.#sounds;
		if (!speaker || !sounds || !this.#isHeard) return;
		for (const name of this.#wanted) sounds.take(name);
		if (!speaker.isRunning) {
			speaker.silence();
			return;
		}
		speaker.rise();
		this.#playBed(speaker, sounds);
		this.#playLate(sounds);
	}

	#playBed(speaker: Loudspeaker, sounds: LoadedSounds): void {
		if (!this.#bed) return;
		const { name, clock } = this.#bed;
		const howl = sounds.take(name);
		if (howl.state() !== 'loaded') return;
		this.#loop ??= new Loop(howl, CALM_SOUNDS[name], speaker, () => this.#volume, clock);
		this.#loop.play();
	}

	/** The last cue, if it has not waited too long. */
	#playLate(sounds: LoadedSounds): void {
		if (!this.#late) return;
		const { name, askedAt } = this.#late;
		const howl = sounds.take(name);
		const isInTime = performance.now() - askedAt <= MOST_LATE_MS;
		if (isInTime && howl.state() !== 'loaded') return;
		this.#late = null;
		if (isInTime) howl.volume(this.#volume, howl.play('once'));
	}

	get #wanted(): CalmSoundName[] {
		return this.#bed ? [...this.#cues, this.#bed.name] : this.#cues;
	}

	/** What a howl is played with. */
	get #volume(): number {
		return this.ceiling() / 100;
	}

	#fail(fault: string): void {
		noteCalmFault(fault, localStorage);
		this.#endWithout();
	}

	#endWithout(): void {
		this.stop();
		this.#state = 'unavailable';
	}
}
