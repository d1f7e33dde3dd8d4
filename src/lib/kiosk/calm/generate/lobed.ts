// A shape of round lobes: the brain, the crown of a tree.
import type { Point } from './bezier-path';
import { chance, shape } from './drawn-line';

/** Round lobes, each a little other than its neighbours. */
export function lobed([x, y]: Point, [across, down]: Point, lobes: number): string {
	const next = chance(11);
	const points = Array.from({ length: lobes * 3 }, (_, n) => {
		const isBetween = n % 3 === 0;
		const angle = ((n + next() * 0.4) / lobes / 3) * 2 * Math.PI - Math.PI / 2;
		const far = isBetween ? 0.94 : 1.03 + next() * 0.03;
		return `${x + Math.cos(angle) * across * far} ${y + Math.sin(angle) * down * far}${isBetween ? '!' : ''}`;
	});
	return shape(points.join(' '));
}
