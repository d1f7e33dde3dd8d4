// A reference program of tests/figures/references, as a process of its own that prints its port first.
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { endsWithUs } from '../../support/ends-with-us';

const FOLDER = resolve(import.meta.dirname, '../references');

export class ReferenceProcess {
	readonly origin: string;
	readonly #process: ChildProcess;

	private constructor(process: ChildProcess, port: number) {
		this.#process = process;
		this.origin = `http://127.0.0.1:${port}`;
	}

	/** Throws with what it printed when it ends before it listens. */
	static async start(file: string, ...args: string[]): Promise<ReferenceProcess> {
		const reference = [process.execPath, '--no-warnings', resolve(FOLDER, file), ...args];
		const [program, ...rest] = endsWithUs(reference);
		const child = spawn(program, rest, {
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let printed = '';
		const port = await new Promise<number>((done, fail) => {
			child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
			child.stdout.setEncoding('utf8').on('data', (text: string) => {
				printed += text;
				const listening = /^(\d+)\n/.exec(printed)?.[1];
				if (listening) done(Number(listening));
			});
			child.once('exit', () => fail(new Error(`${file} ended: ${printed}`)));
		});
		return new ReferenceProcess(child, port);
	}

	async stop(): Promise<void> {
		if (this.#process.exitCode !== null) return;
		const gone = new Promise((done) => this.#process.once('exit', done));
		this.#process.kill('SIGKILL');
		await gone;
	}
}
