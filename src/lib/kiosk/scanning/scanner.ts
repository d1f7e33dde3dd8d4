// Scans the screens of a visit for one switch or two: marks what a press would choose, and chooses it as a
// finger would. The mark is an attribute, so that it moves and scrolls with what it marks.
import { TapGuard } from '../tap-guard';
import { scanGroups } from './scan-groups';
import { ROUNDS_BY_ITSELF, ROUNDS_BY_STEPS, ScanRound } from './scan-round';
import type { ScanWay } from './scan-way';
import { scanTargets } from './scan-targets';

/** The first stop of a screen and of a row stays so much longer: the child has to find it first. */
const FIRST_STOP_LONGER = 1.5;
/** What changes at once is looked at once. */
const SETTLED_MS = 60;
const MARK = 'data-scanned';

/** The screen as far as scanning depends on it. */
export interface ScannedScreen {
	/** Nobody's turn: nothing is marked before a press. */
	rests: boolean;
	/** It goes by itself if nobody answers: no pause. */
	asks: boolean;
}

export type Press = 'switch' | 'step';

export interface ScannerSays {
	/** There is nothing marked, and a press will begin. */
	pauses(isPaused: boolean): void;
}

export class Scanner {
	#round = new ScanRound<HTMLElement>(ROUNDS_BY_ITSELF, true);
	#guard = new TapGuard();
	#marked: readonly HTMLElement[] = [];
	#stopTimer: ReturnType<typeof setTimeout> | undefined;
	#lookTimer: ReturnType<typeof setTimeout> | undefined;
	#changes = new MutationObserver(() => this.#lookSoon());

	/** @param screen everything that belongs to the screens of a visit */
	constructor(
		private readonly screen: HTMLElement,
		private readonly way: Pick<ScanWay, 'switches' | 'paceMs'>,
		private readonly says: ScannerSays
	) {
		this.#changes.observe(screen, {
			subtree: true,
			childList: true,
			attributeFilter: ['disabled', 'inert', 'hidden', 'open']
		});
	}

	get #isByItself(): boolean {
		return this.way.switches === 1;
	}

	/** A new screen is there. Its first stop comes when it has been there for a moment, as for fingers. */
	screenShown({ rests, asks }: ScannedScreen): void {
		const rules = this.#isByItself ? ROUNDS_BY_ITSELF : ROUNDS_BY_STEPS;
		this.#round = new ScanRound(asks ? { ...rules, rounds: Infinity } : rules, rests);
		if (!rests) this.#guard.screenShown(performance.now());
		this.#look();
	}

	/**
	 * @param at `event.timeStamp`
	 * @returns false for a press that was not meant
	 */
	pressed(press: Press, at: number): boolean {
		if (!this.#guard.accepts(at, press, true)) return false;
		this.#look();
		if (press === 'switch' || this.#round.isPaused) this.#round.press()?.click();
		else this.#round.step();
		this.#show();
		return true;
	}

	stop(): void {
		clearTimeout(this.#stopTimer);
		clearTimeout(this.#lookTimer);
		this.#changes.disconnect();
		this.#mark([]);
	}

	#step(): void {
		this.#round.look(this.#groups());
		this.#round.step();
		this.#show();
	}

	#lookSoon(): void {
		clearTimeout(this.#lookTimer);
		this.#lookTimer = setTimeout(() => this.#look(), SETTLED_MS);
	}

	/** What is marked may have gone, or the first stop may have come. */
	#look(): void {
		const before = this.#round.marked;
		this.#round.look(this.#groups());
		const { marked } = this.#round;
		const isSame = marked.length === before.length && marked.every((one, i) => one === before[i]);
		if (!isSame || marked.length === 0) this.#show();
	}

	#show(): void {
		this.#mark(this.#round.marked);
		this.says.pauses(this.#round.isPaused);
		clearTimeout(this.#stopTimer);
		if (!this.#isByItself || this.#round.isPaused || this.#marked.length === 0) return;
		const stay = this.way.paceMs * (this.#round.isAtStart ? FIRST_STOP_LONGER : 1);
		this.#stopTimer = setTimeout(() => this.#step(), stay);
	}

	#groups(): HTMLElement[][] {
		const direction = getComputedStyle(this.screen).direction === 'rtl' ? 'rtl' : 'ltr';
		return scanGroups(scanTargets(this.screen), direction);
	}

	#mark(things: readonly HTMLElement[]): void {
		for (const thing of this.#marked) thing.removeAttribute(MARK);
		for (const thing of things) thing.setAttribute(MARK, things.length > 1 ? 'row' : 'one');
		things[0]?.scrollIntoView({ block: 'nearest' });
		this.#marked = things;
	}
}
