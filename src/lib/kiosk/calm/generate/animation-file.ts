// The few parts of a Lottie file (v5) that our breaths are made of, as the player reads them.
import { curvesOf } from './bezier-path';

type Vector = number[];
interface Keyframe {
	/** Frame. */
	t: number;
	s: Vector;
	i?: { x: Vector; y: Vector };
	o?: { x: Vector; y: Vector };
}
type Property = { a: 0; k: number | Vector } | { a: 1; k: Keyframe[] };
interface Transform {
	a: Property;
	p: Property;
	s: Property;
	r: Property;
	o: Property;
}
type Item = Record<string, unknown>;
interface Layer {
	ty: 4;
	nm: string;
	ind: number;
	ip: 0;
	op: number;
	st: 0;
	sr: 1;
	ks: Transform;
	shapes: Item[];
}
export interface AnimationFile {
	v: '5.7.0';
	nm: string;
	/** Frames a second. */
	fr: number;
	ip: 0;
	/** Frames in all. */
	op: number;
	w: number;
	h: number;
	ddd: 0;
	assets: [];
	layers: Layer[];
}

const still = (k: number | Vector): Property => ({ a: 0, k });

/** `[seconds, value]` pairs; the way from one to the next eases in and out, as breathing does. */
export type Moves = [number, Vector][];

function moving(moves: Moves, framesPerSecond: number): Property {
	const k = moves.map(([seconds, value]): Keyframe => {
		const each = (number: number) => value.map(() => number);
		return {
			t: Math.round(seconds * framesPerSecond),
			s: value,
			i: { x: each(0.55), y: each(1) },
			o: { x: each(0.45), y: each(0) }
		};
	});
	return { a: 1, k };
}

/** `#rrggbb` as the player's parts of one. */
function colour(hex: string): Vector {
	const part = (from: number) =>
		Math.round((Number.parseInt(hex.slice(from, from + 2), 16) / 255) * 1000) / 1000;
	return [part(1), part(3), part(5), 1];
}

const noTransform = (turn = 0, size = 100): Item => ({
	ty: 'tr',
	p: still([0, 0]),
	a: still([0, 0]),
	s: still([size, size]),
	r: still(turn),
	o: still(100)
});

const pathsOf = (path: string): Item[] =>
	curvesOf(path).map((curve) => ({ ty: 'sh', ks: { a: 0, k: curve } }));

export function filled(
	path: string,
	hex: string,
	{ turn = 0, size = 100, opacity = 100 } = {}
): Item {
	const fill = { ty: 'fl', c: still(colour(hex)), o: still(opacity), r: 1 };
	return { ty: 'gr', it: [...pathsOf(path), fill, noTransform(turn, size)] };
}

export function stroked(path: string, hex: string, width: number): Item {
	const stroke = {
		ty: 'st',
		c: still(colour(hex)),
		o: still(100),
		w: still(width),
		lc: 2,
		lj: 2
	};
	return { ty: 'gr', it: [...pathsOf(path), stroke, noTransform()] };
}

export interface Part {
	name: string;
	/** Where the part's own origin lies. */
	at: Vector;
	/** What stays in place while the part grows. */
	anchor?: Vector;
	/** Percent. */
	size?: Moves;
	/** Percent. */
	opacity?: Moves;
	/** Degrees. */
	turn?: Moves;
	/** The topmost first. */
	shapes: Item[];
}

/** @param parts the topmost first */
export function animationFile(
	name: string,
	frame: { width: number; height: number; seconds: number; framesPerSecond: number },
	parts: Part[]
): AnimationFile {
	const op = frame.seconds * frame.framesPerSecond;
	const property = (moves: Moves | undefined, rest: number | Vector) =>
		moves ? moving(moves, frame.framesPerSecond) : still(rest);
	return {
		v: '5.7.0',
		nm: name,
		fr: frame.framesPerSecond,
		ip: 0,
		op,
		w: frame.width,
		h: frame.height,
		ddd: 0,
		assets: [],
		layers: parts.map((part, index) => ({
			ty: 4,
			nm: part.name,
			ind: index + 1,
			ip: 0,
			op,
			st: 0,
			sr: 1,
			ks: {
				a: still(part.anchor ?? [0, 0]),
				p: still(part.at),
				s: property(part.size, [100, 100]),
				r: property(part.turn, 0),
				o: property(part.opacity, 100)
			},
			shapes: part.shapes
		}))
	};
}
