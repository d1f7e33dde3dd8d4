// docs/figures.md, written by the runs and never by hand.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import type { Figure } from '../../support/figure';
import { findBrowser } from '../../support/browser';
import { keptResults, type KeptResult } from './figure-results';

const PAGE = join(resolve(import.meta.dirname, '../../../docs'), 'figures.md');
const BYTES_OF_GIB = 1024 ** 3;

function firstLineOf(program: string, args: string[]): string | null {
	try {
		return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
			.trim()
			.split('\n')[0] as string;
	} catch {
		return null;
	}
}

function operatingSystem(): string {
	if (!existsSync('/etc/os-release')) return `${process.platform} ${release()}`;
	const name = /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
	return name ?? process.platform;
}

function browserVersion(): string {
	try {
		return firstLineOf(findBrowser(), ['--version'])?.trim() ?? 'unknown browser';
	} catch {
		return 'no browser';
	}
}

/** In words: cores, memory, system, Node, browser. */
export function thisMachine(): string {
	const [core] = cpus();
	return [
		`${cpus().length} × ${core?.model.trim() ?? 'unknown processor'}`,
		`${Math.round(totalmem() / BYTES_OF_GIB)} GiB`,
		operatingSystem(),
		`Node ${process.version.slice(1)}`,
		browserVersion()
	].join(', ');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function measuredText(result: KeptResult): string {
	if (result.notRun) return `not run: ${result.notRun}`;
	if (result.failed) return `broke off: ${result.failed}`;
	return Object.entries(result.measured)
		.map(
			([what, value]) => `${what} ${typeof value === 'number' ? value.toLocaleString('en') : value}`
		)
		.join('; ');
}

const holdsText = (holds: boolean | null) =>
	holds === null ? 'not run' : holds ? 'yes' : '**no**';

/** Renews the page from the results kept; a figure that never ran here is in it as such. */
export function writeFiguresPage(figures: readonly Figure[]): void {
	const results = keptResults();
	const machines = [...new Set(Object.values(results).map(({ machine }) => machine))];
	const rows = figures.map((figure) => {
		const result = results[figure.name];
		if (!result) {
			return [figure.name, figure.promise, 'not run', '', figure.target, 'not run', ''];
		}
		const machine = machines.length > 1 ? ` (${machines.indexOf(result.machine) + 1})` : '';
		return [
			figure.name,
			figure.promise,
			`${measuredText(result)} (${figure.unit})`,
			String(result.tries),
			figure.target,
			holdsText(result.holds),
			`${result.at.slice(0, 10)}${machine}`
		];
	});
	const lines = [
		'# Figures',
		'',
		'Written by `npm run figures -- write`, never by hand. Each row is a command: `npm run figures -- NAME`.',
		'',
		...machines.map((machine, i) =>
			machines.length > 1 ? `${i + 1}. ${machine}` : `Measured on ${machine}.`
		),
		'',
		'| figure | promise | measured | tries | target | holds | date |',
		'|---|---|---|---|---|---|---|',
		...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
		''
	];
	writeFileSync(PAGE, lines.join('\n'));
}
