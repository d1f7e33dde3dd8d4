// Loads what comes after the start, in the built app: classic scripts, each one function, since a browser
// keeps their compiled form. `.config/classic-scripts.ts` writes them, and calls this in the place of
// `import()`.

/** What a part needs that is not there from the start. */
export interface Part {
	/** Each after those that it needs. */
	scripts: [name: string, path: string][];
	styles: string[];
}

type Exports = Record<string, unknown>;
type Make = (require: (name: string) => Exports | undefined, exports: Exports) => void;

declare global {
	var cwtchParts: {
		/** A script has come; it is run when all that it needs is there. */
		add(name: string, make: Make): void;
		/** Part of the start. */
		have(name: string, exports: Exports): void;
		/** Rejects when something cannot come; the next call asks for it again. */
		load(name: string): Promise<Exports>;
	};
}

/** Puts the element into the page. */
function brought(element: HTMLElement): Promise<void> {
	return new Promise((loaded, failed) => {
		element.onload = () => loaded();
		element.onerror = () => {
			element.remove();
			failed(new Error('A part of the child’s side cannot be had.'));
		};
		document.head.append(element);
	});
}

const script = (path: string): HTMLElement =>
	Object.assign(document.createElement('script'), { src: path });

const style = (path: string): HTMLElement =>
	Object.assign(document.createElement('link'), { rel: 'stylesheet', href: path });

export function beginParts(parts: Record<string, Part>): void {
	const come = new Map<string, Make>();
	const made = new Map<string, Exports>();
	const asked = new Map<string, Promise<void>>();

	const once = (path: string, element: (path: string) => HTMLElement): Promise<void> => {
		const coming =
			asked.get(path) ??
			brought(element(path)).catch((reason: unknown) => {
				asked.delete(path);
				throw reason;
			});
		asked.set(path, coming);
		return coming;
	};

	const run = (name: string) => {
		const make = come.get(name);
		if (made.has(name) || !make) return;
		const exports: Exports = {};
		make((needed) => made.get(needed), exports);
		made.set(name, exports);
	};

	globalThis.cwtchParts = {
		add: (name, make) => void come.set(name, make),
		have: (name, exports) => void made.set(name, exports),
		async load(name) {
			const { scripts, styles } = parts[name] ?? { scripts: [], styles: [] };
			await Promise.all([
				...styles.map((path) => once(path, style)),
				...scripts.map(([, path]) => once(path, script))
			]);
			for (const [needed] of scripts) run(needed);
			const exports = made.get(name);
			if (!exports) throw new Error(`${name} did not come whole.`);
			return exports;
		}
	};
}
