// How the energy of a sound lies over its frequencies, for the tests: nobody's ear is asked.

/** In place, radix 2. */
function transform(real: Float64Array, imaginary: Float64Array): void {
	const { length } = real;
	for (let n = 1, mirrored = 0; n < length; n += 1) {
		let bit = length >> 1;
		for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
		mirrored ^= bit;
		if (n >= mirrored) continue;
		[real[n], real[mirrored]] = [real[mirrored] ?? 0, real[n] ?? 0];
		[imaginary[n], imaginary[mirrored]] = [imaginary[mirrored] ?? 0, imaginary[n] ?? 0];
	}
	for (let size = 2; size <= length; size *= 2) {
		for (let k = 0; k < size / 2; k += 1) {
			const cos = Math.cos((2 * Math.PI * k) / size);
			const sin = -Math.sin((2 * Math.PI * k) / size);
			for (let at = k; at < length; at += size) {
				const other = at + size / 2;
				const [re, im] = [real[other] ?? 0, imaginary[other] ?? 0];
				const [turnedRe, turnedIm] = [re * cos - im * sin, re * sin + im * cos];
				const [ownRe, ownIm] = [real[at] ?? 0, imaginary[at] ?? 0];
				real[other] = ownRe - turnedRe;
				imaginary[other] = ownIm - turnedIm;
				real[at] = ownRe + turnedRe;
				imaginary[at] = ownIm + turnedIm;
			}
		}
	}
}

/** Power of each frequency from 0 up to half the sample rate, of one stretch under a Hann window. */
export function powers(stretch: Float64Array): Float64Array {
	const { length } = stretch;
	const real = stretch.map((at, n) => at * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length)));
	const imaginary = new Float64Array(length);
	transform(real, imaginary);
	return Float64Array.from(
		{ length: length / 2 },
		(_, n) => ((real[n] ?? 0) ** 2 + (imaginary[n] ?? 0) ** 2) / length
	);
}

/** What an ear hears of this frequency, as a share of the power. */
function weightA(hertz: number): number {
	const squared = hertz ** 2;
	const response =
		(12_194 ** 2 * squared ** 2) /
		((squared + 20.6 ** 2) *
			Math.sqrt((squared + 107.7 ** 2) * (squared + 737.9 ** 2)) *
			(squared + 12_194 ** 2));
	return (response * 1.2589) ** 2;
}

/** A power of two. */
const STRETCH = 4096;

export class Spectrum {
	readonly #mean = new Float64Array(STRETCH / 2);
	#stretches = 0;

	/** Over all stretches of the sound (Welch), each half over the one before. */
	constructor(
		samples: Float64Array,
		private readonly samplesPerSecond: number
	) {
		for (let at = 0; at + STRETCH <= samples.length; at += STRETCH / 2) {
			powers(samples.subarray(at, at + STRETCH)).forEach((power, n) => {
				this.#mean[n] = (this.#mean[n] ?? 0) + power;
			});
			this.#stretches += 1;
		}
	}

	/** Of all energy. */
	shareBetween(fromHertz: number, toHertz: number): number {
		return this.#between(fromHertz, toHertz) / this.#between(0, Infinity);
	}

	/** In dB(A) below the loudest sine that fits: IEC 61672-1. */
	get decibelsA(): number {
		const width = this.samplesPerSecond / STRETCH;
		const heard = this.#mean.reduce((sum, power, n) => sum + power * weightA(n * width), 0);
		// A Hann window keeps three eighths of the energy, and each frequency stands for two.
		return 10 * Math.log10((2 * heard) / STRETCH / this.#stretches / (3 / 8)) + 3.01;
	}

	/** Decibels by which the density at one frequency lies above that at another, a third of an octave each. */
	decibelsOver(hertz: number, other: number): number {
		return 10 * Math.log10(this.#densityAt(hertz) / this.#densityAt(other));
	}

	/** The loudest frequency there. */
	peakBetween(fromHertz: number, toHertz: number): number {
		const width = this.samplesPerSecond / STRETCH;
		const from = Math.ceil(fromHertz / width);
		const part = this.#mean.subarray(from, Math.floor(toHertz / width));
		return (from + part.indexOf(Math.max(...part))) * width;
	}

	#densityAt(hertz: number): number {
		const [from, to] = [hertz / 2 ** (1 / 6), hertz * 2 ** (1 / 6)];
		return this.#between(from, to) / (to - from);
	}

	#between(fromHertz: number, toHertz: number): number {
		const width = this.samplesPerSecond / STRETCH;
		return this.#mean.reduce(
			(sum, power, n) => (n * width >= fromHertz && n * width < toHertz ? sum + power : sum),
			0
		);
	}
}
