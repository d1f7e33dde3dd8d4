import { problemMessagesCy } from './problem-messages-cy';
import { problemMessagesEn, type ProblemCode } from './problem-messages-en';

export type { ProblemCode };

/**
 * Something in the files that a person should know. An `error` means that the roster cannot be
 * imported as it is, because somebody would be lost or mixed up; a `warning` is imported.
 * Holds file names, lines, ids and counts, never a child's name.
 */
export interface RosterProblem {
	severity: 'error' | 'warning';
	file: string;
	/** Counted from 1, with the header as line 1; null for the file as a whole. */
	line: number | null;
	/** The header as the standard or the file spells it; null for the whole line. */
	column: string | null;
	code: ProblemCode;
	params: Record<string, string | number>;
}

export interface ProblemPlace {
	file: string;
	line?: number;
	column?: string;
}

export interface ProblemMessage {
	happened: string;
	means: string;
	remedy: string;
}

function problem(
	severity: RosterProblem['severity'],
	code: ProblemCode,
	place: ProblemPlace,
	params: RosterProblem['params']
): RosterProblem {
	return {
		severity,
		file: place.file,
		line: place.line ?? null,
		column: place.column ?? null,
		code,
		params
	};
}

export function rosterError(
	code: ProblemCode,
	place: ProblemPlace,
	params: RosterProblem['params'] = {}
): RosterProblem {
	return problem('error', code, place, params);
}

export function rosterWarning(
	code: ProblemCode,
	place: ProblemPlace,
	params: RosterProblem['params'] = {}
): RosterProblem {
	return problem('warning', code, place, params);
}

export function hasErrors(problems: readonly RosterProblem[]): boolean {
	return problems.some((one) => one.severity === 'error');
}

const placeWords = {
	en: { line: 'line', column: 'column' },
	cy: { line: 'llinell', column: 'colofn' }
};

/** The problem in sentences: where, what happened, what it means, what to do. Plain text, not HTML. */
export function describeProblem(
	problem: RosterProblem,
	language: 'en' | 'cy'
): ProblemMessage & { where: string } {
	const message = (language === 'cy' ? problemMessagesCy : problemMessagesEn)[problem.code];
	const fill = (sentence: string) =>
		sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(problem.params[name] ?? hole));
	const words = placeWords[language];
	const where = [
		problem.file,
		problem.line === null ? '' : `${words.line} ${problem.line}`,
		problem.column === null ? '' : `${words.column} ${problem.column}`
	];
	return {
		where: where.filter((part) => part !== '').join(', '),
		happened: fill(message.happened),
		means: fill(message.means),
		remedy: fill(message.remedy)
	};
}
