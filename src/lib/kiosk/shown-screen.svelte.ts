// What the kiosk shows, which taps on it count, and how long it stays when nobody touches it.
import type { Language } from '$lib/domain/check-in';
import type { Settings } from '$lib/domain/settings';
import { IdleWatch, patienceWith, type Shown } from './idle-watch';
import { Overlays } from './overlays.svelte';
import type { Screen } from './screen';
import { TapGuard } from './tap-guard';

/** The visit whose screen it is. */
export interface ShownVisit {
	language: Language;
	schoolLanguage: Language;
	isArrival: boolean;
	settings: Pick<Settings, 'extraTime' | 'scan'>;
	/** Nobody is there any more. */
	wipe(): void;
}

export class ShownScreen {
	#screen = $state<Screen>('rest');
	#restsOnFaces = $state(false);
	#count = $state(0);
	#now = $state(0);
	#calm: Shown['calm'] = 'none';
	#isStaying = false;
	#guard = new TapGuard();
	#idle: IdleWatch;

	readonly overlays = new Overlays(() => this.#shownAnew());

	/** @param clock milliseconds UTC, as the kiosk has them */
	constructor(
		private readonly visit: ShownVisit,
		private readonly clock: () => number
	) {
		this.#now = clock();
		this.#idle = new IdleWatch({
			ask: () => this.overlays.askStillThere(),
			end: () => visit.wipe()
		});
	}

	get screen(): Screen {
		return this.#screen;
	}
	/** Nobody's turn: Rest, or the faces that a class kiosk rests on while children arrive. */
	get resting(): boolean {
		return this.#screen === 'rest' || (this.#screen === 'who' && this.#restsOnFaces);
	}
	/** Goes up with every new screen, which then takes the focus. */
	get count(): number {
		return this.#count;
	}
	/** When the clock was last looked at. */
	get now(): number {
		return this.#now;
	}

	lookAtClock(): void {
		this.#now = this.clock();
	}

	show(screen: Screen): void {
		this.#restsOnFaces = false;
		this.#screen = screen;
		this.#shownAnew();
	}

	/** Shows `screen` as what the kiosk rests on. */
	restOn(screen: 'rest' | 'who'): void {
		this.show(screen);
		this.#restsOnFaces = screen === 'who';
		this.watch();
	}

	/** Nothing is over the screen and nothing runs: the visit is over. */
	wipe(): void {
		this.#idle.stop();
		this.#calm = 'none';
		this.#isStaying = false;
		this.overlays.wipe();
		this.#guard.forgetTarget();
	}

	/** False for a tap that was not meant, as `tap-guard.ts` says. @param at `event.timeStamp` */
	accepts(at: number, target: unknown, quick = false): boolean {
		return this.#guard.accepts(at, target, quick);
	}

	/** Somebody is there. */
	touch(): void {
		if (this.overlays.shown === 'still-there' || this.#screen === 'goodbye') return;
		if (this.#calm === 'just-over') this.#calm = 'none';
		this.watch();
	}

	/** While something calm plays, nobody is asked whether they are still there. */
	calmPlays(isPlaying: boolean): void {
		this.#calm = isPlaying || this.#isStaying ? 'playing' : 'just-over';
		this.watch();
	}

	/** As `calmPlays`, for as long as a child has chosen to stay in the Cwtch. */
	stays(isStaying: boolean): void {
		this.#isStaying = isStaying;
		this.calmPlays(isStaying);
	}

	/** Ends the visit without asking. */
	endAfter(quietMs: number): void {
		this.#idle.endAfter(quietMs);
	}

	/** The time that the screen stays begins anew. */
	watch(): void {
		const { language, schoolLanguage, isArrival, settings } = this.visit;
		const patience = patienceWith({
			screen: this.#screen,
			overlay: this.overlays.shown,
			isResting: this.resting,
			isArrival,
			isSchoolLanguage: language === schoolLanguage,
			// To get round a screen by a switch takes longer than a tap.
			hasExtraTime: settings.extraTime || settings.scan !== 'off',
			calm: this.#calm
		});
		this.#idle.restart(patience);
	}

	#shownAnew(): void {
		const overlay = this.overlays.shown;
		this.lookAtClock();
		this.#count += 1;
		if (!this.resting || overlay) this.#guard.screenShown(performance.now());
		// The question has its own clock, which runs already.
		if (overlay !== 'still-there') this.watch();
	}
}
