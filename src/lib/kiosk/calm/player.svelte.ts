// Plays the steps of an activity: those with a time run by the clock, those that wait for the child wait.
import { timedSteps, type ActivityStep, type TimedStep } from '$lib/domain/activity';
import { ActivityClock } from './activity-clock';

/** What a frame draws is on the screen with the next one: each shows how it is then, and no step is seen late. */
const SEEN_AFTER_SECONDS = 1 / 60;

export interface Moment {
	/** Since the start of the activity, when it is seen; never before its step. */
	seconds: number;
	step: TimedStep;
	index: number;
}

export type PlayerState =
	/** It runs, or waits for the child, as `isWaiting` says. */
	'playing' | 'paused' | 'over';

export class Player {
	readonly steps: readonly TimedStep[];
	#clock: ActivityClock;
	#frame = 0;
	#index = $state(-1);
	#state = $state<PlayerState>('paused');
	#isWaiting = $state(false);
	#onlyWatched = $state(false);
	#found = $state(0);
	#listeners: ((moment: Moment) => void)[] = [];

	/** @param begins is told each step as it begins */
	constructor(
		steps: readonly ActivityStep[],
		private readonly begins: (moment: Moment) => void = () => undefined
	) {
		this.steps = timedSteps({ steps });
		this.#clock = new ActivityClock(this.steps.at(-1)?.endsAt ?? 0);
	}

	get state(): PlayerState {
		return this.#state;
	}
	/** Whether the step that is on waits for the child. */
	get isWaiting(): boolean {
		return this.#isWaiting;
	}
	/** `null` before the first. */
	get step(): TimedStep | null {
		return this.steps[this.#index] ?? null;
	}
	/** Of the step; -1 before the first. */
	get index(): number {
		return this.#index;
	}
	/** Things of this step that the child has found. */
	get found(): number {
		return this.#found;
	}
	get seconds(): number {
		return this.#clock.seconds;
	}
	/** Rounds of breathing that have begun, out of all. */
	get rounds(): { begun: number; all: number } {
		const isRound = ({ cue }: ActivityStep) => cue === 'in';
		return {
			begun: this.steps.slice(0, this.#index + 1).filter(isRound).length,
			all: this.steps.filter(isRound).length
		};
	}
	/** The child only watches: nothing waits for a touch of the picture. */
	get onlyWatched(): boolean {
		return this.#onlyWatched;
	}
	set onlyWatched(only: boolean) {
		this.#onlyWatched = only;
		if (this.#isWaiting && !this.#waitsFor(this.step)) this.next();
	}

	/** Is told where it is, at every picture of the screen, and once at the start. Gives what ends that. */
	follow(listener: (moment: Moment) => void): () => unknown {
		this.#listeners = [...this.#listeners, listener];
		this.#tell([listener], this.#clock.seconds);
		return () => (this.#listeners = this.#listeners.filter((one) => one !== listener));
	}

	/** From the beginning. */
	start(): void {
		this.#clock.moveTo(0);
		this.#index = -1;
		this.#isWaiting = false;
		this.goOn();
	}

	pause(): void {
		if (this.#state !== 'playing') return;
		this.#state = 'paused';
		this.#hold();
	}

	goOn(): void {
		this.#state = 'playing';
		this.#show(this.#clock.seconds);
		if (this.#state === 'playing' && !this.#isWaiting) this.#run();
	}

	/** One more of what is to be found; the last one ends the step. */
	find(): void {
		const { count } = this.step ?? {};
		if (!count || this.#found >= count) return;
		this.#found += 1;
		if (this.#found === count) this.next();
	}

	/** The child has done what the step asked, or leaves it out. */
	next(): void {
		const { step } = this;
		if (!step || this.#state === 'over') return;
		this.#isWaiting = false;
		this.#clock.moveTo(step.endsAt);
		this.#begin(this.#index + 1);
		if (this.#state === 'playing') this.goOn();
	}

	/** Nothing of it runs any more. */
	stop(): void {
		this.#hold();
		this.#clock.stop();
		this.#listeners = [];
		this.#state = 'over';
	}

	#run(): void {
		this.#clock.run();
		cancelAnimationFrame(this.#frame);
		this.#frame = requestAnimationFrame(this.#tick);
	}

	#hold(): void {
		cancelAnimationFrame(this.#frame);
		this.#clock.hold();
	}

	#waitsFor(step: ActivityStep | null): boolean {
		return step?.waits === 'next' || (step?.waits === 'touch' && !this.#onlyWatched);
	}

	/** After the last step it is over. */
	#begin(index: number): void {
		const step = this.steps[index];
		if (!step) {
			this.#state = 'over';
			this.#hold();
			return;
		}
		this.#index = index;
		this.#found = 0;
		this.begins({ seconds: step.startsAt, step, index });
	}

	#tick = (): void => {
		this.#show(this.#clock.seconds + SEEN_AFTER_SECONDS);
		if (this.#state === 'playing' && !this.#isWaiting)
			this.#frame = requestAnimationFrame(this.#tick);
	};

	#show(seconds: number): void {
		// A tablet that was busy may have missed a whole short step; one that waits is never missed.
		while (this.#state === 'playing' && seconds >= (this.step?.endsAt ?? 0)) {
			if (this.#waitsFor(this.step)) {
				this.#waitAtEnd();
				break;
			}
			this.#begin(this.#index + 1);
		}
		this.#tell(this.#listeners, seconds);
	}

	#tell(listeners: readonly ((moment: Moment) => void)[], at: number): void {
		const { step } = this;
		if (!step) return;
		const seconds = Math.min(step.endsAt, Math.max(step.startsAt, at));
		for (const listener of listeners) listener({ seconds, step, index: this.#index });
	}

	#waitAtEnd(): void {
		this.#isWaiting = true;
		this.#hold();
		this.#clock.moveTo(this.step?.endsAt ?? 0);
	}
}
