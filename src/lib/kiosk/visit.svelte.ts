// One child's turn at the kiosk, from Rest to goodbye. It lives in this object only: nothing of it
// is in the address, the title, the history or the storage, and `wipe` leaves nothing behind.
import type { DirectoryPupil } from '$lib/crossing/directory';
import type { Language } from '$lib/domain/check-in';
import { USUAL_SETTINGS, type Settings } from '$lib/domain/settings';
import { otherLanguage } from '$lib/i18n/language';
import { createContext } from 'svelte';
import type { CalmTime } from './calm/calm-time.svelte';
import type { GivenWords } from './child-words/given-words.svelte';
import type { Kiosk } from './device.svelte';
import { newChild } from './new-child';
import {
	isArrival,
	lightOutside,
	onlyClassId,
	picturesToHideAmong,
	restScreen,
	type Outside
} from './rest-rules';
import { FROM_FEELINGS, screenBefore } from './screen';
import { settingsOfChild } from './settings-of-child';
import { ShownScreen } from './shown-screen.svelte';
import { Telling } from './telling.svelte';
import type { Said } from './what-was-said';
import { whoIsNamed } from './who-is-named';

export type VisitKiosk = Pick<
	Kiosk,
	| 'directory'
	| 'lastContactAt'
	| 'keepSafe'
	| 'urgentAnswer'
	| 'comeAnswer'
	| 'checkWho'
	| 'passSaid'
	| 'answers'
	| 'fileUrl'
	| 'file'
>;

export class Visit {
	#kiosk = $state.raw<VisitKiosk | null>(null);
	#language = $state<Language>('en');
	#settings = $state.raw<Settings>(USUAL_SETTINGS);
	#hasSwitched = false;
	#cameFrom = FROM_FEELINGS;
	#startWanted = false;

	/** Said once to those who listen to the screen. */
	announcement = $state('');

	/** What the calm space keeps while the visit goes; it makes this when it is opened. */
	calm = $state.raw<CalmTime | null>(null);

	readonly shown: ShownScreen;
	readonly telling: Telling;

	/** @param startLanguage until the tablet knows its school's */
	constructor(
		private readonly startLanguage: Language,
		private readonly clock: () => number = Date.now
	) {
		this.#language = startLanguage;
		this.shown = new ShownScreen(this, clock);
		this.telling = new Telling(this, clock);
	}

	/** The tablet has read its own storage. */
	wake(kiosk: VisitKiosk): void {
		this.#kiosk = kiosk;
		this.knowSchool();
	}

	/** The directory is there, or is new: Rest takes up what it says, and answers an early Start. */
	knowSchool(): void {
		if (!this.directory || !this.resting || this.overlays.shown) return;
		// Rest is not shown anew where nothing changes: a finger may be down on it.
		this.#takeUpSettings();
		if (this.screen !== this.#restScreen()) this.#rest();
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
		return this.shown.screen;
	}
	get overlays() {
		return this.shown.overlays;
	}
	get language() {
		return this.#language;
	}
	get said(): Said {
		return this.telling.said;
	}
	/** The child's from the face to the end of the visit, else the tablet's. They never change under a child. */
	get settings(): Settings {
		return this.#settings;
	}
	/** The child's own, in this visit. */
	get words(): GivenWords {
		return this.telling.words;
	}
	/** By the kiosk's own clock, looked at now and then. */
	get now() {
		return this.shown.now;
	}
	get outside(): Outside {
		return lightOutside(this.directory, this.now);
	}
	get resting() {
		return this.shown.resting;
	}
	get schoolLanguage(): Language {
		return this.directory?.school.language ?? this.startLanguage;
	}
	get isArrival(): boolean {
		return isArrival(this.directory, this.clock());
	}

	/** Looks at the clock again: the light of the landscape, and whether children are arriving. */
	tick(): void {
		this.shown.lookAtClock();
		const isRest = !this.overlays.shown && this.resting;
		if (isRest && this.screen !== this.#restScreen()) this.#rest();
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
		this.telling.begin({ classId: this.said.classId, pupil });
		this.#takeUpSettings();
		if (this.#settings.picturesAtCheckIn) this.shown.show('who-sure');
		else this.goOn();
	}

	/** Whatever was shown, or nothing at all: the check-in begins. */
	goOn(): void {
		this.telling.takeBackFeeling();
		this.shown.show('feelings');
	}

	/** A child who is not on the list yet. */
	newHere(): void {
		const { classId = null } = this.said;
		if (!this.directory) return;
		const pupil = newChild(this.directory, classId);
		this.telling.begin({ classId, pupil, isNew: true });
		this.#takeUpSettings();
		this.goOn();
	}

	/** Back to the faces, with nothing kept. */
	notMe(): void {
		const { classId } = this.said;
		this.#showFaces(classId === undefined ? onlyClassId(this.directory) : classId);
	}

	openMoreAbout(): void {
		this.shown.show('more-about');
	}

	openOthers(): void {
		this.shown.show('others');
	}

	openMyGrownUps(): void {
		this.shown.show('my-grown-ups');
	}

	openForMe(): void {
		this.shown.show('for-me');
	}

	openCalm(): void {
		this.#openBeside('calm');
	}

	openNeeds(): void {
		this.telling.turnToNeeds();
		this.#openBeside('needs');
	}

	openGrownUps(): void {
		this.shown.show('grown-ups');
	}

	/** The screen before this one. */
	back(): void {
		const { classId, place } = this.said;
		if (this.screen === 'feelings' && place) {
			this.telling.choosePlace(null);
			return;
		}
		const choosesClass = classId !== onlyClassId(this.directory);
		const before = screenBefore(this.screen, { cameFrom: this.#cameFrom, choosesClass });
		if (before === 'feelings') this.goOn();
		else if (before && before !== 'rest') this.shown.show(before);
		else this.wipe();
	}

	/**
	 * Under no name where another child than the one of this visit may tap: somebody comes to the tablet. Whoever
	 * was left out stays left out; it may be the same child after all.
	 */
	callUrgent(): void {
		const mayBeAnother = this.overlays.mayBeAnother || this.screen === 'goodbye';
		const pupilId = mayBeAnother ? null : whoIsNamed(this.said).pupilId;
		const excludedAdultIds = [...this.said.excludedIds];
		const who = { pupilId, language: this.#language, excludedAdultIds };
		this.overlays.callUrgent(this.directory ? this.#kiosk : null, who, this.clock);
	}

	/** The child's own picture is among those that are shown then; alone it would say who is there. */
	hide(): void {
		// What For me showed is closed for good.
		if (this.screen === 'for-me') this.goOn();
		this.overlays.hide(picturesToHideAmong(this.directory, this.said.pupil));
	}

	/** The own picture opens the visit again; any other ends it. */
	comeBack(picture: string): void {
		if (picture === this.said.pupil?.picture) this.overlays.unhide();
		else this.wipe();
	}

	/** Keeps the place on the screen. */
	switchLanguage(): void {
		this.#language = otherLanguage(this.#language);
		this.#hasSwitched = true;
		this.shown.watch();
	}

	/** Ends the visit: nothing that was said is left, and the school's language is back. */
	wipe(): void {
		this.#leaveCalm();
		this.shown.wipe();
		this.telling.wipe();
		this.#cameFrom = FROM_FEELINGS;
		this.#startWanted = false;
		this.announcement = '';
		this.#hasSwitched = false;
		this.#takeUpSettings();
		this.#rest();
	}

	#leaveCalm(): void {
		this.calm?.leave();
		this.calm = null;
	}

	#openBeside(screen: 'calm' | 'needs'): void {
		if (this.screen !== screen) this.#cameFrom = { ...this.#cameFrom, [screen]: this.screen };
		this.shown.show(screen);
	}

	#showFaces(classId: string | null | undefined): void {
		this.#leaveCalm();
		this.telling.begin({ classId });
		this.#takeUpSettings();
		this.shown.show(classId === undefined ? 'class' : 'who');
	}

	/** Of whoever is there now. A language that was chosen on the screen stays. */
	#takeUpSettings(): void {
		const { pupil } = this.said;
		this.#settings = settingsOfChild(this.directory, pupil);
		if (!this.#hasSwitched) this.#language = pupil?.language ?? this.schoolLanguage;
	}

	#rest(): void {
		this.shown.restOn(this.#restScreen());
		if (this.screen === 'who') this.telling.begin({ classId: onlyClassId(this.directory) });
	}

	#restScreen() {
		return restScreen(this.directory, this.clock());
	}
}

export const [useVisit, provideVisit] = createContext<Visit>();
