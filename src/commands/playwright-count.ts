// How many of Playwright's tests passed, failed and were not run, by the report that it wrote.
import { readFileSync } from 'node:fs';
import { emptyCount, type Count } from './count';

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
	const count: Count = { ...emptyCount(), failed: report.errors.length };
	const visit = (suite: Suite) => {
		for (const { title, tests } of suite.specs ?? []) {
			for (const { status, projectName, annotations } of tests) {
				const name = [projectName, title].filter(Boolean).join(', ');
				if (status === 'skipped') {
					const why = annotations.find(({ description }) => description)?.description;
					count.notRun.push(`${name}: ${why ?? 'no reason given'}`);
				} else if (status === 'flaky') count.flaky.push(name);
				else if (status === 'unexpected') count.failed += 1;
				else count.passed += 1;
			}
		}
		for (const inner of suite.suites ?? []) visit(inner);
	};
	visit(report);
	return count;
}
