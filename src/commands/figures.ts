// `npm run figures -- NAME… | all | list | write [NAME…] [--tries N] [--as-built]`: runs the measured
// promises of tests/figures, each in a process of its own, and prints one JSON line for each.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
	keepResult,
	resumeStore,
	type FigureResult
} from '../../tests/figures/support/figure-results';
import { thisMachine, writeFiguresPage } from '../../tests/figures/support/figures-page';
import { buildWhenOutdated } from '../../tests/support/build-when-outdated';
import { endsWithUs } from '../../tests/support/ends-with-us';
import type { Figure } from '../../tests/support/figure';

const ROOT = resolve(import.meta.dirname, '../..');
const USAGE =
	'npm run figures -- NAME… | all | list | write [NAME…]   [--tries N]   [--as-built: no new build]';

const FOLDER = '../../tests/figures/';
const files = import.meta.glob<{ figure: Figure }>('../../tests/figures/*.ts');

const options = {
	tries: { type: 'string' },
	one: { type: 'string' },
	'as-built': { type: 'boolean' }
} as const;

async function loadFigure(name: string): Promise<Figure> {
	const load = files[`${FOLDER}${name}.ts`];
	if (!load) throw new Error(`There is no figure ${name}; \`npm run figures -- list\` names them.`);
	return (await load()).figure;
}

/** One that cannot even be loaded is in the list, and says why when it is run. */
async function loadFigureOrWhy(name: string): Promise<Figure> {
	try {
		return await loadFigure(name);
	} catch (error) {
		const why = `could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
		const run = () => Promise.reject(new Error(why));
		return { name, promise: why, unit: '', target: '', tries: 1, run };
	}
}

// Loaded before anything runs: Vite's runner is closed once this module stands. Whoever measures one
// figure loads no other.
const { one } = parseArgs({ options, allowPositionals: true, strict: false }).values;
const names = Object.keys(files).map((file) => file.slice(FOLDER.length, -'.ts'.length));
const figures = await Promise.all(
	(typeof one === 'string' ? [one] : names.sort()).map(loadFigureOrWhy)
);

/** In the figure's own process. Prints the JSON line and ends, whatever is still open. */
async function runOne(figure: Figure, triesGiven: number | null): Promise<never> {
	const tries = triesGiven ?? figure.tries;
	const { name, unit, target, promise } = figure;
	const say = (progress: string) => void process.stderr.write(`${name}: ${progress}\n`);
	const about = { name, unit, target, promise };
	const resume = resumeStore(name, tries);
	let result: FigureResult;
	try {
		const outcome = await figure.run({ tries, say, resume });
		resume.clear();
		result =
			'notRun' in outcome
				? { ...about, measured: {}, tries: 0, holds: null, notRun: outcome.notRun }
				: { ...about, ...outcome };
	} catch (error) {
		say(error instanceof Error ? (error.stack ?? error.message) : String(error));
		// The first line: the rest, for example what a server printed, went to stderr.
		const [why] = (error instanceof Error ? error.message : String(error)).split('\n');
		result = { ...about, measured: {}, tries: 0, holds: false, failed: why };
	}
	await new Promise((done) => process.stdout.write(`${JSON.stringify(result)}\n`, done));
	process.exit(0);
}

/** The result that the figure's process printed last. */
function runApart(figure: Figure, tries: string | undefined): Promise<FigureResult> {
	const own = ['--one', figure.name, ...(tries ? ['--tries', tries] : [])];
	const script = ['--no-warnings', '.config/run-script.ts', 'src/commands/figures.ts'];
	const [program, ...rest] = endsWithUs([process.execPath, ...script, ...own]);
	const child = spawn(program, rest, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
	let printed = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
	return new Promise((done) => {
		child.once('close', (code) => {
			const last = printed.trimEnd().split('\n').at(-1) ?? '';
			try {
				done(JSON.parse(last) as FigureResult);
			} catch {
				const { name, unit, target, promise } = figure;
				const failed = `its process ended with ${code} and printed no result`;
				done({ name, unit, target, promise, measured: {}, tries: 0, holds: false, failed });
			}
		});
	});
}

function jsonLine(result: FigureResult): string {
	const { name, measured, unit, tries, target, holds, notRun, failed } = result;
	return JSON.stringify({ name, measured, unit, tries, target, holds, notRun, failed });
}

/** Those named, or `null` after saying which name is unknown. */
function chosenFigures(chosen: readonly string[]): Figure[] | null {
	if (chosen.length === 0 || chosen.includes('all')) return figures;
	const unknown = chosen.filter((name) => !names.includes(name));
	if (unknown.length > 0) {
		console.error(`There is no figure ${unknown.join(', ')}; known are ${names.join(', ')}.`);
		return null;
	}
	return figures.filter(({ name }) => chosen.includes(name));
}

/** 0 when every figure holds, 1 when one falls short or could not be run, 2 when the command is not understood. */
export async function main(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
	const { tries } = values;
	if (tries !== undefined && !(Number(tries) > 0 && Number.isInteger(Number(tries)))) {
		console.error(`--tries wants a whole number above 0, not ${tries}.`);
		return 2;
	}
	const [first, ...rest] = positionals;
	if (values.one) {
		const [figure] = figures;
		if (figure) return runOne(figure, tries === undefined ? null : Number(tries));
	}
	if (!first) {
		console.error(USAGE);
		return 2;
	}
	if (first === 'list') {
		for (const figure of figures) console.log(`${figure.name}: ${figure.promise}`);
		return 0;
	}
	const isWriting = first === 'write';
	const chosen = chosenFigures(isWriting ? rest : positionals);
	if (!chosen) return 2;
	if (!values['as-built']) await buildWhenOutdated(ROOT);
	let short = 0;
	for (const figure of chosen) {
		const result = await runApart(figure, tries);
		keepResult(result, thisMachine());
		if (isWriting) writeFiguresPage(figures);
		if (result.holds !== true) short += 1;
		console.log(jsonLine(result));
	}
	return short > 0 ? 1 : 0;
}
