// What lies over a screen for a moment; the screen under it stays as it was.
import { UrgentCall } from './urgent-call.svelte';

export type Overlay = 'urgent' | 'hidden' | 'still-there';

export class Overlays {
	#shown = $state<Overlay | null>(null);
	#urgent = $state.raw<UrgentCall | null>(null);
	#hiddenAmong = $state.raw<string[]>([]);
	#wasHidden = false;

	/** @param changed an overlay has come, or has gone */
	constructor(private readonly changed: () => void) {}

	get shown() {
		return this.#shown;
	}
	get urgent() {
		return this.#urgent;
	}
	/** Pictures among which the child finds the own one, to come back. */
	get hiddenAmong() {
		return this.#hiddenAmong;
	}

	callUrgent(...call: ConstructorParameters<typeof UrgentCall>): void {
		if (this.#shown === 'urgent') return;
		this.#wasHidden = this.#shown === 'hidden';
		this.#urgent = new UrgentCall(...call);
		this.#lay('urgent');
	}

	leaveUrgent(): void {
		this.#endUrgent();
		// What was hidden before stays hidden: this may be another child.
		this.#lay(this.#wasHidden ? 'hidden' : null);
	}

	hide(among: string[]): void {
		this.#endUrgent();
		this.#hiddenAmong = among;
		this.#lay('hidden');
	}

	askStillThere(): void {
		this.#lay('still-there');
	}

	/** The screen under it is there again. */
	lift(): void {
		this.#lay(null);
	}

	/** Without a word to anybody: the visit ends and shows something else. */
	wipe(): void {
		this.#endUrgent();
		this.#hiddenAmong = [];
		this.#wasHidden = false;
		this.#shown = null;
	}

	#endUrgent(): void {
		this.#urgent?.leave();
		this.#urgent = null;
	}

	#lay(overlay: Overlay | null): void {
		this.#shown = overlay;
		this.changed();
	}
}
