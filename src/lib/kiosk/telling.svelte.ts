// What a child tells in one visit, from the first card to the last tap. It lives in this object only, and
// `wipe` leaves nothing behind.
import type { Directory, DirectoryPupil } from '$lib/crossing/directory';
import type { FeelingSize, Language } from '$lib/domain/check-in';
import type { Certainty, TalkWhen } from '$lib/domain/talk-request';
import { GivenWords } from './child-words/given-words.svelte';
import type { Kiosk } from './device.svelte';
import { GOODBYE_WITH_PROBLEM_MS } from './idle-watch';
import { Safekeeping } from './safekeeping.svelte';
import type { ShownScreen } from './shown-screen.svelte';
import {
	checkInOf,
	NOTHING_SAID,
	offeredAdult,
	withAdult,
	withClue,
	withCompared,
	withLeftOut,
	withSuggestedTime,
	withTimesOnOffer,
	type FeelingGroup,
	type LastChoice,
	type Said
} from './what-was-said';

/** What takes longer than this is told on the screen meanwhile. A tap that is answered later feels lost. */
const KEEPING_FIRST_MS = 150;
const NO_DETAILS = { size: null, clues: [] } as const;
const OF_FIRST_GROWN_UP = { adultId: undefined, isNameless: false } as const;

/** The visit in which it is told. */
export interface TellingVisit {
	kiosk: Pick<Kiosk, 'keepSafe'> | null;
	directory: Directory | null;
	language: Language;
	shown: Pick<ShownScreen, 'show' | 'endAfter'>;
}

export class Telling {
	#said = $state.raw(NOTHING_SAID);
	#words = $state.raw(new GivenWords());
	#goodbye = $state.raw<Safekeeping | null>(null);

	/** @param clock milliseconds UTC, as the kiosk has them */
	constructor(
		private readonly visit: TellingVisit,
		private readonly clock: () => number
	) {}

	get said(): Said {
		return this.#said;
	}
	/** The child's own. */
	get words(): GivenWords {
		return this.#words;
	}
	/** Where the visit's message is, once the last tap is made. */
	get goodbye() {
		return this.#goodbye;
	}
	/** The adult on the offer screen; `null` is Anyone. */
	get adult() {
		const { directory } = this.visit;
		return directory ? offeredAdult(this.#said, directory) : null;
	}

	/** Nothing is said, by whoever is there now. */
	begin(who: Partial<Pick<Said, 'classId' | 'pupil' | 'isNew'>>): void {
		this.#said = { ...NOTHING_SAID, ...who };
		this.#words = new GivenWords();
	}

	wipe(): void {
		this.begin({});
		this.#goodbye = null;
	}

	/** One of the four places, or the school's own words; `null` is back to all of them. */
	choosePlace(place: FeelingGroup | null): void {
		this.#said = { ...this.#said, place };
		this.visit.shown.show('feelings');
	}

	chooseFeeling(feeling: string): void {
		this.#said = { ...this.#said, feeling, ...NO_DETAILS };
		this.openTalk();
	}

	/** To choose a feeling anew: one that was taken back with Back goes nowhere. */
	takeBackFeeling(): void {
		this.#said = { ...this.#said, feeling: null, ...NO_DETAILS };
	}

	/** The offers, with all that was said before: a feeling too, where there was one. */
	openTalk(): void {
		const { directory } = this.visit;
		if (directory) this.#offerOf(withTimesOnOffer(this.#said, directory, this.clock()));
	}

	/** A second tap takes it back. */
	chooseSize(size: FeelingSize): void {
		this.#said = { ...this.#said, size: this.#said.size === size ? null : size };
	}

	tapClue(id: string): void {
		this.#said = withClue(this.#said, id);
	}

	/**
	 * The child's own grown-ups, in order: a message of its own, and true at once for this visit. `null` where
	 * nothing changes. No reason is asked.
	 */
	nameMyGrownUps(adultIds: readonly string[]): Safekeeping | null {
		const { pupil, certainty, isNew } = this.#said;
		const { kiosk } = this.visit;
		if (!pupil || isNew || !kiosk) return null;
		if (adultIds.join() === pupil.trustedAdultIds.join()) return null;
		const trustedAdultIds = [...adultIds];
		const named: DirectoryPupil = { ...pupil, trustedAdultIds };
		this.#said = { ...this.#said, pupil: named, ...OF_FIRST_GROWN_UP };
		const who = { at: this.clock(), pupilId: pupil.id, certainty };
		const message = { v: 1, kind: 'trusted-adults', ...who, adultIds: trustedAdultIds } as const;
		return new Safekeeping(kiosk.keepSafe(message));
	}

	/** Of the child's own grown-ups. */
	showFirstGrownUp(): void {
		this.#offerOf({ ...this.#said, ...OF_FIRST_GROWN_UP });
	}

	/** @param adultId `null` is Anyone */
	chooseAdult(adultId: string | null): void {
		this.#offerOf(withAdult(this.#said, adultId));
	}

	/** To the leads, who are not told who it is; from the next choice of an adult on it has a name again. */
	askWithoutName(): void {
		this.#offerOf({ ...this.#said, adultId: undefined, isNameless: true });
	}

	chooseWhen(when: TalkWhen): void {
		this.#said = { ...this.#said, when, hasChosenWhen: true };
	}

	/** Leaves an adult out, or takes them back in. No reason is asked. */
	leaveOut(adultId: string): void {
		this.#said = withLeftOut(this.#said, adultId);
	}

	/** Needs go to the class's grown-ups. */
	turnToNeeds(): void {
		this.#said = { ...this.#said, ...OF_FIRST_GROWN_UP };
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

	/** The last tap: hello, skip, every ask and need alike make one envelope and end on one screen. */
	wish(choice: LastChoice): void {
		const { pupil } = this.#said;
		const { kiosk, directory, language } = this.visit;
		// One envelope per visit: a second tap while the first is being kept makes no other.
		if (!pupil || !directory || !kiosk || this.#goodbye) return;
		const made = { at: this.clock(), language };
		const checkIn = checkInOf({ ...this.#said, pupil }, choice, directory, made);
		const goodbye = new Safekeeping(this.#words.keepWith(kiosk, checkIn));
		this.#goodbye = goodbye;
		void this.#sayGoodbye(goodbye);
	}

	/** To draw a screen takes an old tablet longer than to keep a message, which therefore goes first. */
	async #sayGoodbye(goodbye: Safekeeping): Promise<void> {
		await goodbye.settledWithin(KEEPING_FIRST_MS);
		if (this.#goodbye !== goodbye) return;
		this.visit.shown.show('goodbye');
		await goodbye.settled;
		const isBad = goodbye.state === 'full' || goodbye.state === 'failed';
		if (isBad && this.#goodbye === goodbye) this.visit.shown.endAfter(GOODBYE_WITH_PROBLEM_MS);
	}

	#offerOf(said: Said): void {
		const { directory } = this.visit;
		this.#said = directory ? withSuggestedTime(said, directory, this.clock()) : said;
		this.visit.shown.show('offer');
	}
}
