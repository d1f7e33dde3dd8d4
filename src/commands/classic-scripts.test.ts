// The kiosk's chunks as classic scripts, run here by a page of two lines.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rolldown } from 'vite';
import { classicScripts } from '../../.config/classic-scripts';

const FOLDER = '_app/immutable/chunks';

/** A finished chunk, with the imports that are read off its code. */
function chunk(name: string, code: string): Rolldown.OutputChunk {
	const found = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, to]) => `${FOLDER}/${to}`);
	return {
		fileName: `${FOLDER}/${name}.js`,
		name,
		code,
		imports: found(/from"\.\/([^"]+)"/g),
		dynamicImports: found(/import\(`\.\/([^`]+)`\)/g)
	} as unknown as Rolldown.OutputChunk;
}

const CHUNKS = [
	chunk('count', 'let n=0;function more(){n+=1}export{n as a,more as b};'),
	chunk(
		'start',
		'import{a as n,b as more}from"./count.js";const p=f=>f();more();' +
			'globalThis.shown={n:()=>n,open:()=>p(()=>import(`./calm.js`),[1],import.meta.url),' +
			'picture:new URL(`../assets/a.svg`,import.meta.url).href};export{p as t};'
	),
	chunk(
		'sounds',
		'import{b as more}from"./count.js";const chime=()=>{more();return`ding`};export{chime as c};'
	),
	chunk(
		'calm',
		'import{c}from"./sounds.js";import{a}from"./count.js";const d=()=>c()+a;export{d as default};'
	)
];

interface Shown {
	n(): number;
	open(): Promise<{ default(): string }>;
	picture: string;
}
const run = (source: string) => void new Function(source)();
const built = () =>
	classicScripts(`${FOLDER}/start.js`, CHUNKS, ({ name }) =>
		name === 'calm' ? ['_app/immutable/assets/calm.css'] : []
	);

let asked: string[] = [];
let sources = new Map<string, string>();

beforeEach(() => {
	asked = [];
	vi.stubGlobal('location', { origin: 'http://tablet' });
	vi.stubGlobal('document', {
		createElement: () => ({ remove: () => undefined }),
		head: {
			append({ src, href, onload }: { src?: string; href?: string; onload(): void }) {
				const path = (src ?? href ?? '').slice(1);
				asked.push(path);
				run(sources.get(path) ?? '');
				onload();
			}
		}
	});
});
afterEach(() => vi.unstubAllGlobals());

async function started(): Promise<Shown> {
	const classic = await built();
	sources = classic.sources;
	run(sources.get(classic.paths.get(`${FOLDER}/start.js`) ?? '') ?? '');
	return (globalThis as unknown as { shown: Shown }).shown;
}

describe('the kiosk’s chunks as classic scripts', () => {
	test('are one file for the start, and one for each chunk that comes later', async () => {
		const { first, paths, sources: files } = await built();
		expect([...first].sort()).toEqual([`${FOLDER}/count.js`, `${FOLDER}/start.js`]);
		expect(paths.get(`${FOLDER}/count.js`)).toBe(paths.get(`${FOLDER}/start.js`));
		expect(files.size).toBe(3);
		for (const source of files.values())
			expect(source).not.toMatch(/import\.meta|import\(|export\b/);
	});

	test('start without another file, and find pictures where they lie', async () => {
		const shown = await started();
		expect(shown.n()).toBe(1);
		expect(shown.picture).toBe('http://tablet/_app/immutable/assets/a.svg');
		expect(asked).toEqual([]);
	});

	test('bring what an import needs, styles too, and share what the start has', async () => {
		const shown = await started();
		const { default: calm } = await shown.open();
		expect(calm()).toBe('ding2');
		expect(shown.n()).toBe(2);
		expect(asked).toHaveLength(3);
		expect(asked).toContain('_app/immutable/assets/calm.css');
	});
});
