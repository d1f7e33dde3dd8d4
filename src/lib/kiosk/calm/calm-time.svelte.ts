// A child's time in the calm space: what is offered, what is played, and how the feeling was before and after.
// It lives as long as the visit; what was done goes out sealed, and nothing of it stays.
import { activities } from '$lib/content/activities';
import { picturesAtAge } from '$lib/content/activity-pictures';
import { activityAtAge, type Activity } from '$lib/domain/activity';
import { calmActivities, offeredOnPage } from '$lib/domain/calm-choice';
import type { Directory } from '$lib/crossing/directory';
import type { FeelingAfter, FeelingSize, Language, StayWord } from '$lib/domain/check-in';
import type { StayLength } from '$lib/domain/cwtch';
import type { Settings } from '$lib/domain/settings';
import { prefersReducedMotion } from 'svelte/motion';
import type { Kiosk } from '../device.svelte';
import { Coming } from '../cwtch/coming.svelte';
import { Stay } from '../cwtch/stay.svelte';
import { isCwtch } from '../rest-rules';
import type { ShownScreen } from '../shown-screen.svelte';
import type { Said } from '../what-was-said';
import { Heard } from './heard';
import { Made } from './making/made';
import { readOwnActivities } from './own-activities';
import { Player, type Moment } from './player.svelte';
import { whoIsNamed } from '../who-is-named';

/** `length` and `going` only in the Cwtch, `coming` only elsewhere. */
export type CalmStage = 'length' | 'choosing' | 'quiet' | 'playing' | 'after' | 'going' | 'coming';

/** The visit in which it is. */
export interface CalmVisit {
	kiosk: Pick<Kiosk, 'keepSafe' | 'comeAnswer' | 'file'> | null;
	directory: Directory | null;
	language: Language;
	said: Said;
	settings: Settings;
	shown: Pick<ShownScreen, 'show' | 'stays'>;
}

export class CalmTime {
	#stage = $state<CalmStage>('choosing');
	#page = $state(0);
	#activity = $state.raw<Activity | null>(null);
	#player = $state.raw<Player | null>(null);
	#picture = $state<string | null>(null);
	#after = $state<FeelingAfter | null>(null);
	#isTold = true;
	#turnedTo: readonly CalmStage[] = [];
	/** The school's own. */
	#own = $state.raw<readonly Activity[]>([]);

	/** In the Cwtch, where a child stays as long as they choose. */
	readonly stay: Stay | null;
	/** Where there is a Cwtch, for whoever has said who they are. */
	readonly coming: Coming | null;
	readonly heard: Heard;
	/** What the child is making. */
	readonly made = new Made();

	/** The size of the feeling before, where the child shows it. */
	size = $state<FeelingSize | null>(null);
	keepStill = $state(false);
	isMirrored = $state(false);

	/** @param clock milliseconds UTC, as the kiosk has them */
	constructor(
		private readonly visit: CalmVisit,
		private readonly clock: () => number = Date.now
	) {
		this.heard = new Heard(() => ({
			language: visit.language,
			volume: visit.settings.volume,
			recording: async (name) => (await visit.kiosk?.file('recording', name)) ?? null
		}));
		this.size = visit.said.size;
		this.stay = isCwtch(visit.directory) ? new Stay(visit, clock) : null;
		if (this.stay) this.#stage = 'length';
		const mayAsk = !this.stay && (visit.directory?.school.hasCwtch ?? false);
		const isKnown = whoIsNamed(visit.said).pupilId !== null;
		this.coming = mayAsk && isKnown ? new Coming(visit, clock) : null;
		this.keepStill = prefersReducedMotion.current || visit.settings.still;
		this.isMirrored = visit.settings.leftHanded;
		void readOwnActivities(visit).then((own) => (this.#own = own));
	}

	get stage(): CalmStage {
		return this.#stage;
	}
	/** Three; with every other page something different. */
	get offered(): Activity[] {
		return offeredOnPage(this.#all, this.#page);
	}
	get hasMore(): boolean {
		return this.#all.length > this.offered.length;
	}
	get activity(): Activity | null {
		return this.#activity;
	}
	get player(): Player | null {
		return this.#player;
	}
	/** Files it can be drawn by, none for what is made and not watched. */
	get pictures(): readonly string[] {
		return this.#activity ? picturesAtAge(this.#activity, this.#age) : [];
	}
	/** The file that it is drawn by. */
	get picture(): string | null {
		return this.#picture ?? this.pictures[0] ?? null;
	}
	set picture(file: string | null) {
		this.#picture = file;
		if (this.#activity && this.#player) this.heard.under(this.#activity, this.#player, file);
	}
	/** How the feeling is now, once the child has said so. */
	get after(): FeelingAfter | null {
		return this.#after;
	}

	different(): void {
		this.#page += 1;
		if (this.#stage !== 'choosing') this.#show('choosing');
	}

	beQuiet(): void {
		this.#show('quiet');
	}

	/** In the Cwtch, before anything else. */
	stayFor(length: StayLength): void {
		this.stay?.begin(length);
		this.#show('choosing');
	}

	/** The candle is out, or "May I come?" is answered: once for each, and never in the middle of something. */
	turnTo(stage: 'going' | 'coming'): void {
		const isBusy = this.#stage !== 'choosing' && this.#stage !== 'quiet';
		if (isBusy || this.#turnedTo.includes(stage)) return;
		this.#turnedTo = [...this.#turnedTo, stage];
		this.#show(stage);
	}

	/** "May I come to the Cwtch?" */
	askToCome(): void {
		this.coming?.ask();
		this.#show('coming');
	}

	/** The way back to class, or on. */
	askWayOn(): void {
		this.#show('going');
	}

	/** Ready, a bit longer, or somebody to talk to first. */
	sayOfStay(word: StayWord): void {
		this.stay?.say(word);
		this.#turnedTo = this.#turnedTo.filter((stage) => stage !== 'going');
		this.#show(word === 'longer' ? 'choosing' : 'going');
	}

	choose(activity: Activity): void {
		this.#forget();
		this.#activity = activity;
		this.#play();
	}

	again(): void {
		this.#tell();
		this.made.forget();
		this.#after = null;
		this.#play();
	}

	/** The last step is over, or the child has had enough. */
	finish(): void {
		this.#player?.pause();
		this.heard.end();
		this.#showAs('after');
	}

	/** Any answer is all right. */
	say(after: FeelingAfter): void {
		this.#after = after;
		this.#tell();
		this.#showAs('after');
	}

	/** Back to what is offered; false where there is nothing before this. */
	back(): boolean {
		if (this.#stage === 'choosing' || this.#stage === 'length') return false;
		this.#show('choosing');
		return true;
	}

	/** The child has gone. What was done is told all the same. */
	leave(): void {
		this.#tell();
		this.made.forget();
		this.#player?.stop();
		this.heard.stop();
		this.stay?.end();
	}

	/** A screen lies over it, or the child pauses. */
	pause(): void {
		this.#player?.pause();
		this.heard.pause();
	}

	goOn(): void {
		this.heard.goOn();
		this.#player?.goOn();
	}

	get #all(): Activity[] {
		const { said, settings } = this.visit;
		return calmActivities([...activities, ...this.#own], {
			feeling: said.feeling,
			age: this.#age,
			off: settings.activitiesOff,
			first: settings.activitiesFirst,
			isLowLoad: settings.lowStimulation
		});
	}

	/** Years; `null` where nobody said who it is. */
	get #age(): number | null {
		return this.visit.said.pupil?.age ?? null;
	}

	#show(stage: CalmStage): void {
		this.#forget();
		this.#showAs(stage);
	}

	/** What was done before. */
	#forget(): void {
		this.#tell();
		this.made.forget();
		this.heard.end();
		this.#player?.stop();
		this.#player = null;
		this.#activity = null;
		this.#picture = null;
		this.#after = null;
	}

	/** A screen of its own: it takes the focus, and no tap that was meant for the one before. */
	#showAs(stage: CalmStage): void {
		this.#stage = stage;
		this.visit.shown.show('calm');
	}

	#play(): void {
		if (!this.#activity) return;
		this.#player?.stop();
		const { steps } = activityAtAge(this.#activity, this.#age);
		const begins = (moment: Moment) => this.heard.step(moment, player);
		const player = new Player(steps, begins);
		this.#player = player;
		this.#isTold = false;
		this.heard.begin(this.#activity, player, this.picture);
		player.start();
		player.follow((moment) => this.heard.moment(moment));
		this.#showAs('playing');
	}

	/** Once for each activity that went on beyond its first words. */
	#tell(): void {
		const { kiosk, language, said } = this.visit;
		if (this.#isTold || !this.#activity || !this.#player || this.#player.index < 1) return;
		this.#isTold = true;
		// What is made has no end but the child's own.
		const isOver = this.#player.state === 'over' || this.#activity.kind === 'making';
		const message = {
			v: 1,
			kind: 'calm',
			at: this.clock(),
			language,
			feeling: said.feeling,
			activity: this.#activity.id,
			ended: isOver ? 'over' : 'stopped',
			before: this.size,
			after: this.#after,
			...whoIsNamed(said)
		} as const;
		// A tablet that is full, or fails, must not stand between a child and what calms.
		kiosk?.keepSafe(message).catch(() => undefined);
	}
}
