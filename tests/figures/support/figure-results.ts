// What figures leave behind in .figures/, which git ignores: their last results, and where a long run
// was stopped.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ResumeStore } from '../../support/figure';

export const FIGURES_FOLDER = resolve(import.meta.dirname, '../../../.figures');
const RESULTS = join(FIGURES_FOLDER, 'results.json');

export interface FigureResult {
	name: string;
	promise: string;
	unit: string;
	target: string;
	measured: Record<string, number | string>;
	tries: number;
	/** `null` when it was not run. */
	holds: boolean | null;
	/** Why it was not run. */
	notRun?: string;
	/** Why it broke off. */
	failed?: string;
}

export interface KeptResult extends FigureResult {
	/** ISO date and time, UTC. */
	at: string;
	machine: string;
}

function readJson(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
}

function writeJson(file: string, value: object): void {
	mkdirSync(FIGURES_FOLDER, { recursive: true });
	// Renamed into place: a run that is stopped leaves the old file or the new one.
	writeFileSync(`${file}.new`, JSON.stringify(value, null, '\t'));
	renameSync(`${file}.new`, file);
}

export const keptResults = (): Record<string, KeptResult> =>
	(readJson(RESULTS) ?? {}) as Record<string, KeptResult>;

export function keepResult(result: FigureResult, machine: string): void {
	const at = new Date().toISOString();
	writeJson(RESULTS, { ...keptResults(), [result.name]: { ...result, at, machine } });
}

/** A run with another number of tries is another run: it begins at the beginning. */
export function resumeStore(name: string, tries: number): ResumeStore & { clear(): void } {
	const file = join(FIGURES_FOLDER, `resume-${name}.json`);
	return {
		read() {
			const kept = readJson(file) as { tries?: number; progress?: unknown } | null;
			return kept?.tries === tries ? (kept.progress ?? null) : null;
		},
		write: (progress) => writeJson(file, { tries, progress }),
		clear: () => rmSync(file, { force: true })
	};
}
