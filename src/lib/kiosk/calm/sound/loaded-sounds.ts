// The sounds that an activity has loaded, each once, until they are freed.
import type { Howl } from 'howler';
import { forgetCalmFault, noteCalmFault } from '../calm-faults';
import { CALM_SOUNDS, isCalmSound, type CalmSoundName } from './calm-sounds';
import type { Loudspeaker } from './loudspeaker';

const faultOf = (name: string): string => `${name}.wav`;

/** What this version does not have is silent, and noted. */
export function isKnownSound(name: string): name is CalmSoundName {
	const isKnown = isCalmSound(name);
	if (!isKnown) noteCalmFault(faultOf(name), localStorage);
	return isKnown;
}

export class LoadedSounds {
	readonly #howls = new Map<CalmSoundName, Howl>();

	/**
	 * @param arrived one of them can be played
	 * @param broken one of them cannot be had; that is noted already
	 */
	constructor(
		private readonly speaker: Loudspeaker,
		private readonly arrived: () => void,
		private readonly broken: () => void
	) {}

	/** Loading, or loaded. */
	take(name: CalmSoundName): Howl {
		const had = this.#howls.get(name);
		if (had) return had;
		const { file, leadSeconds, seconds } = CALM_SOUNDS[name];
		const [from, length] = [leadSeconds * 1000, seconds * 1000];
		const broken = () => {
			noteCalmFault(faultOf(name), localStorage);
			this.broken();
		};
		const howl = this.speaker.howl({
			src: [file],
			// Each voice rises from silence.
			volume: 0,
			sprite: { once: [from, length], round: [from, length, true] },
			onload: () => {
				forgetCalmFault(faultOf(name), localStorage);
				this.arrived();
			},
			onloaderror: broken,
			onplayerror: broken
		});
		this.#howls.set(name, howl);
		return howl;
	}

	/** All but these. */
	freeOthers(wanted: readonly CalmSoundName[]): void {
		for (const [name, howl] of this.#howls) {
			if (wanted.includes(name)) continue;
			this.#howls.delete(name);
			this.speaker.free(howl);
		}
	}
}
