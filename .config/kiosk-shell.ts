// Builds the kiosk's own start beside kit's, and lists what the kiosk needs to start offline, and apart from
// it what may come later: what the calm space, the fonts of some children and rare letters need besides,
// which is large, and the decoder of badges, which most browsers have themselves. `$service-worker`'s own list holds the
// staff side too, so the lists are read off the finished bundle: everything that the kiosk's start reaches,
// and nothing else.
import { resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

export const SHELL_LIST = '_app/kiosk-shell.json';

/** Where the child's side begins. */
export const KIOSK_START = resolve(import.meta.dirname, '../src/lib/kiosk/start.ts');

export interface ShellList {
	/** The script that the page names; it is in `shell` too. */
	start: string;
	shell: string[];
	later: string[];
}

const isKioskPage = (module: string) => /\/src\/routes\/kiosk\/.*\.svelte$/.test(module);
/** The calm space, fonts other than Andika, and the decoder of badges. */
const comesLater = (module: string) =>
	/\/src\/lib\/kiosk\/(calm\/CalmScreen\.svelte|looks\/(lexend|atkinson)\.ts)$/.test(module) ||
	module.endsWith('/node_modules/qr/decode.js');

/** Letters that are neither Latin-1 nor of Europe's languages. */
const hasRareLetters = (asset: string) => asset.includes('/andika-latin-ext-');

/** The styles and pictures that Vite notes for a chunk. */
function assetsOf(chunk: object): string[] {
	const { viteMetadata } = chunk as {
		viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> };
	};
	return viteMetadata ? [...viteMetadata.importedCss, ...viteMetadata.importedAssets] : [];
}

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

export function kioskShell(): Plugin {
	return {
		name: 'kiosk-shell',
		apply: 'build',
		applyToEnvironment: (environment) => environment.name === 'client',
		buildStart() {
			this.emitFile({ type: 'chunk', id: KIOSK_START, name: 'kiosk' });
		},
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				// The service worker is a bundle of its own.
				const start = Object.values(bundle).find(
					(file) => file.type === 'chunk' && file.facadeModuleId === KIOSK_START
				);
				if (!start) return;
				const pageAssets = assetsOfPage(bundle);
				const reached = (barred: (module: string) => boolean): Set<string> => {
					const files = new Set<string>();
					const take = (name: string) => {
						const file = bundle[name];
						if (!file || files.has(name)) return;
						if (file.type === 'chunk' && file.moduleIds.some(barred)) return;
						files.add(name);
						if (file.type !== 'chunk') return;
						for (const asset of assetsOf(file)) files.add(asset);
						for (const next of [...file.imports, ...file.dynamicImports]) take(next);
					};
					take(start.fileName);
					for (const asset of pageAssets) files.add(asset);
					return files;
				};
				const all = reached(() => false);
				const now = reached(comesLater);
				const shell = new Set([...now].filter((file) => !hasRareLetters(file)));
				const list: ShellList = {
					start: start.fileName,
					shell: [...shell].sort(),
					later: [...all.difference(shell)].sort()
				};
				this.emitFile({
					type: 'asset',
					fileName: SHELL_LIST,
					source: JSON.stringify(list)
				});
			}
		}
	};
}
