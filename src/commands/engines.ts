// `npm run test:engines`: the child's side in WebKitGTK and Firefox ESR, which it installs from Debian where
// it may. What is not there is said as "not run", and never counted as passed.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { debianProgram } from '../../tests/support/browser';
import { buildWhenOutdated } from '../../tests/support/build-when-outdated';
import { NEEDED_PROGRAMS } from '../../tests/engines/support/needed-programs';
import { isGood, lastLines } from './count';
import { playwrightCount } from './playwright-count';

const ROOT = resolve(import.meta.dirname, '../..');
const REPORT = 'test-results/engines.json';

/** 0 when all that was run passed and something was run. */
export async function main(args: string[]): Promise<number> {
	for (const programs of Object.values(NEEDED_PROGRAMS)) {
		for (const [program, debian] of Object.entries(programs)) {
			if (!debianProgram(program, debian))
				console.error(`${debian} is not installed and could not be.`);
		}
	}
	await buildWhenOutdated(ROOT);
	mkdirSync('test-results', { recursive: true });
	const code = await run(['npx', 'playwright', 'test', '-c', '.config/engines.config.ts', ...args]);
	const count = playwrightCount(REPORT);
	if (code !== 0 && count.failed === 0) count.failed = 1;
	for (const line of lastLines(count)) console.log(line);
	return isGood(count) ? 0 : 1;
}

function run([program = '', ...rest]: string[]): Promise<number> {
	return new Promise((done) => {
		const child = spawn(program, rest, { stdio: 'inherit' });
		child.once('error', () => done(127));
		child.once('exit', (code) => done(code ?? 1));
	});
}
