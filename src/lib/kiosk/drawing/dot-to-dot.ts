// Drawing without dragging: a line goes from each tap to the next.

/** A tap so near to the one before it ends the line. */
const NEAR_UNITS = 40;
/** As close together as a finger's points: a pen takes two far ones for a quick, thin line. */
const BETWEEN_UNITS = 40;

export class DotToDot {
	#from: readonly [number, number] | null = null;

	/** What a tap draws: a dot, a line from the one before, or nothing where it ends the line. */
	lines(x: number, y: number): number[][] {
		const from = this.#from;
		if (!from) {
			this.#from = [x, y];
			return [[x, y]];
		}
		const far = Math.hypot(x - from[0], y - from[1]);
		if (far < NEAR_UNITS) {
			this.#from = null;
			return [];
		}
		this.#from = [x, y];
		const steps = Math.ceil(far / BETWEEN_UNITS);
		const line = Array.from({ length: steps + 1 }, (_, step) => [
			Math.round(from[0] + ((x - from[0]) * step) / steps),
			Math.round(from[1] + ((y - from[1]) * step) / steps)
		]).flat();
		return [line];
	}
}
