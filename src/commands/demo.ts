// `npm run demo`: a demo school with its own data, its server, and where to look.
// `npm run demo -- --check`: a scripted child and a scripted adult go the whole path against it.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '$lib/server/config';
import { makePairingCode } from '$lib/server/kiosks/kiosks';
import { startServer } from '$lib/server/running';
import { nodeOptions } from '../../tests/support/app-server';
import { buildWhenOutdated } from '../../tests/support/build-when-outdated';
import { endsWithUs } from '../../tests/support/ends-with-us';
import { checkDemo } from './demo-check';
import { answerControl, type DemoControl } from './demo-control';
import { makeDemoSchool, readDemoSchool, writeDemoSchool, type DemoSchool } from './demo-school';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'build/index.js');
const DEFAULT_PORT = '4173';
const READY_TIMEOUT_MS = 20_000;
const HELP = `npm run demo              starts the demo school and prints where to look
npm run demo -- --check   goes the whole path against the running demo
Settings: PORT (${DEFAULT_PORT}), DEMO_DATA_DIR (data-demo).`;

export function demoEnvironment(): Record<string, string> {
	const port = process.env['PORT'] ?? DEFAULT_PORT;
	return {
		DATA_DIR: resolve(ROOT, process.env['DEMO_DATA_DIR'] ?? 'data-demo'),
		PORT: port,
		HOST: '127.0.0.1',
		ORIGIN: `http://localhost:${port}`,
		BODY_SIZE_LIMIT: '6M',
		LOG_LEVEL: 'warn',
		// So that nobody has to wait for Monday morning.
		SCHOOL_ALWAYS_OPEN: '1'
	};
}

async function prepareSchool(
	environment: Record<string, string>
): Promise<{ school: DemoSchool; code: string; restarted: boolean }> {
	const dataDir = environment['DATA_DIR'] ?? '';
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const running = await startServer(readConfig({ ...environment, LOG_LEVEL: 'silent' }));
	try {
		const known = readDemoSchool(dataDir);
		const school = known ?? (await makeDemoSchool(running));
		writeDemoSchool(dataDir, school);
		const { code } = await makePairingCode(running, {
			schoolId: school.schoolId,
			kioskName: school.className,
			place: 'class',
			classId: school.classId,
			madeBy: school.lead.staffId
		});
		return { school, code, restarted: known !== null };
	} finally {
		await running.close();
	}
}

class DemoServer implements DemoControl {
	readonly #environment: Record<string, string>;
	#child: ChildProcess | null = null;

	constructor(environment: Record<string, string>) {
		this.#environment = environment;
	}

	async start(): Promise<void> {
		if (this.#child) return;
		const [program, ...rest] = endsWithUs([process.execPath, ...nodeOptions(), BUILT]);
		const child = spawn(program, rest, {
			cwd: ROOT,
			env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1', ...this.#environment },
			stdio: ['ignore', 'inherit', 'inherit']
		});
		this.#child = child;
		const giveUpAt = Date.now() + READY_TIMEOUT_MS;
		while (Date.now() < giveUpAt) {
			if (child.exitCode !== null) break;
			try {
				const url = `http://127.0.0.1:${this.#environment['PORT']}/health`;
				if ((await fetch(url)).ok) return;
			} catch {
				// Not listening yet.
			}
			await pause(20);
		}
		throw new Error(
			`The demo's server did not start. Is another program using port ${this.#environment['PORT']}? Choose one with PORT=… npm run demo.`
		);
	}

	async stop(): Promise<void> {
		const child = this.#child;
		this.#child = null;
		if (!child || child.exitCode !== null) return;
		const gone = new Promise((done) => child.once('exit', done));
		child.kill('SIGKILL');
		await gone;
	}
}

function whereToLook(school: DemoSchool, code: string, origin: string, restarted: boolean): string {
	const signIn = ({ email, password }: DemoSchool['adult']) =>
		`${origin}/staff/sign-in#${new URLSearchParams({ email, password })}`;
	return `
Ysgol Cwm Enfys is ${restarted ? 'open again, with its data' : 'open'}. The people in it are invented.

The child's side (open it once in the browser that shall be the tablet; good for 15 minutes, once)
  ${origin}/kiosk#pair=${code.replace('-', '')}
  Then ${origin}/kiosk. In ${school.className}, ${school.child.firstName}'s special pictures are: ${school.child.pictures.join(', ')}.

The grown-ups' side
  ${school.adult.name}, class teacher: ${signIn(school.adult)}
  ${school.lead.name}, safeguarding lead: ${signIn(school.lead)}

The data is in ${process.env['DEMO_DATA_DIR'] ?? 'data-demo'}/; delete that folder to begin anew. Stop with Ctrl+C.
`;
}

export async function main(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		console.log(HELP);
		return 0;
	}
	const environment = demoEnvironment();
	if (args.includes('--check')) return checkDemo(environment);
	await buildWhenOutdated(ROOT);
	const { school, code, restarted } = await prepareSchool(environment);
	const server = new DemoServer(environment);
	const control = await answerControl(environment['DATA_DIR'] ?? '', server);
	const end = new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
	});
	try {
		await server.start();
		console.log(whereToLook(school, code, environment['ORIGIN'] ?? '', restarted));
		await end;
	} finally {
		await server.stop();
		control.close();
	}
	return 0;
}
