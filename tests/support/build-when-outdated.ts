// Figures, pictures and the demo show the production build. It is made anew when something that goes into
// it is younger, and by one process only.
import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const SOURCES = [
	'src',
	'static',
	'.config',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];
const BUILT = 'build/index.js';
const LOOK_AGAIN_MS = 250;

/** When something below the path was changed last, ms. */
function youngest(path: string): number {
	const about = statSync(path);
	if (!about.isDirectory()) return about.mtimeMs;
	return Math.max(
		0,
		...readdirSync(path)
			.filter((name) => !name.includes('.test.'))
			.map((name) => youngest(join(path, name)))
	);
}

function isOutdated(root: string): boolean {
	const built = join(root, BUILT);
	if (!existsSync(built)) return true;
	const builtAt = statSync(built).mtimeMs;
	return SOURCES.map((source) => join(root, source)).some(
		(source) => existsSync(source) && youngest(source) > builtAt
	);
}

/** The process that holds the lock, if it still lives. */
function holder(lock: string): number | null {
	try {
		const pid = Number(readFileSync(lock, 'utf8'));
		process.kill(pid, 0);
		return pid;
	} catch {
		return null;
	}
}

function take(lock: string): boolean {
	if (existsSync(lock) && holder(lock) === null) rmSync(lock, { force: true });
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
		return false;
	}
}

/** @throws what the build printed, when it fails */
export async function buildWhenOutdated(root: string): Promise<void> {
	const folder = join(root, '.figures');
	const lock = join(folder, 'building');
	mkdirSync(folder, { recursive: true });
	while (!take(lock)) await setTimeout(LOOK_AGAIN_MS);
	try {
		if (!isOutdated(root)) return;
		process.stderr.write('Building …\n');
		const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' });
		if (built.status !== 0) {
			throw new Error(`The app could not be built:\n${built.stdout}\n${built.stderr}`);
		}
	} finally {
		rmSync(lock, { force: true });
	}
}
