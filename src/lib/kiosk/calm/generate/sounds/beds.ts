// What lies under an activity: brown noise, rain, the sea, a stream. Each comes round without a seam, because
// all that makes it runs in a circle.
import { CALM_SOUNDS, SWELL_SECONDS } from '../../sound/calm-sounds';
import { chance } from '../chance';
import { fallsFrom, highPass, inCircle, lowPass, type Biquad } from './filters';

/** Nothing of brown noise that a small speaker gives lies above half of this. */
export const BROWN_RATE = 8_000;
/** Hiss up to 8 kHz is enough to be rain, and soft. */
export const WATER_RATE = 16_000;

/** Around 0, with a standard deviation of 1: the sum of twelve. */
function whiteNoise(length: number, seed: number): Float64Array {
	const next = chance(seed);
	return Float64Array.from({ length }, () => {
		let sum = -6;
		for (let n = 0; n < 12; n += 1) sum += next();
		return sum;
	});
}

const noise = (seconds: number, rate: number, seed: number, ...filters: Biquad[]): Float64Array =>
	inCircle(whiteNoise(seconds * rate, seed), ...filters);

/** Comes and goes around 1: `depth` is its standard deviation. */
function unrest(seconds: number, seed: number, hertz: number, depth: number): Float64Array {
	const slow = noise(seconds, WATER_RATE, seed, fallsFrom(hertz, WATER_RATE));
	const smooth = inCircle(slow, fallsFrom(2 * hertz, WATER_RATE));
	const size = Math.sqrt(smooth.reduce((sum, at) => sum + at * at, 0) / smooth.length);
	return smooth.map((at) => Math.max(0, 1 + (at / size) * depth));
}

/** Below 60 Hz a tablet only rattles. */
export const brown = (): Float64Array =>
	noise(
		CALM_SOUNDS.brown.seconds,
		BROWN_RATE,
		11,
		fallsFrom(20, BROWN_RATE),
		highPass(60, BROWN_RATE)
	);

/** One drop or bubble: a tone that fades, its pitch rising by `rise` of itself in its time. */
interface Drop {
	at: number;
	hertz: number;
	loud: number;
	seconds: number;
	rise: number;
}

function addDrop(into: Float64Array, { at, hertz, loud, seconds, rise }: Drop): void {
	const start = Math.floor(at * into.length);
	const length = Math.round(6 * seconds * WATER_RATE);
	const attack = Math.min(0.25 * seconds, 0.004) * WATER_RATE;
	let turn = 0;
	for (let n = 0; n < length; n += 1) {
		const time = n / WATER_RATE / seconds;
		turn += (hertz * (1 + rise * Math.min(1, time))) / WATER_RATE;
		const swell = n < attack ? 0.5 - 0.5 * Math.cos((Math.PI * n) / attack) : 1;
		const index = (start + n) % into.length;
		into[index] =
			(into[index] ?? 0) + loud * swell * Math.exp(-time) * Math.sin(2 * Math.PI * turn);
	}
}

/** Drops on leaves and sill over an even hiss that comes and goes a little. */
export function rain(): Float64Array {
	const { seconds } = CALM_SOUNDS.rain;
	const bed = noise(
		seconds,
		WATER_RATE,
		21,
		highPass(500, WATER_RATE),
		fallsFrom(1_800, WATER_RATE),
		lowPass(7_000, WATER_RATE)
	);
	const gusts = unrest(seconds, 22, 0.25, 0.12);
	const sound = bed.map((sample, n) => sample * (gusts[n] ?? 1));
	const next = chance(23);
	for (let drop = 0; drop < seconds * 55; drop += 1) {
		addDrop(sound, {
			at: next(),
			hertz: 1_400 * 3.6 ** next(),
			loud: 0.5 * next() ** 3,
			seconds: 0.002 + 0.004 * next(),
			rise: 0
		});
	}
	// A few fall on something larger.
	for (let drop = 0; drop < seconds * 4; drop += 1) {
		addDrop(sound, {
			at: next(),
			hertz: 600 + 700 * next(),
			loud: 0.3 * next() ** 2,
			seconds: 0.008 + 0.008 * next(),
			rise: 0.1
		});
	}
	return sound;
}

/** 0 at the beginning of a swell, 1 in its middle. */
export const swellAt = (seconds: number): number =>
	0.5 - 0.5 * Math.cos((2 * Math.PI * seconds) / SWELL_SECONDS);

/** The higher the wave, the brighter. Two swells, so that no two breaths that follow are the same. */
export function sea(): Float64Array {
	const { seconds } = CALM_SOUNDS.sea;
	const rate = WATER_RATE;
	const deep = noise(seconds, rate, 31, highPass(70, rate), fallsFrom(120, rate));
	const wash = noise(seconds, rate, 32, highPass(250, rate), fallsFrom(600, rate));
	const foam = noise(seconds, rate, 33, highPass(1_800, rate), fallsFrom(3_500, rate));
	const ripples = unrest(seconds, 34, 3, 0.1);
	return deep.map((low, n) => {
		const swell = swellAt(n / rate);
		const middle = (wash[n] ?? 0) * (0.2 + 0.7 * swell ** 1.3);
		const high = (foam[n] ?? 0) * (0.03 + 0.36 * swell ** 2.5);
		return low * (0.7 + 0.5 * swell) + (middle + high) * (ripples[n] ?? 1);
	});
}

/** A small stream over stones: bubbles ring between 350 and 2,200 Hz and rise a little as they burst. */
export function stream(): Float64Array {
	const { seconds } = CALM_SOUNDS.stream;
	const rate = WATER_RATE;
	const rush = noise(
		seconds,
		rate,
		41,
		highPass(300, rate),
		fallsFrom(700, rate),
		lowPass(5_500, rate)
	);
	const eddies = unrest(seconds, 42, 0.8, 0.15);
	const sound = rush.map((sample, n) => sample * (eddies[n] ?? 1));
	const next = chance(43);
	for (let bubble = 0; bubble < seconds * 48; bubble += 1) {
		const hertz = 350 * 6.3 ** next();
		addDrop(sound, {
			at: next(),
			hertz,
			// The larger, the lower, the longer.
			loud: 0.34 * next() ** 2 * Math.sqrt(700 / hertz),
			seconds: (0.02 + 0.03 * next()) * Math.sqrt(700 / hertz),
			rise: 0.05 + 0.2 * next()
		});
	}
	return sound;
}
