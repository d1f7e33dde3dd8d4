// One soft sound at each breath. Off until the child chooses it; the player is loaded only then.
import type { Howl } from 'howler';

export class Chime {
	#howl: Promise<Howl> | null = null;

	/** @param ceiling the most that anything sounds here, in per cent */
	constructor(
		private readonly file: string,
		private readonly ceiling: () => number
	) {}

	play(): void {
		this.#howl ??= import('howler').then(({ Howl }) => new Howl({ src: [this.file] }));
		void this.#howl.then((howl) => {
			howl.volume(this.ceiling() / 100);
			howl.play();
		});
	}

	stop(): void {
		void this.#howl?.then((howl) => howl.stop());
	}
}
