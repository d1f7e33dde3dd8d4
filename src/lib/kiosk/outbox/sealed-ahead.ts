// An envelope whose slow part is sealed before it is needed: agreeing on keys with nine readers takes longer
// than all the rest of keeping a request safe. Each is used once.
import { blankEnvelope, type BlankEnvelope, type SealingKeys } from '$lib/crossing/seal';

export class SealedAhead {
	#ready: { readers: string; blank: Promise<BlankEnvelope> } | null = null;

	/** Prepares one, if there is none for these readers. */
	async prepare(keys: SealingKeys): Promise<void> {
		await this.#prepared(keys);
	}

	/** One that nobody has used: the one that was prepared, or a new one. */
	take(keys: SealingKeys): Promise<BlankEnvelope> {
		const blank = this.#prepared(keys);
		this.#ready = null;
		return blank;
	}

	#prepared(keys: SealingKeys): Promise<BlankEnvelope> {
		const readers = [keys.routing, ...keys.words].join();
		if (this.#ready?.readers !== readers) {
			const ready = { readers, blank: blankEnvelope(keys) };
			// One that could not be made is not there: the next is tried anew.
			ready.blank.catch(() => {
				if (this.#ready === ready) this.#ready = null;
			});
			this.#ready = ready;
		}
		return this.#ready.blank;
	}
}
