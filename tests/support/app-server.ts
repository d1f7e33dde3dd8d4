// The built app as a school runs it: a process of its own on loopback, with a data folder of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { endsWithUs } from './ends-with-us';
import { freePort } from './postgres';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'build/index.js');
const START_TIMEOUT_MS = 20_000;

/** What `npm start` gives to node, so that what is measured is what a school runs. */
export function nodeOptions(): string[] {
	const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		scripts: { start: string };
	};
	const [, options] = / node ((?:--\S+ )*)build\/index\.js$/.exec(about.scripts.start) ?? [];
	if (options === undefined) throw new Error('`npm start` no longer starts build/index.js.');
	return options.split(' ').filter((option) => option !== '');
}

export interface AppServerOptions {
	/** Made and removed with the server when not given. */
	dataDir?: string;
	port?: number;
	databaseUrl?: string;
	environment?: Record<string, string>;
}

/** A server that can be killed and started again over the same data, on the same port. */
export class AppServer {
	readonly port: number;
	readonly origin: string;
	readonly dataDir: string;
	readonly #options: AppServerOptions;
	#process: ChildProcess | null = null;
	#output = '';

	private constructor(port: number, dataDir: string, options: AppServerOptions) {
		this.port = port;
		this.origin = `http://localhost:${port}`;
		this.dataDir = dataDir;
		this.#options = options;
	}

	/** Not started yet, so that the data can be prepared first. */
	static async prepare(options: AppServerOptions = {}): Promise<AppServer> {
		if (!existsSync(BUILT)) throw new Error('The app is not built: run `npm run build` first.');
		const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'cwtch-data-'));
		return new AppServer(options.port ?? (await freePort()), dataDir, options);
	}

	/** Everything it has printed. */
	get output(): string {
		return this.#output;
	}

	get pid(): number {
		const pid = this.#process?.pid;
		if (pid === undefined) throw new Error('The server is not running.');
		return pid;
	}

	get environment(): Record<string, string> {
		return {
			DATA_DIR: this.dataDir,
			PORT: String(this.port),
			HOST: '127.0.0.1',
			ORIGIN: this.origin,
			BODY_SIZE_LIMIT: '6M',
			LOG_LEVEL: 'info',
			SCHOOL_ALWAYS_OPEN: '1',
			...(this.#options.databaseUrl ? { DATABASE_URL: this.#options.databaseUrl } : {}),
			...this.#options.environment
		};
	}

	/** Resolves when `/health` says ready; throws with what it printed when it does not. */
	async start(): Promise<this> {
		const [program, ...rest] = endsWithUs([process.execPath, ...nodeOptions(), BUILT]);
		const child = spawn(program, rest, {
			cwd: ROOT,
			env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...this.environment },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#process = child;
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
		}
		const exited = new Promise<never>((_, reject) => {
			child.once('exit', (code) =>
				reject(new Error(`The server ended (${code}):\n${this.#output}`))
			);
		});
		exited.catch(() => undefined);
		await Promise.race([this.#ready(), exited]);
		return this;
	}

	async #ready(): Promise<void> {
		const giveUpAt = Date.now() + START_TIMEOUT_MS;
		while (Date.now() < giveUpAt) {
			try {
				if ((await fetch(`http://127.0.0.1:${this.port}/health`)).ok) return;
			} catch {
				// Not listening yet.
			}
			await setTimeout(5);
		}
		throw new Error(`The server was not ready in ${START_TIMEOUT_MS} ms:\n${this.#output}`);
	}

	/** Ends it, by default as a power cut would. The data stays. */
	async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
		const child = this.#process;
		this.#process = null;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await gone;
	}

	/** Ends it and removes the data, if the data was made for it. */
	async remove(): Promise<void> {
		await this.kill();
		if (!this.#options.dataDir) rmSync(this.dataDir, { recursive: true, force: true });
	}
}
