// Whether the moment at which a loop comes round differs from the rest of it. Noise has jumps of its own
// everywhere: the join is compared with all other moments of the loop, each seen against what is heard around
// it.
import { powers } from '$lib/kiosk/calm/generate/sounds/spectrum';

const MOMENT_SECONDS = 0.02;
const PARTS = 8;
/** So many moments before and after it: the sea is quiet where it comes round. */
const AROUND = 5;
const FRAME = 512;

interface Moment {
	/** The largest step from one sample to the next. */
	jump: number;
	energy: number;
	/** Of its quietest part: a hole shows there. */
	least: number;
	/** How much louder frequencies become within it. */
	flux: number;
}

/** Ranks among all moments of the loop, from 0 (the least of all) to 1 (the most). */
export interface Join extends Moment {
	/** Energy as a share of the loudest moment of the loop. */
	ofLoudest: number;
}

const energyOf = (samples: Float32Array): number =>
	samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;

function momentAt(samples: Float32Array, from: number, size: number): Moment {
	let jump = 0;
	for (let n = from; n < from + size; n += 1)
		jump = Math.max(jump, Math.abs((samples[n] ?? 0) - (samples[n - 1] ?? 0)));
	const parts = Array.from({ length: PARTS }, (_, part) =>
		energyOf(samples.subarray(from + (part * size) / PARTS, from + ((part + 1) * size) / PARTS))
	);
	const middle = from + size / 2;
	const [before, after] = [middle - FRAME, middle].map((at) =>
		powers(Float64Array.from(samples.subarray(at, at + FRAME))).map(Math.sqrt)
	);
	let flux = 0;
	after?.forEach((magnitude, n) => (flux += Math.max(0, magnitude - (before?.[n] ?? 0))));
	return {
		jump,
		energy: energyOf(samples.subarray(from, from + size)),
		least: Math.min(...parts),
		flux
	};
}

/** @param samples two rounds, from the beginning of one */
export function joinOf(samples: Float32Array, samplesPerSecond: number, seconds: number): Join {
	const size = Math.round((MOMENT_SECONDS * samplesPerSecond) / 2) * 2;
	const round = Math.round(seconds * samplesPerSecond);
	const count = Math.floor(round / size);
	const join = count - 1;
	const moments = Array.from({ length: count + AROUND }, (_, n) =>
		momentAt(samples, round - size / 2 + (n - join) * size, size)
	);
	const relative = moments.slice(0, count).map(({ jump, energy, least, flux }, at) => {
		const others = moments.filter((_, n) => n !== at && Math.abs(n - at) <= AROUND);
		const usual = others.reduce((sum, other) => sum + other.energy, 0) / others.length;
		const level = Math.sqrt(usual);
		return { jump: jump / level, energy: energy / usual, least: least / usual, flux: flux / level };
	});
	const rank = (of: keyof Moment) => {
		const own = relative[join]?.[of] ?? NaN;
		return relative.filter((moment) => moment[of] < own).length / (count - 1);
	};
	const loudest = Math.max(...moments.map(({ energy }) => energy));
	return {
		jump: rank('jump'),
		energy: rank('energy'),
		least: rank('least'),
		flux: rank('flux'),
		ofLoudest: (moments[join]?.energy ?? NaN) / loudest
	};
}

/** Only two of a thousand moments stand out more than this, for whoever would hear a join. */
const STANDS_OUT = 0.998;

export const isHeard = ({ jump, energy, least, flux, ofLoudest }: Join): boolean =>
	Math.max(jump, energy, flux) > STANDS_OUT || least < 1 - STANDS_OUT || ofLoudest > 1;

/** With something wrong in the 5 ms before the loop comes round: to see that it would be found. */
export function withFault(
	samples: Float32Array,
	samplesPerSecond: number,
	seconds: number,
	change: (sample: number) => number
): Float32Array {
	const faulty = samples.slice();
	const end = Math.round(seconds * samplesPerSecond);
	const start = end - Math.round(0.005 * samplesPerSecond);
	faulty.set(faulty.subarray(start, end).map(change), start);
	return faulty;
}
