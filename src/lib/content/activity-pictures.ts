// How each activity is drawn: files of `static/calm/` that `npm run generate` writes.

import { activityAtAge, type Activity, type SoundBed } from '$lib/domain/activity';

export interface ActivityPictures {
	/** The first, unless the child chooses another. None: it is made, not watched. */
	files: readonly string[];
	/** Instead, where the steps are those for younger children (`youngSteps`). */
	youngFile?: string;
	/** Those that may be mirrored, for the other hand. */
	hands?: readonly string[];
	/** Kept still, a step with this cue is shown in so many pictures; others in one. */
	stills?: Readonly<Record<string, number>>;
	/** Covers the room. */
	isScene?: true;
	/** What is heard under a picture, instead of what is heard under the activity. */
	beds?: Readonly<Record<string, SoundBed>>;
}

/** By id. */
export const ACTIVITY_PICTURES: Readonly<Record<string, ActivityPictures>> = {
	'flower-candle': { files: ['flower-candle'] },
	// The cloud is for children who are afraid of balloons.
	balloon: { files: ['balloon', 'cloud'], stills: { in: 4, out: 4 } },
	'hand-trace': { files: ['hand', 'star'], hands: ['hand'] },
	dragon: { files: ['dragon'], stills: { in: 2, out: 4 } },
	square: { files: ['window'] },
	'safe-place': {
		files: ['place-beach', 'place-woods', 'place-den', 'place-mountain', 'place-corner'],
		beds: {
			'place-beach': 'sea',
			'place-woods': 'stream',
			'place-den': 'brown',
			'place-mountain': 'stream',
			'place-corner': 'rain'
		},
		isScene: true
	},
	'wall-push': { files: ['push-wall', 'push-palms', 'push-seat'], stills: { push: 4 } },
	glitter: { files: ['glitter'], stills: { settle: 6 } },
	listen: { files: ['bells'], stills: { 'chime-low': 3, 'chime-mid': 3 } },
	squeeze: { files: ['squeeze'] },
	stretch: { files: ['stretch-standing', 'stretch-seated'], stills: { move: 4 } },
	'self-cwtch': { files: ['cwtch-bear', 'cwtch-cushion'] },
	ground: { files: ['senses'], youngFile: 'senses-young' },
	'brain-hand': { files: ['brain-hand'], hands: ['brain-hand'] }
};

/** Files that an activity is drawn by at this age, none for what is made and not watched. @param age years or `null` */
export function picturesAtAge(activity: Activity, age: number | null): readonly string[] {
	const drawn = ACTIVITY_PICTURES[activity.id];
	const isForYounger = activityAtAge(activity, age) !== activity;
	return isForYounger && drawn?.youngFile ? [drawn.youngFile] : (drawn?.files ?? []);
}
