// The few parts of a Lottie file (v5) that our pictures are made of, as the player reads them.
import { curvesOf, type Curve } from './bezier-path';

type Vector = number[];
interface Keyframe {
	/** Frame. */
	t: number;
	s: Vector | [Curve];
	i?: { x: number; y: number };
	o?: { x: number; y: number };
	/** Stays until the next. */
	h?: 1;
}
/** Without `a` it stays as it is: the player looks at nothing but `k`, and every tablet keeps thousands of them. */
type Property = { k: number | Vector | Curve } | { a: 1; k: Keyframe[] };
interface Transform {
	a?: Property;
	p?: Property;
	s?: Property;
	r?: Property;
	o: Property;
}
export type Item = Record<string, unknown>;
interface LayerOf {
	nm: string;
	ind: number;
	ip: 0;
	op: number;
	st: 0;
	sr: 1;
	ks: Transform;
}
type Layer = LayerOf &
	(
		| { ty: 4; shapes: Item[] }
		/** What an asset draws, at its own times: `tm` says which. */
		| { ty: 0; refId: string; w: number; h: number; tm: Property }
	);
interface Asset {
	id: string;
	layers: Layer[];
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
	assets: Asset[];
	layers: Layer[];
}

export const FRAMES_PER_SECOND = 30;

/**
 * What runs from one moment to the next: slowly off and slowly in as breathing does, or evenly; or stays as it
 * is until then.
 */
export type Pace = 'breath' | 'even' | 'held';
/** `[seconds, value, pace of the way to the next one]`; `breath` when not said. */
export type Moves = readonly (readonly [number, Vector, Pace?])[];
/** The same with a path, whose points and curves must be as many at each moment. */
export type PathMoves = readonly (readonly [number, string, Pace?])[];
type Path = string | PathMoves;

const HANDLES: Record<Pace, Pick<Keyframe, 'i' | 'o' | 'h'>> = {
	breath: { i: { x: 0.55, y: 1 }, o: { x: 0.45, y: 0 } },
	even: { i: { x: 1, y: 1 }, o: { x: 0, y: 0 } },
	held: { h: 1 }
};

const round = (value: number) => Math.round(value * 10) / 10;
const still = (k: number | Vector): Property => ({
	k: typeof k === 'number' ? round(k) : k.map(round)
});

type Moment = readonly [seconds: number, value: Keyframe['s'], pace?: Pace];

/** Where nothing changes until the next moment, the player is told to wait. */
function keyframes(moments: readonly Moment[]): Property {
	const k = moments.map(([seconds, s, pace], n): Keyframe => {
		const t = Math.round(seconds * FRAMES_PER_SECOND);
		const next = moments[n + 1]?.[1] ?? s;
		if (JSON.stringify(next) === JSON.stringify(s)) return { t, s, ...HANDLES.held };
		return { t, s, ...HANDLES[pace ?? 'breath'] };
	});
	return { a: 1, k };
}

const property = (value: Vector | Moves | number): Property =>
	isMoves(value)
		? keyframes(value.map(([at, to, pace]) => [at, to.map(round), pace]))
		: still(value);

const isMoves = (value: Vector | Moves | number): value is Moves =>
	typeof value !== 'number' && typeof value[0] !== 'number';

/** `#rrggbb` as the player's parts of one. */
function colour(hex: string): Property {
	const part = (from: number) =>
		Math.round((Number.parseInt(hex.slice(from, from + 2), 16) / 255) * 1000) / 1000;
	return { k: [part(1), part(3), part(5), 1] };
}

export interface Placing {
	/** Where the part's own origin, or its anchor, lies. */
	at?: Vector | Moves;
	/** What stays in place while the part grows or turns. */
	anchor?: Vector;
	/** Percent, across and down. */
	size?: Vector | Moves;
	/** Percent. */
	opacity?: number | Moves;
	/** Degrees. */
	turn?: number | Moves;
}

/** What is as it would be anyway is left out: the player fills it in. */
const transform = ({ at, anchor, size, opacity, turn }: Placing): Transform => ({
	...(anchor && { a: still(anchor) }),
	...((at ?? anchor) && { p: property(at ?? anchor ?? [0, 0]) }),
	...(size && { s: property(size) }),
	...(turn !== undefined && { r: property(turn) }),
	// The player asks for this one in any case.
	o: property(opacity ?? 100)
});

/** @param shapes the topmost first */
export const group = (shapes: Item[], placing: Placing = {}): Item => ({
	ty: 'gr',
	it: Object.keys(placing).length === 0 ? shapes : [...shapes, { ty: 'tr', ...transform(placing) }]
});

function pathsOf(path: Path): Item[] {
	if (typeof path === 'string')
		return curvesOf(path).map((curve) => ({ ty: 'sh', ks: { k: curve } }));
	const moments = path.map(([at, drawn, pace]) => ({ at, pace, curves: curvesOf(drawn) }));
	return (moments[0]?.curves ?? []).map((first, index) => {
		const ways = moments.map(({ at, pace, curves }): Moment => {
			const curve = curves[index];
			if (curve?.v.length !== first.v.length)
				throw new Error('A path that changes must keep its points');
			return [at, [curve], pace];
		});
		return { ty: 'sh', ks: keyframes(ways) };
	});
}

export interface FillLook {
	turn?: number;
	/** Percent. */
	size?: number;
	/** Percent. */
	opacity?: number | Moves;
}

const fill = (hex: string, opacity: number | Moves = 100): Item => ({
	ty: 'fl',
	c: colour(hex),
	o: property(opacity)
});

export const filled = (path: Path, hex: string, look: FillLook = {}): Item =>
	group([...pathsOf(path), fill(hex, look.opacity)], {
		...(look.turn !== undefined && { turn: look.turn }),
		...(look.size !== undefined && { size: [look.size, look.size] })
	});

export interface StrokeLook {
	/** Percent. */
	opacity?: number | Moves;
	/** The part of the line that is there, in percent of its length. */
	from?: number | Moves;
	to?: number | Moves;
	/** How far that part is moved on along a closed line, in degrees of once round. */
	along?: Moves;
	/** Stitched: how long a stitch is, and how long the gap after it. */
	stitch?: readonly [number, number];
}

const strokeOf = (hex: string, width: number, { opacity, stitch }: StrokeLook = {}): Item => ({
	ty: 'st',
	c: colour(hex),
	o: property(opacity ?? 100),
	w: still(width),
	lc: 2,
	lj: 2,
	...(stitch && { d: stitch.map((length, gap) => ({ n: gap ? 'g' : 'd', v: still(length) })) })
});

const partOf = ({ from, to, along }: StrokeLook): Item[] =>
	from === undefined && to === undefined
		? []
		: [
				{
					ty: 'tm',
					s: property(from ?? 0),
					e: property(to ?? 100),
					o: property(along ?? 0),
					m: 1
				}
			];

/** One line drawn several times, the topmost first: what moves is written once. The first says which part. */
export const strokedOver = (
	path: Path,
	...strokes: readonly (readonly [hex: string, width: number, look?: StrokeLook])[]
): Item =>
	group([
		...pathsOf(path),
		...partOf(strokes[0]?.[2] ?? {}),
		...strokes.map(([hex, width, look]) => strokeOf(hex, width, look))
	]);

export const stroked = (path: Path, hex: string, width: number, look: StrokeLook = {}): Item =>
	strokedOver(path, [hex, width, look]);

/** The line around what would be too pale on a plain ground: that of the cards. */
export const INK = '#5b6470';

/** Filled, with a line around it: that of the cards when no other is said. */
export const inked = (path: Path, hex: string, width = 4, edge = INK): Item =>
	group([...pathsOf(path), strokeOf(edge, width), fill(hex)]);

/** Several shapes that touch, with one line around them all. */
export const inkedTogether = (paths: string, hex: string, width = 4): Item =>
	group([...pathsOf(paths), fill(hex), strokeOf(INK, 2 * width)]);

/** A broad line, with the line of the cards around it. */
export const inkedLine = (path: Path, hex: string, width: number, look: StrokeLook = {}): Item =>
	strokedOver(path, [hex, width, look], [INK, width + 8, look]);

export interface DrawnPart extends Placing {
	name: string;
	/** The topmost first. */
	shapes: Item[];
}

/** What takes the same few poses again and again: they are written once, each a second after the other. */
interface PosedPart extends Placing {
	name: string;
	/** The topmost first. Their moves run from pose to pose, evenly: see `betweenPoses`. */
	poses: DrawnPart[];
	/** Which pose it is in, the first being 0; between two, a part of the way. */
	pose: Moves;
}

export type Part = DrawnPart | PosedPart;

/** The measures of the room that the pictures are drawn over. */
export const ROOM = { width: 1600, height: 1000 };

function layerOf(part: Part, index: number, op: number): Layer {
	const common = { nm: part.name, ind: index + 1, ip: 0, op, st: 0, sr: 1 } as const;
	if ('shapes' in part) return { ty: 4, ...common, ks: transform(part), shapes: part.shapes };
	return {
		ty: 0,
		...common,
		ks: transform(part),
		refId: part.name,
		w: ROOM.width,
		h: ROOM.height,
		tm: property(part.pose)
	};
}

/** Longer than any row of poses. */
const ASSET_SECONDS = 60;

/** @param parts the topmost first */
export function animationFile(name: string, seconds: number, parts: Part[]): AnimationFile {
	const op = seconds * FRAMES_PER_SECOND;
	const posed = parts.filter((part) => 'poses' in part);
	return {
		v: '5.7.0',
		nm: name,
		fr: FRAMES_PER_SECOND,
		ip: 0,
		op,
		w: ROOM.width,
		h: ROOM.height,
		ddd: 0,
		assets: posed.map((part) => ({
			id: part.name,
			layers: part.poses.map((pose, index) =>
				layerOf(pose, index, ASSET_SECONDS * FRAMES_PER_SECOND)
			)
		})),
		layers: parts.map((part, index) => layerOf(part, index, op))
	};
}
