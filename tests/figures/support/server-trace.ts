// What the server asks of the disk, seen from outside with strace: every write and sync of SQLite's log,
// in order with the answers it sends.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianProgram } from '../../support/browser';

export type TraceEvent =
	/** Into SQLite's write-ahead log. */
	| { kind: 'log-write'; ok: boolean }
	| { kind: 'log-sync'; ok: boolean }
	/** A kiosk's delivery has begun to arrive. */
	| { kind: 'request' }
	/** An answer with receipts goes to the kiosk. */
	| { kind: 'answer' };

export interface Injection {
	call: 'pwrite64' | 'fsync';
	error: 'ENOSPC' | 'EIO';
	/** The n-th such call from the moment of attaching, or every one from the n-th on. */
	nth: number;
	fromThenOn: boolean;
}

/** A tracer that is attached to a running process until `stop`. */
export class ServerTrace {
	readonly #tracer: ChildProcess;
	readonly #folder: string;

	private constructor(tracer: ChildProcess, folder: string) {
		this.#tracer = tracer;
		this.#folder = folder;
	}

	/** The program, installed if need be; `null` where it cannot be had. */
	static program(): string | null {
		return debianProgram('/usr/bin/strace', 'strace');
	}

	/** Resolves when it is attached. Throws when it may not trace. */
	static async attach(pid: number, injection?: Injection): Promise<ServerTrace> {
		const program = ServerTrace.program();
		if (!program) throw new Error('strace is not here.');
		const folder = mkdtempSync(join(tmpdir(), 'cwtch-trace-'));
		const inject = injection
			? [
					'-e',
					`inject=${injection.call === 'fsync' ? 'fsync,fdatasync' : injection.call}:error=${injection.error}:when=${injection.nth}${injection.fromThenOn ? '+' : ''}`
				]
			: [];
		const tracer = spawn(
			program,
			[
				...['-f', '-y', '-s', '64', '-o', join(folder, 'trace'), '-p', String(pid)],
				...['-e', 'trace=pwrite64,fsync,fdatasync,read,write,writev', ...inject]
			],
			{ stdio: ['ignore', 'ignore', 'pipe'] }
		);
		await new Promise<void>((resolve, reject) => {
			let said = '';
			tracer.stderr?.setEncoding('utf8').on('data', (text: string) => {
				said += text;
				if (said.includes('attached')) resolve();
			});
			tracer.once('exit', () => reject(new Error(`strace could not attach: ${said.trim()}`)));
		});
		return new ServerTrace(tracer, folder);
	}

	/** Lets go of the process, which goes on, and says what was seen and how many calls were made to fail. */
	async stop(): Promise<{ events: TraceEvent[]; injected: number }> {
		const gone = new Promise((resolve) => this.#tracer.once('close', resolve));
		this.#tracer.kill('SIGINT');
		await gone;
		const trace = readFileSync(join(this.#folder, 'trace'), 'utf8');
		rmSync(this.#folder, { recursive: true, force: true });
		return {
			events: trace.split('\n').flatMap((line) => eventOf(line) ?? []),
			injected: trace.split('(INJECTED)').length - 1
		};
	}
}

function eventOf(line: string): TraceEvent | null {
	const ok = !line.includes(' = -1 ');
	if (/\bpwrite64\(\d+<[^>]*cwtch\.sqlite-wal>/.test(line)) return { kind: 'log-write', ok };
	if (/\b(fsync|fdatasync)\(\d+<[^>]*cwtch\.sqlite-wal>/.test(line))
		return { kind: 'log-sync', ok };
	if (/\bread\(\d+<(TCP|socket).*"POST \/crossing\/v1\/envelopes/.test(line))
		return { kind: 'request' };
	if (/\bwritev?\(\d+<(TCP|socket).*HTTP\/1\.1 200 OK/.test(line)) return { kind: 'answer' };
	return null;
}

export interface CommitsOfAnswers {
	answers: number;
	/** Answers between whose request and themselves nothing was written and synced. */
	withoutCommit: number;
	/** Answers at a moment when something was written and not synced. */
	beforeSync: number;
	/** The fewest syncs between a request and its answer. */
	fewestSyncs: number;
}

/** Looks at each answer of a kiosk that sends one delivery after the other. */
export function commitsOfAnswers(events: readonly TraceEvent[]): CommitsOfAnswers {
	const found = { answers: 0, withoutCommit: 0, beforeSync: 0, fewestSyncs: Infinity };
	let unsynced = 0;
	let written = 0;
	let synced = 0;
	for (const event of events) {
		if (event.kind === 'request') {
			written = 0;
			synced = 0;
		} else if (event.kind === 'log-write' && event.ok) {
			unsynced += 1;
			written += 1;
		} else if (event.kind === 'log-sync' && event.ok) {
			unsynced = 0;
			synced += 1;
		} else if (event.kind === 'answer') {
			found.answers += 1;
			if (written === 0 || synced === 0) found.withoutCommit += 1;
			if (unsynced > 0) found.beforeSync += 1;
			found.fewestSyncs = Math.min(found.fewestSyncs, synced);
		}
	}
	return found;
}
