// The paths of our drawings (M, C, c and Z only) as the curves of an animation file.

export type Point = [number, number];
/** One closed or open curve: points, with the handles of each relative to it. */
export interface Curve {
	/** Closed. */
	c: boolean;
	/** Points. */
	v: Point[];
	/** Handles towards the point before. */
	i: Point[];
	/** Handles towards the next point. */
	o: Point[];
}

/** Nobody sees a tenth at the end of a long handle, but every tablet would keep it. */
const roundHandle = (value: number) => (Math.abs(value) < 4 ? round(value) : Math.round(value));
const minus = (a: Point, b: Point): Point => [roundHandle(a[0] - b[0]), roundHandle(a[1] - b[1])];
const round = (value: number) => Math.round(value * 10) / 10;

/** Throws for a path that uses any other command: our drawings are made of these alone. */
export function curvesOf(path: string): Curve[] {
	const tokens = path.match(/[a-zA-Z]|-?(?:\d+\.\d+|\.\d+|\d+)/g) ?? [];
	const curves: Curve[] = [];
	let command = '';
	let at: Point = [0, 0];
	let next = 0;
	const number = () => Number(tokens[next++]);
	const point = (from: Point): Point => [from[0] + number(), from[1] + number()];
	const current = () => {
		const curve = curves.at(-1);
		if (!curve) throw new Error(`A path must begin with M: ${path}`);
		return curve;
	};
	while (next < tokens.length) {
		const token = tokens[next] ?? '';
		if (/[a-zA-Z]/.test(token)) {
			command = token;
			next += 1;
		}
		if (command === 'M') {
			at = point([0, 0]);
			curves.push({ c: false, v: [at], i: [[0, 0]], o: [[0, 0]] });
		} else if (command === 'C' || command === 'c') {
			const from: Point = command === 'c' ? at : [0, 0];
			addSegment(current(), at, [point(from), point(from), point(from)]);
			at = current().v.at(-1) ?? at;
		} else if (command === 'Z') {
			close(current());
		} else {
			throw new Error(`Unknown command "${command}" in the path ${path}`);
		}
	}
	return curves;
}

function addSegment(curve: Curve, from: Point, [first, second, to]: [Point, Point, Point]): void {
	curve.o[curve.o.length - 1] = minus(first, from);
	curve.v.push([round(to[0]), round(to[1])]);
	curve.i.push(minus(second, to));
	curve.o.push([0, 0]);
}

/** Where the last point lies on the first one, they are one point. */
function close(curve: Curve): void {
	curve.c = true;
	const [first] = curve.v;
	const last = curve.v.at(-1);
	if (!first || !last || curve.v.length < 2) return;
	if (Math.hypot(first[0] - last[0], first[1] - last[1]) > 1.5) return;
	curve.v.pop();
	curve.o.pop();
	curve.i[0] = curve.i.pop() ?? [0, 0];
}

const PIECES = 40;

/** How far along an open curve each of its points lies, in percent of its length. */
export function percentAlong(curve: Curve): number[] {
	let length = 0;
	const at = curve.v.map((to, n) => {
		const from = curve.v[n - 1];
		if (from) length += pieceLength(from, curve.o[n - 1] ?? [0, 0], curve.i[n] ?? [0, 0], to);
		return length;
	});
	return at.map((one) => round((one / length) * 100));
}

function pieceLength(from: Point, out: Point, back: Point, to: Point): number {
	const at = (share: number): Point => {
		const rest = 1 - share;
		const axis = (n: 0 | 1) =>
			rest ** 3 * from[n] +
			3 * rest ** 2 * share * (from[n] + out[n]) +
			3 * rest * share ** 2 * (to[n] + back[n]) +
			share ** 3 * to[n];
		return [axis(0), axis(1)];
	};
	let length = 0;
	let before = from;
	for (let n = 1; n <= PIECES; n += 1) {
		const next = at(n / PIECES);
		length += Math.hypot(next[0] - before[0], next[1] - before[1]);
		before = next;
	}
	return length;
}
