// How loud something is to people, not how high its peaks are: ITU-R BS.1770-5, mono, without gating.
import { fromSilence, type Biquad } from './filters';

/** The two filters of the standard, for any sample rate. */
function earFilters(samplesPerSecond: number): [head: Biquad, low: Biquad] {
	const k1 = Math.tan((Math.PI * 1681.974450955533) / samplesPerSecond);
	const q1 = 0.7071752369554196;
	const high = 10 ** (3.999843853973347 / 20);
	const band = high ** 0.4996667741545416;
	const n1 = 1 + k1 / q1 + k1 * k1;
	const k2 = Math.tan((Math.PI * 38.13547087602444) / samplesPerSecond);
	const q2 = 0.5003270373238773;
	const n2 = 1 + k2 / q2 + k2 * k2;
	return [
		{
			b: [
				(high + (band * k1) / q1 + k1 * k1) / n1,
				(2 * (k1 * k1 - high)) / n1,
				(high - (band * k1) / q1 + k1 * k1) / n1
			],
			a: [(2 * (k1 * k1 - 1)) / n1, (1 - k1 / q1 + k1 * k1) / n1]
		},
		{ b: [1, -2, 1], a: [(2 * (k2 * k2 - 1)) / n2, (1 - k2 / q2 + k2 * k2) / n2] }
	];
}

const lufs = (meanSquare: number): number => -0.691 + 10 * Math.log10(meanSquare);

/** In LUFS, of each window after the other. */
export function loudnessOver(
	samples: Float64Array,
	samplesPerSecond: number,
	windowSeconds: number
): number[] {
	const heard = fromSilence(samples, ...earFilters(samplesPerSecond));
	const size = Math.min(heard.length, Math.round(windowSeconds * samplesPerSecond));
	return Array.from({ length: Math.floor(heard.length / size) }, (_, window) => {
		const part = heard.subarray(window * size, (window + 1) * size);
		return lufs(part.reduce((sum, sample) => sum + sample * sample, 0) / size);
	});
}

/** Of the whole. */
export const loudness = (samples: Float64Array, samplesPerSecond: number): number =>
	loudnessOver(samples, samplesPerSecond, Infinity)[0] ?? -Infinity;

/** Of the loudest tenth of a second. */
export const loudestMoment = (samples: Float64Array, samplesPerSecond: number): number =>
	Math.max(...loudnessOver(samples, samplesPerSecond, 0.1));

export const louderBy = (samples: Float64Array, decibels: number): Float64Array =>
	samples.map((sample) => sample * 10 ** (decibels / 20));
