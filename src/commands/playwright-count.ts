// How many of Playwright's tests passed, failed and were not run, by the report that it wrote.
import { readFileSync } from 'node:fs';

export interface Count {
	passed: number;
	failed: number;
	/** "Not run" and why; never counted as passed. */
	notRun: string[];
}

interface Suite {
	suites?: Suite[];
	specs?: {
		title: string;
		/** One for each project. */
		tests: { status: string; projectName?: string; annotations: { description?: string }[] }[];
	}[];
}

/** @param file as the reporter `json` writes it */
export function playwrightCount(file: string): Count {
	const report = JSON.parse(readFileSync(file, 'utf8')) as Suite & { errors: unknown[] };
	const count: Count = { passed: 0, failed: report.errors.length, notRun: [] };
	const visit = (suite: Suite) => {
		for (const { title, tests } of suite.specs ?? []) {
			for (const { status, projectName, annotations } of tests) {
				if (status === 'skipped') {
					const why = annotations.find(({ description }) => description)?.description;
					const name = [projectName, title].filter(Boolean).join(', ');
					count.notRun.push(`${name}: ${why ?? 'no reason given'}`);
				} else if (status === 'unexpected') count.failed += 1;
				else count.passed += 1;
			}
		}
		for (const inner of suite.suites ?? []) visit(inner);
	};
	visit(report);
	return count;
}
