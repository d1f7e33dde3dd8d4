import { getStroke } from 'perfect-freehand';
import { pairs, PEN_SIZE, type Pen } from './pens';

/** How much thinner a quick line is. */
const THINNING: Partial<Record<Pen, number>> = { pencil: 0.35, brush: 0.55, finger: 0.2 };

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The outline of a line as an SVG path. @param points x and y in turn */
export function outlineOf(points: readonly number[], pen: Pen): string {
	const outline = getStroke(pairs(points), {
		size: PEN_SIZE[pen],
		thinning: THINNING[pen] ?? 0,
		smoothing: 0.6,
		streamline: 0.4,
		last: true
	}).map(([x, y]) => [tenth(x ?? 0), tenth(y ?? 0)] as const);
	const [first] = outline;
	if (!first) return '';
	let path = `M${first[0]} ${first[1]}Q`;
	// Each corner bends the line, which goes through the middle between two of them.
	outline.forEach(([x, y], index) => {
		const [nextX, nextY] = outline[(index + 1) % outline.length] ?? first;
		path += `${x} ${y} ${tenth((x + nextX) / 2)} ${tenth((y + nextY) / 2)} `;
	});
	return `${path}Z`;
}
