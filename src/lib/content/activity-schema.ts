// What an activity has to be, for those of the content and those that a school adds.
import * as v from 'valibot';
import { ACTIVITY_KINDS, SOUND_BEDS, SOUND_CUES, type Activity } from '$lib/domain/activity';

const LONGEST_STEP_SECONDS = 600;
const MOST_STEPS = 60;
/** A pause in a breath: longer is not for children, and none at all below this age. */
const LONGEST_PAUSE_SECONDS = 2;
const PAUSE_FROM_AGE = 8;

const Words = v.pipe(v.string(), v.trim(), v.maxLength(200));
const Both = v.object({ en: Words, cy: Words });
const Age = v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(12));
const Load = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3));

export const ActivityStepSchema = v.object({
	seconds: v.pipe(v.number(), v.minValue(1), v.maxValue(LONGEST_STEP_SECONDS)),
	say: Both,
	cue: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
	speak: v.optional(v.boolean()),
	waits: v.optional(v.picklist(['touch', 'next'])),
	count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)))
});

const Steps = v.pipe(v.array(ActivityStepSchema), v.minLength(1), v.maxLength(MOST_STEPS));

export const ActivitySchema = v.pipe(
	v.object({
		id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
		kind: v.picklist(ACTIVITY_KINDS),
		ages: v.pipe(
			v.tuple([Age, Age]),
			v.check(([from, to]) => from <= to, 'The youngest age comes first.')
		),
		fits: v.array(v.string()),
		steps: Steps,
		youngSteps: v.optional(Steps),
		silentSay: v.optional(v.record(v.string(), Both)),
		alt: v.optional(Both),
		sound: v.object({
			bed: v.optional(v.picklist(SOUND_BEDS)),
			bedSeconds: v.optional(v.pipe(v.number(), v.minValue(1))),
			cues: v.optional(v.record(v.string(), v.picklist(SOUND_CUES))),
			beats: v.optional(v.record(v.string(), v.picklist(SOUND_CUES)))
		}),
		sensory: v.object({ visual: Load, audio: Load, motion: Load, touch: Load, smell: Load })
	}),
	v.check(
		({ ages, steps, kind }) =>
			kind !== 'breath' ||
			steps.every(
				({ cue, seconds }) =>
					cue !== 'hold' || (seconds <= LONGEST_PAUSE_SECONDS && ages[0] >= PAUSE_FROM_AGE)
			),
		'A pause in a breath is at most two seconds, and only from the age of eight.'
	)
) satisfies v.GenericSchema<unknown, Activity>;
