// The calm activities: what one consists of, and how its time runs. `content/activities.json` has sixteen, a
// school may have some of its own.

export const ACTIVITY_KINDS = ['breath', 'body', 'senses', 'making', 'knowing'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Loops of sound. */
export const SOUND_BEDS = ['brown', 'rain', 'sea', 'stream'] as const;
export type SoundBed = (typeof SOUND_BEDS)[number];
export const SOUND_CUES = ['chime-low', 'chime-mid', 'tick', 'beat'] as const;
export type SoundCue = (typeof SOUND_CUES)[number];

interface InBothLanguages {
	en: string;
	cy: string;
}

export interface ActivityStep {
	/** A guide only where the step waits. */
	seconds: number;
	/** Empty where there is nothing to say. */
	say: InBothLanguages;
	/** What it is in the activity: `intro`, `in`, `hold`, `out`, `rest`, `squeeze`, `free`, … */
	cue: string;
	/** False: shown, and too short to be said. */
	speak?: boolean;
	/**
	 * What it waits for instead of the clock. `touch`: a touch of the picture; whoever only watches is not
	 * waited for. `next`: the child goes on when they are ready, however long that takes.
	 */
	waits?: 'touch' | 'next';
	/** So many things to find, each a tap. */
	count?: number;
}

export interface ActivitySound {
	/** Under all of it. */
	bed?: SoundBed;
	/** A loop of this length runs in step with the breath. */
	bedSeconds?: number;
	/** At the start of steps, by their cue. */
	cues?: Partial<Record<string, SoundCue>>;
	/** Every second of steps, by their cue. */
	beats?: Partial<Record<string, SoundCue>>;
}

/** Nought (none) to three (much). */
export interface SensoryLoad {
	visual: number;
	audio: number;
	motion: number;
	touch: number;
	smell: number;
}

export interface Activity {
	id: string;
	/** Of a school's own; those of the content have theirs in `activity-names.json`. */
	name?: InBothLanguages;
	kind: ActivityKind;
	/** Years, both included. */
	ages: readonly [youngest: number, oldest: number];
	/** Feelings that it fits, by card. */
	fits: readonly string[];
	steps: readonly ActivityStep[];
	/** Instead, for those who are younger than the youngest of `ages`. */
	youngSteps?: readonly ActivityStep[];
	/** What is said instead where there is no sound, by cue. */
	silentSay?: Partial<Record<string, InBothLanguages>>;
	/** For another body, sense or way of joining in: offered beside the first words. */
	alt?: InBothLanguages;
	sound: ActivitySound;
	sensory: SensoryLoad;
}

export interface TimedStep extends ActivityStep {
	/** Seconds from the start of the activity. */
	startsAt: number;
	endsAt: number;
}

/** The steps with their times, one after the other. */
export function timedSteps({ steps }: Pick<Activity, 'steps'>): TimedStep[] {
	let at = 0;
	return steps.map((step) => {
		const startsAt = at;
		at += step.seconds;
		return { ...step, startsAt, endsAt: at };
	});
}

export const secondsOf = (activity: Pick<Activity, 'steps'>): number =>
	activity.steps.reduce((sum, { seconds }) => sum + seconds, 0);

/** Years, of a school from Reception to Year 6. */
export const CHILDREN_AGES = [4, 5, 6, 7, 8, 9, 10, 11] as const;

/** Whether it is for this age. Where nobody said who it is: what everybody may do. @param age years or `null` */
export const isForAge = ({ ages: [youngest, oldest], youngSteps }: Activity, age: number | null) =>
	age === null
		? youngest <= 4
		: (age >= youngest && age <= oldest) || (!!youngSteps && age < youngest);

/** As it is done at this age. */
export const activityAtAge = (activity: Activity, age: number | null): Activity =>
	activity.youngSteps && age !== null && age < activity.ages[0]
		? { ...activity, steps: activity.youngSteps }
		: activity;

/** Which round of breaths a step belongs to, from 1; 0 before the first and where there are none. */
export const roundOf = (steps: readonly ActivityStep[], index: number): number =>
	steps.slice(0, index + 1).filter(({ cue }) => cue === 'in').length;

/** In and out are said for the first rounds; after them the picture leads. */
const SPOKEN_ROUNDS = 2;

export const isSpoken = (steps: readonly ActivityStep[], index: number): boolean =>
	steps[index]?.speak !== false && roundOf(steps, index) <= SPOKEN_ROUNDS;
