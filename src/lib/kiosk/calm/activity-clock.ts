// Seconds since the start of an activity, from the browser's animation clock: one clock for picture, sound and
// words. A chain of timers would drift and would stumble on a slow tablet.

export class ActivityClock {
	#animation: Animation;

	constructor(private readonly lengthSeconds: number) {
		this.#animation = new Animation(new KeyframeEffect(null, null, lengthSeconds * 1000));
	}

	get seconds(): number {
		const now = this.#animation.currentTime;
		return Math.min(this.lengthSeconds, (typeof now === 'number' ? now : 0) / 1000);
	}

	/** From where it stands. */
	run(): void {
		this.#animation.play();
	}

	hold(): void {
		// An animation that is over stands at its end.
		if (this.#animation.playState === 'running') this.#animation.pause();
	}

	moveTo(seconds: number): void {
		this.#animation.currentTime = seconds * 1000;
	}

	stop(): void {
		this.#animation.cancel();
	}
}
