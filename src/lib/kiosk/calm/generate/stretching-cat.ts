// The cat of the room, stretching as the child does. Its paws are at y = 0, x = 0 is its middle.
import { filled, stroked, group, type Item, type PathMoves } from './animation-file';
import { line, lines, pebble, shape } from './drawn-line';
import { pathThrough } from './step-moves';

const POSES = {
	long: {
		body: '-62 -20 -68 -56 -46 -76 -10 -56 28 -32 54 -22 58 -6 12 -6 -28 -14',
		paws: ['-52 -26 -56 -12 -52 -4', '36 -14 62 -8 88 -5'],
		tail: '-60 -62 -84 -84 -80 -118',
		head: [72, -38]
	},
	round: {
		body: '-52 -20 -62 -52 -38 -82 0 -94 38 -80 58 -46 50 -22 12 -36 -26 -34',
		paws: ['-46 -28 -48 -14 -44 -4', '44 -30 48 -14 52 -4'],
		tail: '-54 -40 -84 -34 -96 -8',
		head: [70, -48]
	}
};
export type CatPose = keyof typeof POSES;
type PoseMoves = readonly (readonly [number, CatPose])[];

const FUR = '#757a83';
const SHADE = '#5f656e';
const INK = '#2b2f36';

/** @param poses when it is in which. @returns the topmost first */
export function stretchingCat(poses: PoseMoves): Item[] {
	const through = (points: (pose: CatPose) => string, draw = line): PathMoves =>
		pathThrough(
			poses.map(([at, pose]) => [at, points(pose)]),
			draw
		);
	const paw = (n: number) => through((pose) => POSES[pose].paws[n] ?? '');
	return [
		group(
			[
				stroked(lines('-14 -2 -9 3 -4 -2', '4 -2 9 3 14 -2'), INK, 3.4),
				filled(pebble([0, 0], [29, 25], { seed: 6, points: 5 }), '#7f848d'),
				filled(shape('-26 -6! -28 -36! -6 -22!') + shape('26 -6! 28 -36! 6 -22!'), FUR)
			],
			{ at: poses.map(([at, pose]): [number, number[]] => [at, POSES[pose].head]) }
		),
		stroked(paw(1), FUR, 19),
		filled(
			through((pose) => POSES[pose].body, shape),
			FUR
		),
		stroked(paw(0), SHADE, 20),
		stroked(
			through((pose) => POSES[pose].tail),
			FUR,
			14
		)
	];
}
