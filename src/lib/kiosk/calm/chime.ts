// One soft sound at each breath. Off until the child chooses it; the player is loaded only then.
import type { Howl } from 'howler';

/** Quiet: others are near. */
const VOLUME = 0.35;

export class Chime {
	#howl: Promise<Howl> | null = null;

	constructor(private readonly file: string) {}

	play(): void {
		this.#howl ??= import('howler').then(
			({ Howl }) => new Howl({ src: [this.file], volume: VOLUME })
		);
		void this.#howl.then((howl) => howl.play());
	}

	stop(): void {
		void this.#howl?.then((howl) => howl.stop());
	}
}
