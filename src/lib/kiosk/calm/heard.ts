// What is heard of an activity, from when a child turns sound on: its bed, its cues, its beats, and its words
// in a familiar voice.
import { stepKey } from '$lib/content/activity-strings';
import { ACTIVITY_PICTURES } from '$lib/content/activity-pictures';
import { recordingName } from '$lib/content/read-aloud';
import { isSpoken, type Activity } from '$lib/domain/activity';
import type { Language } from '$lib/domain/check-in';
import { say } from '../read-aloud/voice';
import type { Moment, Player } from './player.svelte';
import { CalmSound } from './sound/calm-sound.svelte';

/** Felt, and no more. */
const PULSE_MS = 30;
const PULSED = ['in', 'out'];

export interface Hearing {
	language: Language;
	/** Of what the tablet can, in per cent. */
	volume: number;
	/** A recording by its name, if it is on this tablet. */
	recording: (name: string) => Promise<Blob | null>;
}

export class Heard {
	readonly sound: CalmSound;
	#activity: Activity | null = null;
	#saying: AbortController | null = null;
	#beats = 0;
	#later: ReturnType<typeof setTimeout> | undefined;

	/** @param hearing as it is for the child who is there */
	constructor(private readonly hearing: () => Hearing) {
		this.sound = new CalmSound(() => hearing().volume);
	}

	/** Of this activity from now on. */
	begin(activity: Activity, player: Player, picture: string | null): void {
		this.#activity = activity;
		const { cues = {}, beats = {} } = activity.sound;
		this.sound.prepare(
			[...Object.values(cues), ...Object.values(beats)].flatMap((cue) => cue ?? [])
		);
		this.under(activity, player, picture);
		this.sound.goOn();
	}

	/** The bed, which may go with the picture. */
	under({ id, sound }: Activity, player: Player, picture: string | null): void {
		const bed = ACTIVITY_PICTURES[id]?.beds?.[picture ?? ''] ?? sound.bed ?? null;
		const firstBreath = player.steps.find(({ cue }) => cue === 'in')?.startsAt ?? 0;
		this.sound.bed(bed, sound.bedSeconds ? () => player.seconds - firstBreath : undefined);
	}

	step({ step, index }: Moment, player: Player): void {
		this.#hush();
		this.#beats = 0;
		if (!this.#activity || this.sound.state !== 'on') return;
		const cue = this.#activity.sound.cues?.[step.cue];
		if (cue) this.sound.cue(cue);
		const activity = this.#activity;
		const isSaid = isSpoken(player.steps, index) && !player.onlyWatched;
		// A voice and the hand take long to ask on an old tablet: not before the picture of this moment.
		this.#later = setTimeout(() => {
			if (PULSED.includes(step.cue)) this.sound.vibrate(PULSE_MS);
			if (isSaid) void this.#say(activity, step.say);
		});
	}

	/** Once a second, where a step has a beat. */
	moment({ seconds, step }: Moment): void {
		const beat = this.#activity?.sound.beats?.[step.cue];
		const due = Math.floor(seconds - step.startsAt) + 1;
		if (!beat || due <= this.#beats) return;
		this.#beats = due;
		this.sound.cue(beat);
	}

	pause(): void {
		this.#hush();
		this.sound.pause();
	}

	goOn(): void {
		this.sound.goOn();
	}

	turnOff(): void {
		this.#hush();
		this.sound.turnOff();
	}

	/** Nothing of the activity any more; sound stays as it was chosen. */
	end(): void {
		this.#hush();
		this.#activity = null;
		this.sound.bed(null);
		this.sound.prepare([]);
	}

	/** Frees everything. */
	stop(): void {
		this.#hush();
		this.sound.stop();
	}

	async #say(activity: Activity, words: { en: string; cy: string }): Promise<void> {
		const saying = new AbortController();
		this.#saying = saying;
		const { language, volume, recording } = this.hearing();
		const key = stepKey(activity, words);
		const text = words[language];
		if (text === '') return;
		const recordings = key ? [recordingName(language, key, text)] : [];
		await say({ text, keys: [], recordings }, { language, volume, recording }, saying.signal);
	}

	#hush(): void {
		clearTimeout(this.#later);
		this.#saying?.abort();
		this.#saying = null;
	}
}
