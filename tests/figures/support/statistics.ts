// Whether numbers may well come from one source. Approximations that hold from about ten values each.

/** The chance that a standard normal value is at least `z`; by Abramowitz and Stegun 7.1.26, within 1e-7. */
function normalAbove(z: number): number {
	const x = Math.abs(z) / Math.SQRT2;
	const t = 1 / (1 + 0.3275911 * x);
	const series = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
	const erfc = t * series.reduceRight((sum, factor) => factor + t * sum, 0) * Math.exp(-x * x);
	return z >= 0 ? erfc / 2 : 1 - erfc / 2;
}

/**
 * Mann and Whitney's test, two-sided, with ties and the correction for continuity.
 *
 * @returns the chance of samples at least as different when both have one source; `NaN` without values
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
	const [n, m] = [one.length, other.length];
	const all = [...one.map((value) => ({ value, isOne: true })), ...other.map(toOther)];
	all.sort((a, b) => a.value - b.value);
	let ranks = 0;
	let ties = 0;
	for (let from = 0; from < all.length;) {
		let to = from;
		while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
		const equal = to - from;
		const meanRank = (from + 1 + to) / 2;
		ranks += meanRank * all.slice(from, to).filter(({ isOne }) => isOne).length;
		ties += equal ** 3 - equal;
		from = to;
	}
	const total = n + m;
	const distance = Math.abs(ranks - (n * (n + 1)) / 2 - (n * m) / 2);
	const spread = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))));
	// All alike: nothing speaks for two sources.
	if (spread === 0) return 1;
	return Math.min(1, 2 * normalAbove(Math.max(0, distance - 0.5) / spread));
}

const toOther = (value: number) => ({ value, isOne: false });

/**
 * Kolmogorov and Smirnov's test of the values against an exponential distribution of this mean.
 *
 * @returns the chance of values at least as far from it when they come from it
 */
export function fitsExponential(values: readonly number[], mean: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const n = sorted.length;
	const farthest = sorted.reduce((most, value, rank) => {
		const expected = 1 - Math.exp(-value / mean);
		return Math.max(most, Math.abs(expected - rank / n), Math.abs((rank + 1) / n - expected));
	}, 0);
	const d = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * farthest;
	let chance = 0;
	for (let k = 1; k <= 100; k += 1)
		chance += 2 * (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * d * d);
	return d < 0.2 ? 1 : Math.min(1, Math.max(0, chance));
}
