// The words part of a visit without words, sealed before it is needed. Most visits have none, and
// sealing to eight readers is the slowest part of keeping a request safe. Each is used once.
import { sealWords } from '$lib/crossing/seal';

export class SealedNothing {
	#ready: { readers: string; sealed: Promise<string> } | null = null;

	/** Seals one ahead, if there is none for these readers. */
	prepare(recipients: readonly string[]): Promise<string> {
		const readers = recipients.join();
		if (this.#ready?.readers !== readers) {
			this.#ready = { readers, sealed: sealWords(new Uint8Array(), [...recipients]) };
		}
		return this.#ready.sealed;
	}

	/** One that nobody has used: the one sealed ahead, or a new one. */
	take(recipients: readonly string[]): Promise<string> {
		const sealed = this.prepare(recipients);
		this.#ready = null;
		return sealed;
	}
}
