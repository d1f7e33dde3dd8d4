// Figures measure the production build. It is made anew when a source is younger, and by one process only.
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
import { FIGURES_FOLDER } from './figure-results';

const SOURCES = ['src', 'static', 'package.json', 'svelte.config.js', 'vite.config.ts'];
const LOCK = join(FIGURES_FOLDER, 'building');
const LOOK_AGAIN_MS = 250;

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
	const built = join(root, 'build/index.js');
	if (!existsSync(built)) return true;
	const builtAt = statSync(built).mtimeMs;
	return SOURCES.some((source) => youngest(join(root, source)) > builtAt);
}

/** The process that holds the lock, if it still lives. */
function holder(): number | null {
	try {
		const pid = Number(readFileSync(LOCK, 'utf8'));
		process.kill(pid, 0);
		return pid;
	} catch {
		return null;
	}
}

function takeLock(): boolean {
	mkdirSync(FIGURES_FOLDER, { recursive: true });
	if (existsSync(LOCK) && holder() === null) rmSync(LOCK, { force: true });
	try {
		writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
		return false;
	}
}

/** Throws when the build fails. */
export async function buildWhenOutdated(root: string): Promise<void> {
	while (!takeLock()) await setTimeout(LOOK_AGAIN_MS);
	try {
		if (!isOutdated(root)) return;
		process.stderr.write('figures: building the app\n');
		const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' });
		if (built.status !== 0) {
			throw new Error(`The app could not be built:\n${built.stdout}\n${built.stderr}`);
		}
	} finally {
		rmSync(LOCK, { force: true });
	}
}
