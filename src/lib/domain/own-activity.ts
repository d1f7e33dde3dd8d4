// Calm activities that a school adds: typed as lines, kept as data like those of the content.
import type { Activity, ActivityStep } from './activity';

/** With the pictures of each, and beside sixteen others, more would be hard to choose from. */
export const MOST_OWN_ACTIVITIES = 8;

/** Activities of a school's own begin so; those of the content never do. */
const OWN = 'own-';
export const isOwnActivity = (id: string): boolean => id.startsWith(OWN);
export const ownActivityId = (uuid: string): string => `${OWN}${uuid}`;

export interface OwnActivity extends Activity {
	name: { en: string; cy: string };
}

export type StepsProblem = 'none' | 'seconds' | 'differ';

/** A line: seconds, then what is said. A star instead of the seconds waits for the child. */
const LINE = /^\s*(\*|\d{1,3})\s+(\S.*?)\s*$/;
/** A guide for steps that wait. */
const WAITING_SECONDS = 20;

const linesOf = (text: string): string[] =>
	text.split(/\r?\n/).filter((line) => line.trim() !== '');

/**
 * The steps of what was typed: in English with seconds, in Welsh the same lines without them.
 *
 * @returns the steps, or what is wrong and in which line (from 1) that is
 */
export function stepsOf(
	english: string,
	welsh: string
): { steps: ActivityStep[] } | { problem: StepsProblem; line: number } {
	const [en, cy] = [linesOf(english), linesOf(welsh)];
	if (en.length === 0) return { problem: 'none', line: 1 };
	if (en.length !== cy.length)
		return { problem: 'differ', line: Math.min(en.length, cy.length) + 1 };
	const steps: ActivityStep[] = [];
	for (const [index, line] of en.entries()) {
		const [, seconds = '', said = ''] = LINE.exec(line) ?? [];
		if (said === '' || seconds === '0') return { problem: 'seconds', line: index + 1 };
		const waits = seconds === '*';
		steps.push({
			seconds: waits ? WAITING_SECONDS : Number(seconds),
			say: { en: said, cy: (cy[index] ?? '').replace(/^\s*(\*|\d{1,3})\s+/, '').trim() },
			cue: index === 0 ? 'intro' : index === en.length - 1 ? 'end' : 'step',
			...(waits ? { waits: 'next' as const } : {})
		});
	}
	return { steps };
}
