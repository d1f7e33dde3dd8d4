import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it, vi } from 'vitest';

const SUPPORT = resolve(import.meta.dirname, '../../tests/support/ends-with-us.ts');
/** A figure that starts a browser in a group of its own, says its pid, and goes on. */
const FIGURE = `
	import { spawn } from 'node:child_process';
	import { endsWithUs } from ${JSON.stringify(SUPPORT)};
	const [program, ...rest] = endsWithUs(['sleep', '300']);
	const child = spawn(program, rest, { stdio: 'ignore', detached: true });
	console.log(child.pid);
	setInterval(() => {}, 1000);`;

/** Whether the program runs; what has ended and was fetched by nobody does not. */
function runs(pid: number): boolean {
	try {
		return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith(
			'Z'
		);
	} catch {
		return false;
	}
}

const nameOf = (pid: number): string =>
	execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim();

it.skipIf(!existsSync('/usr/bin/setpriv'))(
	'what a figure has started ends with it, even when it is killed',
	async () => {
		const figure = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', FIGURE]);
		const [printed] = (await once(figure.stdout, 'data')) as [Buffer];
		const pid = Number(printed.toString());
		// From then on Linux knows whom it ends with.
		await vi.waitFor(() => expect(nameOf(pid)).toBe('sleep'), { timeout: 10_000 });
		figure.kill('SIGKILL');
		await vi.waitFor(() => expect(runs(pid)).toBe(false), { timeout: 10_000 });
	},
	30_000
);
