// One child's turn at the kiosk, from Rest to goodbye. It lives in this object only: nothing of it
// is in the address, the title, the history or the storage, and `wipe` leaves nothing behind.
import type { PlaceId } from '$lib/content/cards';
import type { DirectoryPupil } from '$lib/crossing/directory';
import type { Language } from '$lib/domain/check-in';
import { hourOfLandscape, type LandscapeHour } from '$lib/domain/clock-face';
import type { Certainty, TalkWhen } from '$lib/domain/talk-request';
import { createContext } from 'svelte';
import type { Kiosk } from './device.svelte';
import { IDLE_AFTER_CALM_MS, IDLE_ARRIVAL_MS, IDLE_MS, IdleWatch } from './idle-watch';
import { isArrival, onlyClassId, picturesToHideAmong, restScreen } from './rest-rules';
import { Safekeeping } from './safekeeping.svelte';
import { TapGuard } from './tap-guard';
import { UrgentCall } from './urgent-call.svelte';
import {
	checkInOf,
	NOTHING_SAID,
	offeredAdult,
	timesOnOffer,
	withAdult,
	withLeftOut,
	type OfferChoice,
	type Said
} from './what-was-said';

export const GOODBYE_MS = 6_000;
/** Bad news stays long enough to be read. */
export const GOODBYE_WITH_PROBLEM_MS = 20_000;
const GROWN_UPS_IDLE_MS = 120_000;
/** The schools are in Wales and England; the directory says so itself when it is there. */
const DEFAULT_TIME_ZONE = 'Europe/London';

export type Screen =
	| 'rest'
	| 'class'
	| 'who'
	| 'feelings'
	| 'offer'
	| 'others'
	| 'goodbye'
	| 'for-me'
	| 'calm'
	| 'grown-ups';
/** What lies over a screen for a moment; the screen under it stays as it was. */
export type Overlay = 'urgent' | 'hidden' | 'still-there';
export type VisitKiosk = Pick<
	Kiosk,
	'directory' | 'keepSafe' | 'urgentNews' | 'checkPictures' | 'answers'
>;

export class Visit {
	#kiosk = $state.raw<VisitKiosk | null>(null);
	#screen = $state<Screen>('rest');
	#overlay = $state<Overlay | null>(null);
	#language = $state<Language>('en');
	#said = $state.raw(NOTHING_SAID);
	#now = $state(0);
	#restsOnFaces = $state(false);
	#screensShown = $state(0);
	#goodbye = $state.raw<Safekeeping | null>(null);
	#urgent = $state.raw<UrgentCall | null>(null);
	#hiddenAmong = $state.raw<string[]>([]);
	#cameFrom: Screen = 'feelings';
	#wasHidden = false;
	#startWanted = false;
	#calmState: 'none' | 'playing' | 'just-over' = 'none';
	#guard = new TapGuard();
	#idle = new IdleWatch({ ask: () => this.#lay('still-there'), end: () => this.wipe() });

	/** Said once to those who listen to the screen. */
	announcement = $state('');

	/** @param startLanguage until the tablet knows its school's */
	constructor(
		private readonly startLanguage: Language,
		private readonly clock: () => number = Date.now
	) {
		this.#language = startLanguage;
		this.#now = clock();
	}

	/** The tablet has read its own storage. */
	wake(kiosk: VisitKiosk): void {
		this.#kiosk = kiosk;
		this.knowSchool();
	}

	/** The directory is there, or is new: Rest takes up its language, and answers an early Start. */
	knowSchool(): void {
		if (!this.directory || !this.resting || this.#overlay) return;
		// Rest is not shown anew where nothing changes: a finger may be down on it.
		if (this.#language === this.startLanguage) this.#language = this.#schoolLanguage();
		if (this.#screen !== this.#restScreen()) this.#rest();
		else if (this.#startWanted) this.start();
		this.#startWanted = false;
	}

	get kiosk() {
		return this.#kiosk;
	}
	get directory() {
		return this.#kiosk?.directory ?? null;
	}
	get screen() {
		return this.#screen;
	}
	get overlay() {
		return this.#overlay;
	}
	/** Goes up with every new screen, which then takes the focus. */
	get screensShown() {
		return this.#screensShown;
	}
	get language() {
		return this.#language;
	}
	get said(): Said {
		return this.#said;
	}
	get goodbye() {
		return this.#goodbye;
	}
	get urgent() {
		return this.#urgent;
	}
	/** Pictures among which the child finds the own one, to come back. */
	get hiddenAmong() {
		return this.#hiddenAmong;
	}
	/** By the kiosk's own clock, looked at now and then. */
	get now() {
		return this.#now;
	}
	get hour(): LandscapeHour {
		const timeZone = this.directory?.school.timetable.timeZone ?? DEFAULT_TIME_ZONE;
		return hourOfLandscape(this.#now, timeZone);
	}
	/** Nobody's turn: Rest, or the faces that a class kiosk rests on while children arrive. */
	get resting(): boolean {
		return this.#screen === 'rest' || (this.#screen === 'who' && this.#restsOnFaces);
	}
	/** The adult on the offer screen; `null` is Anyone. */
	get adult() {
		return this.directory ? offeredAdult(this.#said, this.directory) : null;
	}

	/** False for a tap that was not meant, as `tap-guard.ts` says. @param at `event.timeStamp` */
	accepts(at: number, target: unknown, quick = false): boolean {
		return this.#guard.accepts(at, target, quick);
	}

	/** Somebody is there. */
	touch(): void {
		if (this.#overlay === 'still-there' || this.#screen === 'goodbye') return;
		if (this.#calmState === 'just-over') this.#calmState = 'none';
		this.#watch();
	}

	/** Looks at the clock again: the light of the landscape, and whether children are arriving. */
	tick(): void {
		this.#now = this.clock();
		const isRest = !this.#overlay && this.resting;
		if (isRest && this.#screen !== this.#restScreen()) this.#rest();
	}

	start(): void {
		if (!this.directory) {
			this.#startWanted = true;
			return;
		}
		this.#showFaces(onlyClassId(this.directory));
	}

	/** @param classId `null` for the children without a class */
	chooseClass(classId: string | null): void {
		this.#showFaces(classId);
	}

	choosePupil(pupil: DirectoryPupil): void {
		this.#said = { ...NOTHING_SAID, classId: this.#said.classId, pupil };
		const isUnchanged = this.#language === this.#schoolLanguage();
		if (pupil.language && isUnchanged) this.#language = pupil.language;
		this.#show('feelings');
	}

	/** Back to the faces, with nothing kept. */
	notMe(): void {
		const { classId } = this.#said;
		this.#showFaces(classId === undefined ? onlyClassId(this.directory) : classId);
	}

	choosePlace(place: PlaceId): void {
		this.#said = { ...this.#said, place };
		this.#show('feelings');
	}

	chooseFeeling(feeling: string): void {
		this.#showOffer(feeling);
	}

	/** Talk: the same offers, without a feeling. */
	openTalk(): void {
		this.#showOffer(null);
	}

	openOthers(): void {
		this.#show('others');
	}

	/** @param adultId `null` is Anyone */
	chooseAdult(adultId: string | null): void {
		this.#said = withAdult(this.#said, adultId);
		this.#show('offer');
	}

	chooseWhen(when: TalkWhen): void {
		this.#said = { ...this.#said, when };
	}

	/** Leaves an adult out, or takes them back in. No reason is asked. */
	leaveOut(adultId: string): void {
		this.#said = withLeftOut(this.#said, adultId);
	}

	/** The last tap: hello, skip and every ask alike make one envelope and end on one screen. */
	wish(choice: OfferChoice): void {
		const { pupil } = this.#said;
		if (!pupil || !this.directory || !this.#kiosk) return;
		const made = { at: this.clock(), language: this.#language };
		const checkIn = checkInOf({ ...this.#said, pupil }, choice, this.directory, made);
		const goodbye = new Safekeeping(this.#kiosk.keepSafe(checkIn));
		this.#goodbye = goodbye;
		this.#show('goodbye');
		void goodbye.settled.then(() => {
			const isBad = goodbye.state === 'full' || goodbye.state === 'failed';
			if (isBad && this.#goodbye === goodbye) this.#idle.endAfter(GOODBYE_WITH_PROBLEM_MS);
		});
	}

	openForMe(): void {
		this.#show('for-me');
	}

	/** The server has compared the special pictures. Right once is right for the visit. */
	picturesChecked(certainty: Extract<Certainty, 'pictures-right' | 'pictures-wrong'>): void {
		if (this.#said.certainty !== 'pictures-right') this.#said = { ...this.#said, certainty };
	}

	openCalm(): void {
		if (this.#screen !== 'calm') this.#cameFrom = this.#screen;
		this.#show('calm');
	}

	/** While something calm plays, nobody is asked whether they are still there. */
	calmPlays(isPlaying: boolean): void {
		this.#calmState = isPlaying ? 'playing' : 'just-over';
		this.#watch();
	}

	openGrownUps(): void {
		this.#show('grown-ups');
	}

	/** The screen before this one. */
	back(): void {
		const { classId, place } = this.#said;
		if (this.#screen === 'others') this.#show('offer');
		else if (this.#screen === 'calm') this.#show(this.#cameFrom);
		else if (this.#screen === 'offer' || this.#screen === 'for-me') this.#show('feelings');
		else if (this.#screen === 'feelings' && place) {
			this.#said = { ...this.#said, place: null };
			this.#show('feelings');
		} else if (this.#screen === 'who' && classId !== onlyClassId(this.directory))
			this.#show('class');
		else this.wipe();
	}

	callUrgent(): void {
		if (this.#overlay === 'urgent') return;
		const who = { pupilId: this.#said.pupil?.id ?? null, language: this.#language };
		this.#wasHidden = this.#overlay === 'hidden';
		this.#urgent = new UrgentCall(this.directory ? this.#kiosk : null, who, this.clock);
		this.#lay('urgent');
	}

	leaveUrgent(): void {
		this.#urgent?.leave();
		this.#urgent = null;
		// What was hidden before stays hidden: this may be another child.
		this.#lay(this.#wasHidden ? 'hidden' : null);
	}

	/** A neutral picture at once. What For me showed is closed for good. */
	hide(): void {
		this.#urgent?.leave();
		this.#urgent = null;
		this.#hiddenAmong = picturesToHideAmong(this.directory, this.#said.pupil);
		if (this.#screen === 'for-me') this.#screen = 'feelings';
		this.#lay('hidden');
	}

	/** The own picture opens the visit again; any other ends it. */
	comeBack(picture: string): void {
		if (picture === this.#said.pupil?.picture) this.#lay(null);
		else this.wipe();
	}

	stillHere(): void {
		this.#lay(null);
	}

	/** Keeps the place on the screen. */
	switchLanguage(): void {
		this.#language = this.#language === 'en' ? 'cy' : 'en';
		this.#watch();
	}

	/** Ends the visit: nothing that was said is left, and the school's language is back. */
	wipe(): void {
		this.#idle.stop();
		this.#urgent?.leave();
		this.#urgent = null;
		this.#said = NOTHING_SAID;
		this.#goodbye = null;
		this.#hiddenAmong = [];
		this.#overlay = null;
		this.#cameFrom = 'feelings';
		this.#wasHidden = false;
		this.#startWanted = false;
		this.#calmState = 'none';
		this.announcement = '';
		this.#language = this.#schoolLanguage();
		this.#rest();
	}

	#showOffer(feeling: string | null): void {
		if (!this.directory) return;
		this.#said = { ...this.#said, feeling, ...timesOnOffer(this.directory, this.clock()) };
		this.#show('offer');
	}

	#showFaces(classId: string | null | undefined): void {
		this.#said = { ...NOTHING_SAID, classId };
		this.#show(classId === undefined ? 'class' : 'who');
	}

	#rest(): void {
		this.#show(this.#restScreen());
		this.#restsOnFaces = this.#screen === 'who';
		if (this.#restsOnFaces) this.#said = { ...NOTHING_SAID, classId: onlyClassId(this.directory) };
		this.#watch();
	}

	#show(screen: Screen): void {
		this.#restsOnFaces = false;
		this.#screen = screen;
		this.#newScreen();
	}

	#lay(overlay: Overlay | null): void {
		this.#overlay = overlay;
		// The question has its own clock, which runs already.
		this.#newScreen(overlay === 'still-there');
	}

	#newScreen(isQuestion = false): void {
		this.#now = this.clock();
		this.#screensShown += 1;
		if (!this.resting || this.#overlay) this.#guard.screenShown(performance.now());
		if (!isQuestion) this.#watch();
	}

	#watch(): void {
		if (this.#screen === 'goodbye' && !this.#overlay) this.#idle.endAfter(GOODBYE_MS);
		else if (this.#overlay === 'hidden') this.#idle.endAfter(IDLE_MS);
		else if (this.#calmState === 'playing' && this.#screen === 'calm') this.#idle.stop();
		else if (this.#calmState === 'just-over') this.#idle.restart(IDLE_AFTER_CALM_MS);
		else if (this.#screen === 'grown-ups') this.#idle.endAfter(GROWN_UPS_IDLE_MS);
		else if (!this.resting || this.#overlay) this.#idle.restart(this.#idleMs());
		else if (this.#language !== this.#schoolLanguage()) this.#idle.endAfter(IDLE_MS);
		else this.#idle.stop();
	}

	#idleMs(): number {
		return isArrival(this.directory, this.clock()) ? IDLE_ARRIVAL_MS : IDLE_MS;
	}

	#restScreen(): Screen {
		return restScreen(this.directory, this.clock());
	}

	#schoolLanguage(): Language {
		return this.directory?.school.language ?? this.startLanguage;
	}
}

export const [useVisit, provideVisit] = createContext<Visit>();
