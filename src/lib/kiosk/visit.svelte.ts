// One child's turn at the kiosk, from Rest to goodbye. It lives in this object only: nothing of it
// is in the address, the title, the history or the storage, and `wipe` leaves nothing behind.
import type { DirectoryPupil } from '$lib/crossing/directory';
import type { FeelingSize, Language } from '$lib/domain/check-in';
import { settingsFor, USUAL_SETTINGS, type Settings } from '$lib/domain/settings';
import type { Certainty, TalkWhen } from '$lib/domain/talk-request';
import { otherLanguage } from '$lib/i18n/language';
import { createContext } from 'svelte';
import { GivenWords } from './child-words/given-words.svelte';
import type { Kiosk } from './device.svelte';
import { GOODBYE_WITH_PROBLEM_MS } from './idle-watch';
import { newChild } from './new-child';
import {
	isArrival,
	lightOutside,
	onlyClassId,
	picturesToHideAmong,
	restScreen,
	type Outside
} from './rest-rules';
import { Safekeeping } from './safekeeping.svelte';
import { FROM_FEELINGS, screenBefore } from './screen';
import { ShownScreen } from './shown-screen.svelte';
import {
	checkInOf,
	NOTHING_SAID,
	offeredAdult,
	timesOnOffer,
	withAdult,
	withClue,
	withCompared,
	withLeftOut,
	withSuggestedTime,
	type FeelingGroup,
	type LastChoice,
	type Said
} from './what-was-said';

/** What takes longer than this is told on the screen meanwhile. A tap that is answered later feels lost. */
const KEEPING_FIRST_MS = 150;

export type VisitKiosk = Pick<
	Kiosk,
	'directory' | 'keepSafe' | 'urgentNews' | 'checkWho' | 'isPassApproved' | 'answers' | 'fileUrl'
>;

export class Visit {
	#kiosk = $state.raw<VisitKiosk | null>(null);
	#language = $state<Language>('en');
	#said = $state.raw(NOTHING_SAID);
	#words = $state.raw(new GivenWords());
	#settings = $state.raw<Settings>(USUAL_SETTINGS);
	#hasSwitched = false;
	#goodbye = $state.raw<Safekeeping | null>(null);
	#cameFrom = FROM_FEELINGS;
	#startWanted = false;

	/** Said once to those who listen to the screen. */
	announcement = $state('');

	readonly shown: ShownScreen;

	/** @param startLanguage until the tablet knows its school's */
	constructor(
		private readonly startLanguage: Language,
		private readonly clock: () => number = Date.now
	) {
		this.#language = startLanguage;
		this.shown = new ShownScreen(this, clock);
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
		return this.#said;
	}
	/** The child's from the face to the end of the visit, else the tablet's. They never change under a child. */
	get settings(): Settings {
		return this.#settings;
	}
	/** The child's own, in this visit. */
	get words(): GivenWords {
		return this.#words;
	}
	get goodbye() {
		return this.#goodbye;
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
	/** The adult on the offer screen; `null` is Anyone. */
	get adult() {
		return this.directory ? offeredAdult(this.#said, this.directory) : null;
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
		this.#said = { ...NOTHING_SAID, classId: this.#said.classId, pupil };
		this.#takeUpSettings();
		this.shown.show(this.#settings.picturesAtCheckIn ? 'who-sure' : 'feelings');
	}

	/** Whatever was shown, or nothing at all: the check-in begins. */
	goOn(): void {
		this.shown.show('feelings');
	}

	/** A child who is not on the list yet. */
	newHere(): void {
		const { classId = null } = this.#said;
		if (!this.directory) return;
		const pupil = newChild(this.directory, classId);
		this.#said = { ...NOTHING_SAID, classId, pupil, isNew: true };
		this.#takeUpSettings();
		this.shown.show('feelings');
	}

	/** Back to the faces, with nothing kept. */
	notMe(): void {
		const { classId } = this.#said;
		this.#showFaces(classId === undefined ? onlyClassId(this.directory) : classId);
	}

	/** One of the four places, or the school's own words. */
	choosePlace(place: FeelingGroup): void {
		this.#said = { ...this.#said, place };
		this.shown.show('feelings');
	}

	chooseFeeling(feeling: string): void {
		this.#showOffer(feeling);
	}

	/** Talk: the same offers, without a feeling. */
	openTalk(): void {
		this.#showOffer(null);
	}

	openMoreAbout(): void {
		this.shown.show('more-about');
	}

	/** A second tap takes it back. */
	chooseSize(size: FeelingSize): void {
		this.#said = { ...this.#said, size: this.#said.size === size ? null : size };
	}

	tapClue(id: string): void {
		this.#said = withClue(this.#said, id);
	}

	openOthers(): void {
		this.shown.show('others');
	}

	openMyGrownUps(): void {
		this.shown.show('my-grown-ups');
	}

	/**
	 * The child's own grown-ups, in order: a message of its own, and true at once for this visit. `null` where
	 * nothing changes. No reason is asked.
	 */
	nameMyGrownUps(adultIds: readonly string[]): Safekeeping | null {
		const { pupil, certainty, isNew } = this.#said;
		if (!pupil || isNew || !this.#kiosk) return null;
		if (adultIds.join() === pupil.trustedAdultIds.join()) return null;
		const trustedAdultIds = [...adultIds];
		this.#said = {
			...this.#said,
			pupil: { ...pupil, trustedAdultIds },
			adultId: undefined,
			isNameless: false
		};
		const who = { at: this.clock(), pupilId: pupil.id, certainty };
		const named = { v: 1, kind: 'trusted-adults', ...who, adultIds: trustedAdultIds } as const;
		return new Safekeeping(this.#kiosk.keepSafe(named));
	}

	/** Of the child's own grown-ups. */
	showFirstGrownUp(): void {
		this.#said = { ...this.#said, adultId: undefined, isNameless: false };
		this.#suggestTime();
		this.shown.show('offer');
	}

	/** @param adultId `null` is Anyone */
	chooseAdult(adultId: string | null): void {
		this.#said = withAdult(this.#said, adultId);
		this.#suggestTime();
		this.shown.show('offer');
	}

	/** To the leads, who are not told who it is; from the next choice of an adult on it has a name again. */
	askWithoutName(): void {
		this.#said = { ...this.#said, adultId: undefined, isNameless: true };
		this.#suggestTime();
		this.shown.show('offer');
	}

	chooseWhen(when: TalkWhen): void {
		this.#said = { ...this.#said, when, hasChosenWhen: true };
	}

	/** Leaves an adult out, or takes them back in. No reason is asked. */
	leaveOut(adultId: string): void {
		this.#said = withLeftOut(this.#said, adultId);
	}

	/** The last tap: hello, skip, every ask and need alike make one envelope and end on one screen. */
	wish(choice: LastChoice): void {
		const { pupil } = this.#said;
		// One envelope per visit: a second tap while the first is being kept makes no other.
		if (!pupil || !this.directory || !this.#kiosk || this.#goodbye) return;
		const made = { at: this.clock(), language: this.#language };
		const checkIn = checkInOf({ ...this.#said, pupil }, choice, this.directory, made);
		const goodbye = new Safekeeping(this.#words.keepWith(this.#kiosk, checkIn));
		this.#goodbye = goodbye;
		void this.#sayGoodbye(goodbye);
	}

	openForMe(): void {
		this.shown.show('for-me');
	}

	/** They go along with what the child says, unless the server compares them before. */
	picturesTried(pictures: readonly string[]): void {
		this.#said = { ...this.#said, triedPictures: pictures };
	}

	/** As special pictures. @param token what stands in its QR code */
	badgeTried(token: string): void {
		this.#said = { ...this.#said, triedBadge: token };
	}

	/** What the server has found; `not-asked` where the child has none. Right once is right for the visit. */
	compared(found: Certainty): void {
		this.#said = withCompared(this.#said, found);
	}

	openCalm(): void {
		this.#openBeside('calm');
	}

	/** Needs go to the class's grown-ups; a feeling that was taken back with Back does not go along. */
	openNeeds(): void {
		const feeling = this.screen === 'feelings' ? null : this.#said.feeling;
		this.#said = { ...this.#said, feeling, adultId: undefined, isNameless: false };
		this.#openBeside('needs');
	}

	openGrownUps(): void {
		this.shown.show('grown-ups');
	}

	/** The screen before this one. */
	back(): void {
		const { classId, place } = this.#said;
		if (this.screen === 'feelings' && place) {
			this.#said = { ...this.#said, place: null };
			this.shown.show('feelings');
			return;
		}
		const choosesClass = classId !== onlyClassId(this.directory);
		const before = screenBefore(this.screen, { cameFrom: this.#cameFrom, choosesClass });
		if (before) this.shown.show(before);
		else this.wipe();
	}

	callUrgent(): void {
		const who = { pupilId: this.#said.pupil?.id ?? null, language: this.#language };
		this.overlays.callUrgent(this.directory ? this.#kiosk : null, who, this.clock);
	}

	/** The child's own picture is among those that are shown then; alone it would say who is there. */
	hide(): void {
		this.shown.hide(picturesToHideAmong(this.directory, this.#said.pupil));
	}

	/** The own picture opens the visit again; any other ends it. */
	comeBack(picture: string): void {
		if (picture === this.#said.pupil?.picture) this.overlays.lift();
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
		this.shown.wipe();
		this.#said = NOTHING_SAID;
		this.#words = new GivenWords();
		this.#goodbye = null;
		this.#cameFrom = FROM_FEELINGS;
		this.#startWanted = false;
		this.announcement = '';
		this.#hasSwitched = false;
		this.#takeUpSettings();
		this.#rest();
	}

	/** To draw a screen takes an old tablet longer than to keep a message, which therefore goes first. */
	async #sayGoodbye(goodbye: Safekeeping): Promise<void> {
		await goodbye.settledWithin(KEEPING_FIRST_MS);
		if (this.#goodbye !== goodbye) return;
		this.shown.show('goodbye');
		await goodbye.settled;
		const isBad = goodbye.state === 'full' || goodbye.state === 'failed';
		if (isBad && this.#goodbye === goodbye) this.shown.endAfter(GOODBYE_WITH_PROBLEM_MS);
	}

	#openBeside(screen: 'calm' | 'needs'): void {
		if (this.screen !== screen) this.#cameFrom = { ...this.#cameFrom, [screen]: this.screen };
		this.shown.show(screen);
	}

	#showOffer(feeling: string | null): void {
		if (!this.directory) return;
		this.#said = {
			...this.#said,
			feeling,
			size: null,
			clues: [],
			...timesOnOffer(this.directory, this.clock())
		};
		this.#suggestTime();
		this.shown.show('offer');
	}

	#suggestTime(): void {
		if (this.directory) this.#said = withSuggestedTime(this.#said, this.directory, this.clock());
	}

	#showFaces(classId: string | null | undefined): void {
		this.#said = { ...NOTHING_SAID, classId };
		this.#words = new GivenWords();
		this.#takeUpSettings();
		this.shown.show(classId === undefined ? 'class' : 'who');
	}

	/** Of whoever is there now. A language that was chosen on the screen stays. */
	#takeUpSettings(): void {
		const { pupil } = this.#said;
		this.#settings = settingsFor(this.directory?.kiosk.settings, pupil?.settings);
		if (!this.#hasSwitched) this.#language = pupil?.language ?? this.schoolLanguage;
	}

	#rest(): void {
		this.shown.restOn(this.#restScreen());
		if (this.screen === 'who')
			this.#said = { ...NOTHING_SAID, classId: onlyClassId(this.directory) };
	}

	#restScreen() {
		return restScreen(this.directory, this.clock());
	}
}

export const [useVisit, provideVisit] = createContext<Visit>();
