// Other people's offline stores, to measure beside. They are no dependencies of this project: the figure
// installs them into a folder that git ignores, and bundles a page for each.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { endsWithUs } from '../../support/ends-with-us';
import { freePort } from '../../support/postgres';

const FOLDER = resolve(import.meta.dirname, '../../../.figures/peers');
const SOURCES = resolve(import.meta.dirname, '../references/peers');
const INSTALL_TIMEOUT_MS = 300_000;
/** All of one time, so that a figure of today can be measured again. */
const PACKAGES = {
	events: '3.3.0',
	'express-pouchdb': '4.2.0',
	'pouchdb-adapter-leveldb': '9.0.0',
	'pouchdb-browser': '9.0.0',
	'pouchdb-node': '9.0.0',
	rxdb: '17.6.0',
	rxjs: '7.8.2',
	'workbox-background-sync': '7.4.1'
};
const PAGES = ['rxdb', 'pouchdb', 'workbox', 'workbox-worker'];

/** Why they cannot be had, or `null` when they are there. */
export async function installPeers(): Promise<string | null> {
	mkdirSync(FOLDER, { recursive: true });
	if (!existsSync(join(FOLDER, 'node_modules/rxdb'))) {
		const about = { private: true, type: 'module', dependencies: PACKAGES };
		writeFileSync(join(FOLDER, 'package.json'), JSON.stringify(about));
		const installed = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], {
			cwd: FOLDER,
			encoding: 'utf8',
			timeout: INSTALL_TIMEOUT_MS
		});
		if (installed.status !== 0) {
			rmSync(join(FOLDER, 'node_modules'), { recursive: true, force: true });
			return `npm could not install ${Object.keys(PACKAGES).join(', ')}`;
		}
	}
	await bundle();
	return null;
}

/** From beside their packages, which is where an import finds them. */
async function bundle(): Promise<void> {
	const sources = join(FOLDER, 'source');
	mkdirSync(sources, { recursive: true });
	for (const file of readdirSync(SOURCES)) copyFileSync(join(SOURCES, file), join(sources, file));
	for (const name of PAGES) {
		await build({
			root: FOLDER,
			configFile: false,
			logLevel: 'error',
			define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
			build: {
				outDir: 'scripts',
				emptyOutDir: false,
				lib: { entry: join(sources, `${name}.mjs`), formats: ['es'], fileName: () => `${name}.js` }
			}
		});
	}
}

export class PeerServer {
	private constructor(
		readonly origin: string,
		private readonly data: string,
		private readonly child: ChildProcess
	) {}

	static async start(): Promise<PeerServer> {
		const data = mkdtempSync(join(tmpdir(), 'cwtch-peers-'));
		const port = await freePort();
		const server = join(FOLDER, 'source/server.mjs');
		const scripts = join(FOLDER, 'scripts');
		const [program, ...rest] = endsWithUs([
			process.execPath,
			'--no-warnings',
			server,
			String(port),
			data,
			scripts
		]);
		const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'], cwd: data });
		await new Promise<void>((ready, reject) => {
			child.once('exit', (code) => reject(new Error(`The peers' server ended (${code}).`)));
			child.stdout.once('data', () => ready());
		});
		return new PeerServer(`http://localhost:${port}`, data, child);
	}

	async remove(): Promise<void> {
		const gone = new Promise((done) => this.child.once('exit', done));
		this.child.kill('SIGKILL');
		await gone;
		rmSync(this.data, { recursive: true, force: true });
	}
}
