import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { playwrightCount } from './playwright-count';

const test = (projectName: string, status: string, ...descriptions: string[]) => ({
	projectName,
	status,
	annotations: descriptions.map((description) => ({ description }))
});

it('counts each project of a test by itself, and as passed only what passed at the first try', () => {
	const folder = mkdtempSync(join(tmpdir(), 'cwtch-count-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'report.json');
	const asks = { title: 'asks', tests: [test('One', 'expected'), test('Two', 'unexpected')] };
	const reads = { title: 'reads', tests: [test('One', 'skipped', 'no ears'), test('', 'flaky')] };
	const report = { errors: [], suites: [{ specs: [asks], suites: [{ specs: [reads] }] }] };
	writeFileSync(file, JSON.stringify(report));
	expect(playwrightCount(file)).toEqual({
		passed: 1,
		failed: 1,
		flaky: ['reads'],
		notRun: ['One, reads: no ears']
	});
	writeFileSync(file, JSON.stringify({ ...report, errors: [{ message: 'A file is broken.' }] }));
	expect(playwrightCount(file).failed).toBe(2);
});
