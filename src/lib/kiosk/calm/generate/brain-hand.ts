// "My hand brain": the thumb folds in (the part that feels), the fingers over it (the part that thinks),
// lift with a big feeling, and come back down.
import { timedSteps, type Activity } from '../activity';
import {
	animationFile,
	filled,
	inked,
	stroked,
	type AnimationFile,
	type Moves
} from './animation-file';
import { secondsOf } from './breath-moves';
import { lines, pebble, shape } from './drawn-line';
import { face } from './figure';
import { lobed } from './lobed';
import { finger, FINGERS, fingerRoots, palm, thumbRoot, UP, type Finger } from './open-hand';
import { onPlate, paintedPlate } from './painted-plate';
import { heldByStep, pathThrough } from './step-moves';

const OVER: Record<Finger, string> = {
	index: '60 500 60 446 56 590',
	middle: '18 496 16 440 14 598',
	ring: '-26 500 -28 444 -28 594',
	little: '-66 514 -70 466 -68 586'
};
const LIFTED: Record<Finger, string> = {
	index: '60 500 82 408 114 334',
	middle: '18 496 26 386 36 294',
	ring: '-26 500 -40 392 -58 306',
	little: '-66 514 -94 440 -126 386'
};
const THUMB_IN = '62 616 40 586 -34 578';

const BRAIN = lobed([0, 372], [212, 172], 11);
const FOLDS = lines(
	'-4 212 6 236 -6 258 4 280',
	'-150 268 -122 246 -92 262 -96 296 -124 306',
	'-192 336 -160 322 -136 344 -146 376 -176 388',
	'-176 446 -146 426 -118 446 -124 480',
	'-60 214 -48 240 -70 254',
	'70 212 58 240 84 256',
	'124 252 152 276 128 302 140 330',
	'196 326 166 338 170 372 194 392',
	'184 452 148 440 126 462 136 492'
);

export function brainHand(activity: Activity): AnimationFile {
	/** From the step with this cue on. Percent. */
	const fromStep = (cue: string): Moves => {
		const start = timedSteps(activity).find((step) => step.cue === cue)?.startsAt ?? 0;
		return heldByStep(activity, [0], ({ startsAt }) => (startsAt >= start ? [100] : [0]));
	};
	const fingerAt = (name: Finger) =>
		pathThrough(
			heldByStep(activity, UP[name], ({ cue }) => {
				if (cue === 'open' || cue === 'thumb') return UP[name];
				return cue === 'lid' ? LIFTED[name] : OVER[name];
			})
		);
	const thumbAt = pathThrough(
		heldByStep(activity, UP.thumb, ({ cue }) => (cue === 'open' ? UP.thumb : THUMB_IN))
	);
	const areFingersUp = heldByStep(activity, [100], ({ cue }) =>
		['open', 'thumb', 'lid'].includes(cue) ? [100] : [0]
	);
	const isThumbOut = heldByStep(activity, [100], ({ cue }) => (cue === 'open' ? [100] : [0]));
	const thinks = fromStep('fingers');
	return animationFile(activity.id, secondsOf(activity), [
		{
			name: 'said',
			at: [1010, 236],
			opacity: fromStep('name'),
			shapes: [
				...face({}),
				filled(pebble([0, 4], [52, 48], { seed: 9, points: 5 }), '#8ebdb6'),
				inked(
					shape(
						'0 -84 64 -74 96 -30 98 24 66 66 10 76 -28 74 -92 112! -72 52 -98 10 -94 -36 -60 -74'
					),
					'#faf7f2'
				)
			]
		},
		{
			name: 'hand',
			...onPlate(),
			shapes: [
				fingerRoots(areFingersUp),
				thumbRoot(isThumbOut),
				...FINGERS.map((name) => finger(name, fingerAt(name), { hex: '#8ebdb6', seen: thinks })),
				finger('thumb', thumbAt, { hex: '#e9b44e', seen: fromStep('thumb') }),
				...palm()
			]
		},
		{
			name: 'feeling',
			at: [800, 500],
			opacity: fromStep('thumb'),
			size: heldByStep(activity, [60, 60], ({ cue }) => (cue === 'lid' ? [150, 150] : [60, 60])),
			shapes: [
				filled(pebble([0, 0], [132, 122], { seed: 4, points: 6 }), '#f3dda0', { opacity: 90 })
			]
		},
		{
			name: 'brain',
			...onPlate(),
			shapes: [stroked(FOLDS, '#b9a3cc', 11), inked(BRAIN, '#e0d5ea', 9, '#b9a3cc')]
		},
		{ name: 'plate', shapes: paintedPlate() }
	]);
}
