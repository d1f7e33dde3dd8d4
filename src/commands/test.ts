// `npm test`: everything a change must pass, and at the end how many checks passed and failed.
// `npm run test:full`: the same with every journey of `tests/support/ways.ts` gone in every way.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from '../../tests/support/browser';
import { playwrightCount, type Count } from './playwright-count';

interface Step {
	name: string;
	command: string[];
	/** Counts tests from the report that the step wrote; without it the step counts as one. */
	count?: () => Count;
}

const REPORTS = 'test-results';

function vitestCount(): Count {
	const report = JSON.parse(readFileSync(`${REPORTS}/vitest.json`, 'utf8')) as {
		numPassedTests: number;
		numFailedTests: number;
		numFailedTestSuites: number;
	};
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests || report.numFailedTestSuites,
		notRun: []
	};
}

const steps: Step[] = [
	{ name: 'types', command: ['npm', 'run', '--silent', 'check'] },
	{ name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
	{
		name: 'unit and database tests',
		command: [
			'npx',
			'vitest',
			'run',
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${REPORTS}/vitest.json`
		],
		count: vitestCount
	},
	{ name: 'build', command: ['npm', 'run', '--silent', 'build'] },
	{
		name: 'journeys',
		command: ['npx', 'playwright', 'test', '-c', '.config/playwright.config.ts'],
		count: () => playwrightCount(`${REPORTS}/journeys.json`)
	}
];

const run = ([program = '', ...rest]: string[], env?: Record<string, string>): Promise<number> =>
	new Promise((resolve) => {
		const child = spawn(program, rest, { stdio: 'inherit', env: { ...process.env, ...env } });
		child.once('error', () => resolve(127));
		child.once('exit', (code) => resolve(code ?? 1));
	});

/** Read by `tests/support/ways.ts`. */
const WHOLE_MATRIX = { CWTCH_WHOLE_MATRIX: '1' };

export async function main(args: string[] = []): Promise<number> {
	const env = args.includes('--full') ? WHOLE_MATRIX : {};
	rmSync(REPORTS, { recursive: true, force: true });
	mkdirSync(REPORTS, { recursive: true });
	findBrowser();
	const total: Count = { passed: 0, failed: 0, notRun: [] };
	for (const step of steps) {
		console.log(`\n== ${step.name}`);
		const code = await run(step.command, env);
		const count = countOf(step, code);
		total.passed += count.passed;
		total.failed += count.failed;
		total.notRun.push(...count.notRun);
	}
	for (const reason of total.notRun) console.log(`not run: ${reason}`);
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** A step that failed is never counted as nothing, whatever its report says. */
function countOf(step: Step, code: number): Count {
	const failed: Count = { passed: 0, failed: 1, notRun: [] };
	if (!step.count) return code === 0 ? { passed: 1, failed: 0, notRun: [] } : failed;
	try {
		const count = step.count();
		return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
	} catch {
		return failed;
	}
}
