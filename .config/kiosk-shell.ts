// Lists what the kiosk needs to start offline, and apart from it what the calm space and the fonts of some
// children need besides, which is large and may come later. `$service-worker`'s own list holds the staff side too, so the lists are read
// off the finished bundle: everything that the kiosk's page reaches, and nothing else.
import type { Plugin } from 'vite';

export const SHELL_LIST = '_app/kiosk-shell.json';

export interface ShellList {
	shell: string[];
	later: string[];
}

const isKioskPage = (module: string) => /\/src\/routes\/kiosk\/.*\.svelte$/.test(module);
/** The calm space, and fonts other than Andika. */
const comesLater = (module: string) =>
	/\/src\/lib\/kiosk\/(calm\/CalmScreen\.svelte|looks\/(lexend|atkinson)\.ts)$/.test(module);

/** The styles and pictures that Vite notes for a chunk. */
function assetsOf(chunk: object): string[] {
	const { viteMetadata } = chunk as {
		viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> };
	};
	return viteMetadata ? [...viteMetadata.importedCss, ...viteMetadata.importedAssets] : [];
}

/** Kit's own start, the outermost layout (0) and the error page (1), which every page has. */
const isFrame = (fileName: string) => /\/(entry\/(start|app)|nodes\/[01])\./.test(fileName);

export function kioskShell(): Plugin {
	return {
		name: 'kiosk-shell',
		applyToEnvironment: (environment) => environment.name === 'client',
		generateBundle: {
			order: 'post',
			handler(_options, bundle) {
				const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
				// The service worker is a bundle of its own.
				if (!chunks.some((chunk) => chunk.moduleIds.some(isKioskPage))) return;
				const reached = (barred: (module: string) => boolean): Set<string> => {
					const files = new Set<string>();
					const take = (name: string, dynamic: boolean) => {
						const file = bundle[name];
						if (!file || files.has(name)) return;
						if (file.type === 'chunk' && file.moduleIds.some(barred)) return;
						files.add(name);
						if (file.type !== 'chunk') return;
						for (const asset of assetsOf(file)) files.add(asset);
						for (const next of file.imports) take(next, dynamic);
						if (dynamic) for (const next of file.dynamicImports) take(next, true);
					};
					// The page first: what it loads later is taken too, also from a chunk that all pages share.
					for (const chunk of chunks) {
						if (chunk.moduleIds.some(isKioskPage)) take(chunk.fileName, true);
					}
					for (const chunk of chunks) if (isFrame(chunk.fileName)) take(chunk.fileName, false);
					return files;
				};
				const shell = reached(comesLater);
				const all = reached(() => false);
				const list: ShellList = {
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
