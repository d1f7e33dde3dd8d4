// `npm test`: everything a change must pass, and at the end how many checks passed and failed,
// and which journeys passed only when they were tried again.
// `npm run test:full`: the same with every journey of `tests/support/ways.ts` gone in every way.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from '../../tests/support/browser';
import { emptyCount, isGood, lastLines, type Count } from './count';
import { playwrightCount } from './playwright-count';

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
		...emptyCount(),
		passed: report.numPassedTests,
		failed: report.numFailedTests || report.numFailedTestSuites
	};
}

/** Each takes one core; they run one after the other beside the unit tests. */
const QUIET_STEPS: Step[] = [
	{ name: 'types', command: ['npm', 'run', '--silent', 'check'] },
	{ name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
	{ name: 'build', command: ['npm', 'run', '--silent', 'build'] }
];
const UNIT_TESTS: Step = {
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
};
const JOURNEYS: Step = {
	name: 'journeys',
	command: ['npx', 'playwright', 'test', '-c', '.config/playwright.config.ts'],
	count: () => playwrightCount(`${REPORTS}/journeys.json`)
};

/** `as it comes`, or all of it in the end, so that two steps do not speak at once. */
type Output = 'as it comes' | 'in the end';

function run(
	{ name, command }: Step,
	env: Record<string, string>,
	output: Output
): Promise<number> {
	const [program = '', ...rest] = command;
	const isHeld = output === 'in the end';
	return new Promise((resolve) => {
		if (!isHeld) console.log(`\n== ${name}`);
		const child = spawn(program, rest, {
			stdio: isHeld ? ['inherit', 'pipe', 'pipe'] : 'inherit',
			env: { ...process.env, ...env }
		});
		const said: string[] = [];
		for (const stream of [child.stdout, child.stderr])
			stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
		child.once('error', () => resolve(127));
		child.once('close', (code) => {
			if (isHeld) console.log(`\n== ${name}\n${said.join('')}`);
			resolve(code ?? 1);
		});
	});
}

/** Read by `tests/support/ways.ts`. */
const WHOLE_MATRIX = { CWTCH_WHOLE_MATRIX: '1' };

export async function main(args: string[] = []): Promise<number> {
	const env = args.includes('--full') ? WHOLE_MATRIX : {};
	rmSync(REPORTS, { recursive: true, force: true });
	mkdirSync(REPORTS, { recursive: true });
	findBrowser();
	const total = emptyCount();
	const take = async (step: Step, output: Output) => {
		const count = countOf(step, await run(step, env, output));
		total.passed += count.passed;
		total.failed += count.failed;
		total.flaky.push(...count.flaky);
		total.notRun.push(...count.notRun);
	};
	const takeQuietSteps = async () => {
		for (const step of QUIET_STEPS) await take(step, 'in the end');
	};
	await Promise.all([take(UNIT_TESTS, 'as it comes'), takeQuietSteps()]);
	await take(JOURNEYS, 'as it comes');
	for (const line of lastLines(total)) console.log(line);
	return isGood(total) ? 0 : 1;
}

/** A step that failed is never counted as nothing, whatever its report says. */
function countOf(step: Step, code: number): Count {
	const failed: Count = { ...emptyCount(), failed: 1 };
	if (!step.count) return code === 0 ? { ...emptyCount(), passed: 1 } : failed;
	try {
		const count = step.count();
		return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
	} catch {
		return failed;
	}
}
