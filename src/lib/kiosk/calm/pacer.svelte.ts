// The pace of an activity, read from the browser's animation clock: a chain of timers would drift and
// would stumble on a slow tablet.
import { timedSteps, type Activity, type TimedStep } from './activity';

export class Pacer {
	readonly steps: TimedStep[];
	readonly seconds: number;
	#step = $state.raw<TimedStep | null>(null);
	#isPlaying = $state(false);
	#clock: Animation | null = null;
	#frame = 0;

	/** @param moved is told the seconds since the start, at every picture of the screen */
	constructor(
		activity: Activity,
		private readonly moved: (seconds: number, step: TimedStep) => void
	) {
		this.steps = timedSteps(activity);
		this.seconds = this.steps.at(-1)?.endsAt ?? 0;
	}

	get step(): TimedStep | null {
		return this.#step;
	}
	get isPlaying(): boolean {
		return this.#isPlaying;
	}
	/** Breaths that have begun, out of all. */
	get breaths(): { begun: number; all: number } {
		const breathsIn = this.steps.filter((step) => step.cue === 'in');
		const now = this.#step?.startsAt ?? -1;
		return {
			begun: breathsIn.filter((step) => step.startsAt <= now).length,
			all: breathsIn.length
		};
	}

	start(): void {
		this.stop();
		this.#clock = new Animation(new KeyframeEffect(null, null, this.seconds * 1000));
		this.#clock.play();
		this.#isPlaying = true;
		this.#tick();
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
		this.#clock?.cancel();
		this.#clock = null;
		this.#isPlaying = false;
	}

	#tick = (): void => {
		const now = this.#clock?.currentTime;
		const seconds = Math.min(this.seconds, (typeof now === 'number' ? now : 0) / 1000);
		const step = this.steps.find((one) => seconds < one.endsAt) ?? this.steps.at(-1);
		if (step) {
			if (step !== this.#step) this.#step = step;
			this.moved(seconds, step);
		}
		if (seconds < this.seconds) this.#frame = requestAnimationFrame(this.#tick);
		else this.#isPlaying = false;
	};
}
