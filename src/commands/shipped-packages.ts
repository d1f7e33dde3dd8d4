// What a tablet gets of other people's work: every package that the kiosk's page or its worker imports,
// followed through the packages themselves, since a dependency may bring others.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface ShippedPackage {
	name: string;
	version: string;
	/** SPDX. */
	licence: string;
	/** The first line of its licence that names the holder, or an empty text. */
	holder: string;
}

interface PackageFile {
	name: string;
	version: string;
	license?: string;
	exports?: unknown;
	browser?: unknown;
	module?: string;
	main?: string;
}

/** Kit and Svelte are put in by the build: no file of ours imports where they begin. */
const ROOTS = [
	'src/routes/kiosk/+page.svelte',
	'src/routes/kiosk/+layout.svelte',
	'src/service-worker/index.ts',
	'node_modules/@sveltejs/kit/src/runtime/client/entry.js',
	'node_modules/svelte/src/internal/client/index.js'
];
const CONDITIONS = ['browser', 'svelte', 'import', 'module', 'default'];
const ENDINGS = ['', '.ts', '.js', '.mjs', '.svelte', '.svelte.ts', '/index.ts', '/index.js'];
const IMPORTS = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;
const FONTS = /node_modules\/((?:@[^/'"]+\/)?[^/'"]+)\/files\//g;

const withoutComments = (text: string) =>
	text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
const withoutTypes = (text: string) => text.replace(/\b(?:import|export)\s+type\s[^;]+;/g, '');

/** In the order of their names. @throws Error when a package that is imported says no licence. */
export function shippedPackages(root: string): ShippedPackage[] {
	const names = new Set<string>();
	const seen = new Set<string>();
	const visit = (file: string) => {
		if (seen.has(file)) return;
		seen.add(file);
		const text = readFileSync(file, 'utf8');
		for (const [, name = ''] of text.matchAll(FONTS)) names.add(name);
		const [, inPackage] =
			/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file) ?? [];
		if (inPackage) names.add(inPackage);
		if (!/\.([cm]?[jt]s|svelte|css)$/.test(file)) return;
		for (const [, wanted = ''] of withoutTypes(withoutComments(text)).matchAll(IMPORTS)) {
			const found = fileOf(wanted.replace(/\?.*$/, ''), file, root);
			if (found) visit(found);
		}
	};
	for (const file of ROOTS) visit(resolve(root, file));
	return [...names].sort().map((name) => aboutPackage(name, root));
}

/** `null` for what the build itself makes up: `$app/…`, `$service-worker`. */
function fileOf(wanted: string, from: string, root: string): string | null {
	if (wanted.startsWith('$lib/')) return withEnding(join(root, 'src/lib', wanted.slice(5)));
	if (wanted.startsWith('.')) return withEnding(resolve(dirname(from), wanted));
	const [, name, inside] = /^((?:@[^/]+\/)?[^/$#:]+)(\/.*)?$/.exec(wanted) ?? [];
	const folder = name ? join(root, 'node_modules', name) : '';
	if (!name || !existsSync(join(folder, 'package.json'))) return null;
	const about = packageFile(folder);
	const target =
		exported(about.exports, `.${inside ?? ''}`) ??
		(inside ? `.${inside}` : (about.module ?? about.main ?? 'index.js'));
	return withEnding(join(folder, target));
}

function exported(exports: unknown, path: string): string | null {
	if (typeof exports === 'string') return path === '.' ? exports : null;
	if (!isRecord(exports)) return null;
	if (!Object.keys(exports).some((key) => key.startsWith('.'))) {
		return path === '.' ? byCondition(exports) : null;
	}
	return byCondition(exports[path]);
}

function byCondition(target: unknown): string | null {
	if (typeof target === 'string') return target;
	if (!isRecord(target)) return null;
	for (const [condition, next] of Object.entries(target)) {
		const found = CONDITIONS.includes(condition) ? byCondition(next) : null;
		if (found) return found;
	}
	return null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

function withEnding(path: string): string | null {
	for (const ending of ENDINGS) {
		const file = path + ending;
		if (/\.\w+$/.test(file) && existsSync(file)) return file;
	}
	return null;
}

const packageFile = (folder: string) =>
	JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile;

function aboutPackage(name: string, root: string): ShippedPackage {
	const folder = join(root, 'node_modules', name);
	const { version, license } = packageFile(folder);
	if (!license) throw new Error(`${name} says no licence.`);
	// Some have a text for each of two licences, and say in one of them whose it is.
	const files = readdirSync(folder).filter((one) => /^licen[cs]e/i.test(one));
	const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
	const line = text.split('\n').find((one) => /copyright\s+(\(c\)|©|\d)/i.test(one)) ?? '';
	return { name, version, licence: license, holder: line.trim() };
}
