// The child's own words in one visit. They are here and nowhere else; each visit has its own, so that what
// comes late, such as the end of a recording, can never come into another child's.
import type { Bytes } from '$lib/crossing/bytes';
import type { ChildWords } from '$lib/crossing/child-words';
import type { Routing } from '$lib/domain/check-in';
import type { Kept, Kiosk } from '../device.svelte';

export class GivenWords {
	#words = $state.raw<ChildWords | null>(null);
	#isLeftBehind = $state(false);
	#packed: Bytes | null = null;
	#coming: Promise<void> | null = null;

	/** `null` where nothing was added. */
	get words(): ChildWords | null {
		return this.#words;
	}
	/** There was room for what was asked, and none for the words: the child is told. */
	get isLeftBehind(): boolean {
		return this.#isLeftBehind;
	}

	/** @param packed of `words`, as they go into the envelope; `null` for none */
	give(words: ChildWords, packed: Bytes | null): void {
		this.#words = packed ? words : null;
		this.#packed = packed;
	}

	/** A recording that has just ended is not all there yet: a message that is kept meanwhile waits for it. */
	awaits(coming: Promise<void>): void {
		this.#coming = coming;
	}

	/** Keeps a visit's message with these words; without them where there is no room for both. */
	keepWith(kiosk: Pick<Kiosk, 'keepSafe'>, message: Routing): Promise<Kept> {
		// Most visits: nothing stands between the tap and the disk.
		if (!this.#coming && !this.#packed) return kiosk.keepSafe(message);
		return this.#keepBoth(kiosk, message);
	}

	async #keepBoth(kiosk: Pick<Kiosk, 'keepSafe'>, message: Routing): Promise<Kept> {
		await this.#coming;
		if (!this.#packed) return kiosk.keepSafe(message);
		try {
			return await kiosk.keepSafe({ ...message, withWords: true } as Routing, this.#packed);
		} catch (problem) {
			const isFull = problem instanceof Error && problem.name === 'StorageFull';
			if (!isFull) throw problem;
			// An ask is a hundredth of a recording.
			const kept = await kiosk.keepSafe(message);
			this.#isLeftBehind = true;
			return kept;
		}
	}
}
