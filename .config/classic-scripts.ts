// The kiosk's scripts as classic ones. A browser keeps the compiled form of a classic script that lies in
// the worker's cache, and of a module it does not: an old tablet would compile Svelte at every start. The
// reasons are in docs/decisions/0032-classic-scripts-on-the-tablet.md.
import { createHash } from 'node:crypto';
import { posix, resolve } from 'node:path';
import { rolldown, type InputOptions, type OutputOptions, type Plugin } from 'rolldown';
import { parseAst, type Rolldown } from 'vite';

const LOADER = resolve(import.meta.dirname, '../src/lib/kiosk/loaded-parts.ts');
const FOLDER = '_app/immutable/kiosk';
const CHUNK = '\0chunk:';

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

interface Node {
	type: string;
	start: number;
	end: number;
	[property: string]: unknown;
}

/** What a dynamic import needs that the start has not brought: `src/lib/kiosk/loaded-parts.ts`. */
interface Part {
	scripts: [name: string, path: string][];
	styles: string[];
}

export interface ClassicScripts {
	/** The chunk that the page begins with, and all that it imports statically. */
	first: ReadonlySet<string>;
	/** Chunk → its classic script; the first ones are one together. */
	paths: Map<string, string>;
	/** Path → source. */
	sources: Map<string, string>;
}

function* nodesIn(node: unknown): Generator<Node> {
	if (typeof node !== 'object' || node === null) return;
	if (typeof (node as Node).type === 'string') yield node as Node;
	for (const inner of Object.values(node)) yield* nodesIn(inner);
}

/** Vite wraps a dynamic import, to bring its styles and further scripts: `preload(() => …, […], import.meta.url)`. */
function wrappedIn({ type, arguments: given }: Node): Node | null {
	if (type !== 'CallExpression') return null;
	const [arrow, , from] = given as Node[];
	const isFromHere =
		from?.type === 'MemberExpression' && (from['object'] as Node).type === 'MetaProperty';
	return arrow?.type === 'ArrowFunctionExpression' && isFromHere ? arrow : null;
}

function pathOf({ source }: Node, from: string): string {
	const { value, quasis } = source as { value?: string; quasis?: { value: { cooked: string } }[] };
	const path = value ?? quasis?.[0]?.value.cooked;
	if (path === undefined) throw new Error(`${from} imports something whose name is not known.`);
	return posix.join(posix.dirname(from), path);
}

/** Without what only a module may say: dynamic imports go to the loader. */
function withoutModuleSyntax({ fileName, code }: Rolldown.OutputChunk): string {
	const changes: { start: number; end: number; text: string }[] = [];
	for (const node of nodesIn(parseAst(code).body)) {
		if (changes.some(({ start, end }) => node.start >= start && node.end <= end)) continue;
		const { start, end } = node;
		const wrapped = wrappedIn(node);
		// The loader brings what the part needs; what the arrow does with it stays.
		if (wrapped)
			changes.push(
				{ start, end: wrapped.start, text: '(' },
				{ start: wrapped.end, end, text: ')()' }
			);
		else if (node.type === 'ImportExpression')
			changes.push({ start, end, text: `cwtchParts.load("${pathOf(node, fileName)}")` });
		else if (node.type === 'MetaProperty')
			changes.push({ start, end, text: `({url:location.origin+"/${fileName}"})` });
	}
	return changes
		.sort((one, other) => other.start - one.start)
		.reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), code);
}

/** The chunk and what it imports statically, each after what it needs. */
function withImports(name: string, chunks: Chunks, found = new Set<string>()): Set<string> {
	const seen = new Set<string>();
	const take = (next: string) => {
		const chunk = chunks.get(next);
		if (!chunk || seen.has(next)) return;
		seen.add(next);
		for (const needed of chunk.imports) take(needed);
		found.add(next);
	};
	take(name);
	return found;
}

/** One classic function body of these chunks; others are asked of `require`. */
async function bundled(entry: string, chunks: Chunks, texts: Map<string, string>): Promise<string> {
	const inside: Plugin = {
		name: 'chunks',
		resolveId(source, importer) {
			if (source.startsWith(CHUNK) || source === LOADER) return source;
			const from = importer?.startsWith(CHUNK) ? importer.slice(CHUNK.length) : '';
			const name = posix.join(posix.dirname(from), source);
			if (texts.has(name)) return CHUNK + name;
			return chunks.has(name) ? { id: name, external: true } : null;
		},
		load: (id) => (id.startsWith(CHUNK) ? (texts.get(id.slice(CHUNK.length)) ?? null) : null)
	};
	return generated(
		{ input: CHUNK + entry, plugins: [inside] },
		{ format: 'cjs', exports: 'named' }
	);
}

async function generated(from: InputOptions, as: OutputOptions): Promise<string> {
	const build = await rolldown({ ...from, logLevel: 'silent' });
	const { output } = await build.generate({ ...as, minify: true });
	await build.close();
	return output[0].code.trim();
}

/** A script that is built by itself, with all that it imports. */
export async function soleScript(
	name: string,
	input: string
): Promise<{ path: string; source: string }> {
	const source = await generated({ input }, { format: 'iife' });
	return { path: pathFor(name, source), source };
}

const pathFor = (name: string, source: string): string => {
	const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
	return `${FOLDER}/${name.replace(/[^\w-]/g, '-')}.${hash}.js`;
};

/**
 * @param start the chunk that the page begins with
 * @param reached all chunks that it reaches
 * @param stylesOf the styles that come with a chunk
 */
export async function classicScripts(
	start: string,
	reached: readonly Rolldown.OutputChunk[],
	stylesOf: (chunk: Rolldown.OutputChunk) => string[]
): Promise<ClassicScripts> {
	const chunks: Chunks = new Map(reached.map((chunk) => [chunk.fileName, chunk]));
	const texts = new Map(reached.map((chunk) => [chunk.fileName, withoutModuleSyntax(chunk)]));
	const first = withImports(start, chunks);
	const paths = new Map<string, string>();
	const sources = new Map<string, string>();
	for (const { fileName, name } of reached) {
		if (first.has(fileName)) continue;
		const own = new Map([[fileName, texts.get(fileName) ?? '']]);
		const body = await bundled(fileName, chunks, own);
		const source = `cwtchParts.add("${fileName}",function(require,exports){${body}});`;
		const path = pathFor(name, source);
		paths.set(fileName, path);
		sources.set(path, source);
	}
	const parts: Record<string, Part> = {};
	for (const target of new Set(reached.flatMap(({ dynamicImports }) => dynamicImports))) {
		const needed = [...withImports(target, chunks)].filter((name) => !first.has(name));
		parts[target] = {
			scripts: needed.map((name) => [name, `/${paths.get(name) ?? ''}`]),
			styles: needed.flatMap((name) => {
				const chunk = chunks.get(name);
				return chunk ? stylesOf(chunk).map((path) => `/${path}`) : [];
			})
		};
	}
	const source = `(function(exports){${await startOf(start, first, chunks, texts, parts)}})({});`;
	const path = pathFor('start', source);
	for (const name of first) paths.set(name, path);
	sources.set(path, source);
	return { first, paths, sources };
}

/** The loader, then all that the start imports, so that later scripts find it, then the start itself. */
function startOf(
	start: string,
	first: ReadonlySet<string>,
	chunks: Chunks,
	texts: Map<string, string>,
	parts: Record<string, Part>
): Promise<string> {
	const needed = [...first].filter((name) => name !== start);
	const entry = [
		`import 'parts.js';`,
		...needed.map((name, at) => `import * as chunk${at} from '${name}';`),
		`import '${start}';`,
		...needed.map((name, at) => `cwtchParts.have('${name}', chunk${at});`)
	].join('\n');
	const table = `import { beginParts } from '${LOADER}'; beginParts(${JSON.stringify(parts)});`;
	const own = new Map([...first].map((name) => [name, texts.get(name) ?? '']));
	return bundled('entry.js', chunks, own.set('entry.js', entry).set('parts.js', table));
}
