// A program that a test of another engine starts and ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { expect } from '@playwright/test';
import { endsWithUs } from '../../support/ends-with-us';

const START_TIMEOUT_MS = 60_000;
const PATIENCE = { timeout: START_TIMEOUT_MS, intervals: [50] };

export class StartedProgram {
	#printed = '';

	private constructor(private readonly process: ChildProcess) {
		for (const stream of process.stdio.slice(1)) {
			stream?.on('data', (bytes: Buffer) => (this.#printed += bytes.toString('utf8')));
		}
	}

	/** What it prints to 1, 2 or 3 is kept. */
	static start(
		command: readonly string[],
		environment: Record<string, string> = {}
	): StartedProgram {
		const [program, ...rest] = endsWithUs(command);
		return new StartedProgram(
			spawn(program, rest, {
				env: { ...process.env, ...environment },
				stdio: ['ignore', 'pipe', 'pipe', 'pipe']
			})
		);
	}

	/** The first group of `pattern`, as soon as it has been printed. */
	async printed(pattern: RegExp): Promise<string> {
		await expect.poll(() => this.#printed, PATIENCE).toMatch(pattern);
		return pattern.exec(this.#printed)?.[1] ?? '';
	}

	/** Resolves when it listens there. */
	async answers(url: string): Promise<void> {
		const isThere = () =>
			fetch(url).then(
				({ ok }) => ok,
				() => false
			);
		await expect.poll(isThere, PATIENCE).toBe(true);
	}

	async end(): Promise<void> {
		if (this.process.exitCode !== null || this.process.signalCode !== null) return;
		const gone = new Promise((resolve) => this.process.once('exit', resolve));
		this.process.kill('SIGKILL');
		await gone;
	}
}
