// Builds the kiosk's own start beside kit's, and lists what the kiosk needs to start offline, and apart from
// it what may come later: what the calm space, the fonts of some children and rare letters need besides,
// which is large, and the decoder of badges, which most browsers have themselves. `$service-worker`'s own list holds the
// staff side too, so the lists are read off the finished bundle: everything that the kiosk's start reaches,
// and nothing else.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Manifest, Plugin, Rolldown } from 'vite';
import { classicScripts, soleScript } from './classic-scripts.ts';

export const SHELL_LIST = '_app/kiosk-shell.json';

/** Comes before it: a script of a few hundred bytes that imports nothing of the rest. */
const KIOSK_EARLY = resolve(import.meta.dirname, '../src/lib/kiosk/early.ts');
/** Where the child's side begins. */
export const KIOSK_START = resolve(import.meta.dirname, '../src/lib/kiosk/start.ts');

export interface ShellList {
	/** The scripts that the page names; they are in `shell` too. */
	early: string;
	start: string;
	shell: string[];
	later: string[];
	/** Those of `later` that nothing but the calm space needs. */
	calm: string[];
}

const isKioskPage = (module: string) => /\/src\/routes\/kiosk\/.*\.svelte$/.test(module);
const isCalmSpace = (module: string) => module.endsWith('/src/lib/kiosk/calm/CalmScreen.svelte');
/** The calm space, fonts other than Andika, and the decoder of badges. */
const comesLater = (module: string) =>
	isCalmSpace(module) ||
	/\/src\/lib\/kiosk\/looks\/(lexend|atkinson)\.ts$/.test(module) ||
	module.endsWith('/node_modules/qr/decode.js');

/** Letters that are neither Latin-1 nor of Europe's languages. */
const hasRareLetters = (asset: string) => asset.includes('/andika-latin-ext-');

interface Assets {
	importedCss: ReadonlySet<string>;
	importedAssets: ReadonlySet<string>;
}
const NO_ASSETS: Assets = { importedCss: new Set(), importedAssets: new Set() };

/** The styles and pictures that Vite notes for a chunk. */
const notedAt = (chunk: object): Assets =>
	(chunk as { viteMetadata?: Assets }).viteMetadata ?? NO_ASSETS;
const stylesOf = (chunk: object): string[] => [...notedAt(chunk).importedCss];
const assetsOf = (chunk: object): string[] => [
	...stylesOf(chunk),
	...notedAt(chunk).importedAssets
];

/** What the page that the server renders names besides: its styles, and their fonts and pictures. */
function assetsOfPage(bundle: Rolldown.OutputBundle): Set<string> {
	const assets = new Set<string>();
	const seen = new Set<string>();
	const take = (name: string) => {
		const file = bundle[name];
		if (file?.type !== 'chunk' || seen.has(name)) return;
		seen.add(name);
		for (const asset of assetsOf(file)) assets.add(asset);
		for (const next of file.imports) take(next);
	};
	for (const file of Object.values(bundle)) {
		if (file.type === 'chunk' && file.moduleIds.some(isKioskPage)) take(file.fileName);
	}
	return assets;
}

/** All that a chunk and these assets need, also later, without what lies behind a barred module. */
function reachedFrom(
	start: string,
	assets: ReadonlySet<string>,
	bundle: Rolldown.OutputBundle,
	isBarred: (module: string) => boolean
): Set<string> {
	const files = new Set<string>();
	const take = (name: string) => {
		const file = bundle[name];
		if (!file || files.has(name)) return;
		if (file.type === 'chunk' && file.moduleIds.some(isBarred)) return;
		files.add(name);
		if (file.type !== 'chunk') return;
		for (const asset of assetsOf(file)) files.add(asset);
		for (const next of [...file.imports, ...file.dynamicImports]) take(next);
	};
	take(start);
	return files.union(assets);
}

/** Kit reads the styles of a page off this, and would put those of every later screen into it. */
async function forgetLaterStyles(folder: string, starts: ReadonlySet<string>): Promise<void> {
	const file = join(folder, '.vite/manifest.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
	for (const chunk of Object.values(manifest)) {
		if (starts.has(chunk.file)) delete chunk.dynamicImports;
	}
	await writeFile(file, JSON.stringify(manifest));
}

export function kioskShell(): Plugin {
	let starts: ReadonlySet<string> = new Set();
	return {
		name: 'kiosk-shell',
		apply: 'build',
		applyToEnvironment: (environment) => environment.name === 'client',
		buildStart() {
			this.emitFile({ type: 'chunk', id: KIOSK_START, name: 'kiosk' });
		},
		generateBundle: {
			order: 'post',
			async handler(_options, bundle) {
				// The service worker is a bundle of its own.
				const start = Object.values(bundle).find(
					(file) => file.type === 'chunk' && file.facadeModuleId === KIOSK_START
				);
				if (!start) return;
				const pageAssets = assetsOfPage(bundle);
				const reached = (isBarred: (module: string) => boolean) =>
					reachedFrom(start.fileName, pageAssets, bundle, isBarred);
				const all = reached(() => false);
				const chunks = [...all].flatMap((name) => {
					const file = bundle[name];
					return file?.type === 'chunk' ? [file] : [];
				});
				const { first, paths, sources } = await classicScripts(start.fileName, chunks, stylesOf);
				starts = first;
				const early = await soleScript('early', KIOSK_EARLY);
				sources.set(early.path, early.source);
				for (const [fileName, source] of sources)
					this.emitFile({ type: 'asset', fileName, source });
				const asKept = (files: Iterable<string>) =>
					[...new Set([...files].map((name) => paths.get(name) ?? name))].sort();
				const now = [...reached(comesLater)].filter((name) => !hasRareLetters(name));
				const list: ShellList = {
					early: early.path,
					start: paths.get(start.fileName) ?? start.fileName,
					shell: asKept([early.path, ...now]),
					later: asKept(all.difference(new Set(now))),
					calm: asKept(all.difference(reached(isCalmSpace)))
				};
				this.emitFile({
					type: 'asset',
					fileName: SHELL_LIST,
					source: JSON.stringify(list)
				});
			}
		},
		async writeBundle({ dir }) {
			if (starts.size > 0 && dir) await forgetLaterStyles(dir, starts);
		}
	};
}
