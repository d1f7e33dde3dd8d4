// What a command that runs tests says in its last lines, so that nothing is taken for passed that was not.

export interface Count {
	/** At the first try. */
	passed: number;
	failed: number;
	/** Passed, but only at a second try. */
	flaky: string[];
	/** What, and why. */
	notRun: string[];
}

export const emptyCount = (): Count => ({ passed: 0, failed: 0, flaky: [], notRun: [] });

/** The last of them are the numbers. */
export function lastLines({ passed, failed, flaky, notRun }: Count): string[] {
	const again = flaky.length > 0 ? `, ${flaky.length} passed only at the second try` : '';
	return [
		...notRun.map((reason) => `not run: ${reason}`),
		...flaky.map((name) => `passed only at the second try: ${name}`),
		`\n${passed} passed, ${failed} failed${again}`
	];
}

/** Whether all that was run passed at the first try, and something was run. */
export const isGood = ({ passed, failed, flaky }: Count): boolean =>
	failed === 0 && flaky.length === 0 && passed > 0;
