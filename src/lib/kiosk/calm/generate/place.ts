// "A place I like": whole scenes that cover the room. What matters lies in the middle (x 490 to 1110), which
// is all that an upright tablet shows. Hardly anything moves but the light.
import type { Activity } from '../activity';
import {
	animationFile,
	filled,
	type AnimationFile,
	type Item,
	type Moves,
	type Part
} from './animation-file';
import { secondsOf } from './breath-moves';
import { shape } from './drawn-line';

const EVERYWHERE = shape('-20 -20! 1620 -20! 1620 1020! -20 1020!');

/** From the start to the end of the activity, once. */
export const slowly = (activity: Activity, from: number[], to: number[]): Moves => [
	[0, from],
	[secondsOf(activity), to]
];

/** So long one light stays: to paint the whole screen anew for each picture would tire a tablet. */
const LIGHT_SECONDS = 4;

/** The same, in steps so small that nobody sees them. Percent. */
export function dimly(activity: Activity, from: number, to: number): Moves {
	const steps = Math.floor(secondsOf(activity) / LIGHT_SECONDS);
	return Array.from({ length: steps }, (_, n) => [
		n * LIGHT_SECONDS,
		[from + ((to - from) * n) / (steps - 1)],
		'held'
	]);
}

/** There and back, again and again, a way of `seconds` each. */
export function toAndFro(activity: Activity, seconds: number, from: number[], to: number[]): Moves {
	const turns = Math.floor(secondsOf(activity) / seconds);
	return Array.from({ length: turns + 1 }, (_, n): [number, number[]] => [
		n * seconds,
		n % 2 ? to : from
	]);
}

/** The sky or the wall behind everything. */
export const backdrop = (hex: string): Item => filled(EVERYWHERE, hex);

/** @param light the colour that slowly comes over it, up to `strength` percent */
export const place = (
	activity: Activity,
	parts: Part[],
	{ light, strength }: { light: string; strength: number }
): AnimationFile =>
	animationFile(activity.id, secondsOf(activity), [
		{
			name: 'light',
			shapes: [filled(EVERYWHERE, light, { opacity: dimly(activity, 0, strength) })]
		},
		...parts
	]);
