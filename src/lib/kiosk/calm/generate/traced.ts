// A dot that runs up the side of something with the breath in and down its other side with the breath
// out, and leaves a line behind: what `hand.ts` and `star.ts` have in common.
import type { Activity } from '../activity';
import { filled, inkedLine, stroked, type Item, type Moves } from './animation-file';
import { curvesOf, percentAlong } from './bezier-path';
import { byStep } from './breath-moves';
import { line } from './drawn-line';

/** A finger of the hand, a point of the star. */
export interface TracedPoint {
	/** Through these the line goes up… */
	up: string;
	/** …to the tip, and through these down. */
	down: string;
	/** What is lit while it is traced. */
	lit: string;
}

const pointsIn = (text: string) => text.trim().split(/\s+/).length / 2;

/** Shorter than anybody sees, so that its round ends make a dot. */
const DOT_PERCENT = 0.1;

/**
 * @param start where the dot waits before the first breath
 * @param hex of what is lit
 */
export function tracing(activity: Activity, start: string, points: TracedPoint[], hex: string) {
	const path = line([start, ...points.flatMap(({ up, down }) => [up, down])].join(' '));
	const [curve] = curvesOf(path);
	const along = curve ? percentAlong(curve) : [];
	let passed = pointsIn(start) - 1;
	const ends = points.map(({ up, down }) => {
		const tip = (passed += pointsIn(up));
		const foot = (passed += pointsIn(down));
		return { tip: along[tip] ?? 0, foot: along[foot] ?? 0 };
	});
	const upTo = (least: number): Moves =>
		byStep(activity, [least], (cue, nth) => {
			if (cue === 'in') return [Math.max(least, ends[nth]?.tip ?? 0)];
			return cue === 'out' ? [Math.max(least, ends[nth]?.foot ?? 0)] : undefined;
		});
	const to = upTo(DOT_PERCENT);
	const from: Moves = to.map(([at, [percent = 0]]) => [at, [percent - DOT_PERCENT]]);
	const lit = points.map((point, own): Item => {
		const opacity: Moves = byStep(activity, [0], (cue, nth) => {
			return nth === own ? { in: [100], out: [0] }[cue] : undefined;
		});
		return filled(point.lit, hex, { opacity });
	});
	return {
		dot: inkedLine(path, '#e9c46a', 42, { from, to }),
		trail: stroked(path, '#2f6f73', 11, { to }),
		lit
	};
}
