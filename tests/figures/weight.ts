// What a tablet has to load and keep for the child's side.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isCalmFile, isKeptFile } from '../../src/service-worker/kept-files';
import { AppServer } from '../support/app-server';
import type { Figure } from '../support/figure';
import {
	BUILT_CLIENT,
	gzippedBytes,
	plainBytes,
	scriptsNamedIn,
	shellList
} from './support/kiosk-scripts';

const MOST_FIRST_KB = 65;
const MOST_ALL_KB = 200;
const MOST_KEPT_KB = 1000;
const WORKER = 'service-worker.js';

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;
const isScript = (path: string): boolean => path.endsWith('.js');

export const figure: Figure = {
	name: 'weight',
	promise: 'The child’s side is light enough for an old tablet on a poor network.',
	unit: 'kB of script, gzip level 9; kB kept by the service worker, as they are on the disk',
	target: `script of the first screen at most ${MOST_FIRST_KB} kB; all script of the child’s side without what only the calm space needs, the worker’s and what is kept later included, at most ${MOST_ALL_KB} kB; the kept shell at most ${MOST_KEPT_KB} kB (the calm space, other fonts, rare letters and the decoder of badges are kept after it)`,
	tries: 1,
	async run() {
		const { html, preloads } = await kioskPage();
		const first = scriptsNamedIn(`${preloads} ${html}`);
		const { shell, later, calm } = shellList();
		const scripts = new Set([
			...first,
			...shell.filter(isScript),
			...later.filter(isScript),
			WORKER
		]);
		const statics = staticsThat(isKeptFile);
		const measured = {
			firstScreenKb: kilobytes(gzippedBytes(first)),
			withoutCalmKb: kilobytes(gzippedBytes(scripts.difference(new Set(calm)))),
			ofThatTheWorkerKb: kilobytes(gzippedBytes([WORKER])),
			withCalmKb: kilobytes(gzippedBytes(scripts)),
			keptKb: kilobytes(plainBytes([...shell, ...statics]) + Buffer.byteLength(html)),
			keptLaterKb: kilobytes(plainBytes([...later, ...staticsThat(isCalmFile)]))
		};
		return {
			measured,
			tries: 1,
			holds:
				measured.firstScreenKb <= MOST_FIRST_KB &&
				measured.withoutCalmKb <= MOST_ALL_KB &&
				measured.keptKb <= MOST_KEPT_KB
		};
	}
};

/** As the server sends it: what page and preloading header name is loaded before any tap. */
async function kioskPage(): Promise<{ html: string; preloads: string }> {
	const server = await AppServer.prepare();
	try {
		await server.start();
		const response = await fetch(`http://127.0.0.1:${server.port}/kiosk`);
		if (!response.ok) throw new Error(`/kiosk answered ${response.status}`);
		return { html: await response.text(), preloads: response.headers.get('link') ?? '' };
	} finally {
		await server.remove();
	}
}

/** What of static/ the worker keeps. Compressed copies stand beside the files in the build. */
function staticsThat(isWanted: (path: string) => boolean): string[] {
	return readdirSync(BUILT_CLIENT, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name).slice(BUILT_CLIENT.length + 1))
		.filter((path) => isWanted(`/${path}`));
}
