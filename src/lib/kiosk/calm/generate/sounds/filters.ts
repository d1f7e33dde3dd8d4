// Second-order filters after the Audio EQ Cookbook (R. Bristow-Johnson), run round in a circle: what comes out
// ends where it began.

export interface Biquad {
	b: readonly [number, number, number];
	a: readonly [number, number];
}

const BUTTERWORTH = Math.SQRT1_2;

function angle(hertz: number, samplesPerSecond: number, q: number) {
	const omega = (2 * Math.PI * hertz) / samplesPerSecond;
	return { cos: Math.cos(omega), alpha: Math.sin(omega) / (2 * q) };
}

export function lowPass(hertz: number, samplesPerSecond: number, q = BUTTERWORTH): Biquad {
	const { cos, alpha } = angle(hertz, samplesPerSecond, q);
	const a0 = 1 + alpha;
	const edge = (1 - cos) / 2 / a0;
	return { b: [edge, 2 * edge, edge], a: [(-2 * cos) / a0, (1 - alpha) / a0] };
}

export function highPass(hertz: number, samplesPerSecond: number, q = BUTTERWORTH): Biquad {
	const { cos, alpha } = angle(hertz, samplesPerSecond, q);
	const a0 = 1 + alpha;
	const edge = (1 + cos) / 2 / a0;
	return { b: [edge, -2 * edge, edge], a: [(-2 * cos) / a0, (1 - alpha) / a0] };
}

/** 6 dB less with each octave above `hertz`. */
export function fallsFrom(hertz: number, samplesPerSecond: number): Biquad {
	const keeps = Math.exp((-2 * Math.PI * hertz) / samplesPerSecond);
	return { b: [1 - keeps, 0, 0], a: [-keeps, 0] };
}

/** @param rounds 2 for a loop: in the second round the filter knows what came before the beginning */
function run(samples: Float64Array, { b, a }: Biquad, rounds: 1 | 2): Float64Array {
	const out = new Float64Array(samples.length);
	let [x1, x2, y1, y2] = [0, 0, 0, 0];
	for (let round = 0; round < rounds; round += 1) {
		for (let n = 0; n < samples.length; n += 1) {
			const x = samples[n] ?? 0;
			const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
			[x2, x1, y2, y1] = [x1, x, y1, y];
			out[n] = y;
		}
	}
	return out;
}

export const inCircle = (samples: Float64Array, ...filters: Biquad[]): Float64Array =>
	filters.reduce((filtered, filter) => run(filtered, filter, 2), samples);

export const fromSilence = (samples: Float64Array, ...filters: Biquad[]): Float64Array =>
	filters.reduce((filtered, filter) => run(filtered, filter, 1), samples);
