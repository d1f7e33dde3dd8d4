// What a figure is: one measured promise, in a file of its own under tests/figures.

export interface Measured {
	/** What was measured: numbers, ratios and medians, with their units in the names. */
	measured: Record<string, number | string>;
	/** How many tries really ran. */
	tries: number;
	holds: boolean;
}

/** Why a figure, or a part of one, could not be measured here; never counted as passed. */
export interface NotRun {
	notRun: string;
}

/** What a long run remembers, so that it goes on where it was stopped. Cleared when the figure is through. */
export interface ResumeStore {
	/** `null` when there is nothing to go on with, or it was from another number of tries. */
	read(): unknown;
	write(progress: object): void;
}

export interface FigureContext {
	tries: number;
	/** Goes to stderr. */
	say(progress: string): void;
	resume: ResumeStore;
}

export interface Figure {
	/** The file's name. */
	name: string;
	/** One plain sentence for docs/figures.md. */
	promise: string;
	unit: string;
	/** In words. */
	target: string;
	/** How many, unless `--tries` says otherwise. */
	tries: number;
	run(context: FigureContext): Promise<Measured | NotRun>;
}

/** The middle of the values, or the mean of the middle two; `NaN` of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The value that `share` (0 to 1) of the values do not exceed, by nearest rank; `NaN` of none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** So that a table stays readable: three significant digits below 1,000, whole numbers above. */
export const rounded = (value: number): number =>
	Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
