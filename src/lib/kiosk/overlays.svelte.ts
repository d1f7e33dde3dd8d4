// What lies over a screen for a moment; whatever is under it stays as it was, also where several lie over
// one another.
import { UrgentCall } from './urgent-call.svelte';

export type Overlay = 'urgent' | 'hidden' | 'still-there';

export class Overlays {
	#isAsking = $state(false);
	#urgent = $state.raw<UrgentCall | null>(null);
	/** `null` while nothing is hidden. */
	#hiddenAmong = $state.raw<readonly string[] | null>(null);

	/** @param changed an overlay has come, or has gone */
	constructor(private readonly changed: () => void) {}

	/** The uppermost. */
	get shown(): Overlay | null {
		if (this.#isAsking) return 'still-there';
		if (this.#urgent) return 'urgent';
		return this.#hiddenAmong ? 'hidden' : null;
	}
	get urgent() {
		return this.#urgent;
	}
	/** Pictures among which the child finds the own one, to come back. */
	get hiddenAmong(): readonly string[] {
		return this.#hiddenAmong ?? [];
	}
	/** Whoever taps now need not be the child of this visit. */
	get mayBeAnother(): boolean {
		return this.#isAsking || this.#hiddenAmong !== null;
	}

	callUrgent(...call: ConstructorParameters<typeof UrgentCall>): void {
		if (this.shown === 'urgent') return;
		this.#isAsking = false;
		this.#endUrgent();
		this.#urgent = new UrgentCall(...call);
		this.changed();
	}

	/** What was hidden before stays hidden. */
	leaveUrgent(): void {
		this.#endUrgent();
		this.changed();
	}

	hide(among: readonly string[]): void {
		this.#isAsking = false;
		this.#endUrgent();
		this.#hiddenAmong = among;
		this.changed();
	}

	/** The child's picture was found. */
	unhide(): void {
		this.#hiddenAmong = null;
		this.changed();
	}

	askStillThere(): void {
		this.#isAsking = true;
		this.changed();
	}

	/** Somebody is: what lay under the question is there again, hidden or urgent as it was. */
	stillThere(): void {
		this.#isAsking = false;
		this.changed();
	}

	/** Without a word to anybody: the visit ends and shows something else. */
	wipe(): void {
		this.#isAsking = false;
		this.#endUrgent();
		this.#hiddenAmong = null;
	}

	#endUrgent(): void {
		this.#urgent?.leave();
		this.#urgent = null;
	}
}
