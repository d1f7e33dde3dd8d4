// npm run roster: takes the school's people in from OneRoster files or CSV lists.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as newId } from 'uuid';
import { readConfig } from '$lib/server/config';
import { openDatabase, type OpenDatabase } from '$lib/server/database/open';
import { listSchools, type School } from '$lib/server/database/school';
import { importRoster, type ImportOutcome } from '$lib/server/roster/apply-import';
import { planImport, type ImportPlan } from '$lib/server/roster/plan-import';
import { planView } from '$lib/server/roster/plan-view';
import { readRoster } from '$lib/server/roster/read-roster';
import {
	PLAIN_FIELDS,
	type PlainField,
	type Roster,
	type RosterMapping
} from '$lib/server/roster/roster';
import { describeProblem, hasErrors, type RosterProblem } from '$lib/server/roster/roster-problem';
import { newSchool } from '$lib/server/set-up/school-defaults';

const HELP = `npm run roster -- import PATH [options]

PATH is a OneRoster 1.1 or 1.2 folder or zip, or a CSV list of pupils or staff (a file, folder or zip).
The school is the one in DATA_DIR (data/), or in PostgreSQL at DATABASE_URL.

  --dry-run          only say what would change; needs no school
  --school ID        which school, where there are several
  --create           make the school if there is none; set it up afterwards by the printed link
  --language LANG    language of a school that is made: en or cy (en)
  --many-may-leave   go on although a quarter of the pupils or more would leave
  --list FILE=KIND   what a CSV file lists: pupils or staff
  --column FILE:FIELD=HEADER   which column of a CSV file is what
                     (${PLAIN_FIELDS.join(', ')})
  --in LANG          language of what is said about the files: en or cy (en)
  --help

All of an import is written, or nothing. Nobody is deleted: who is not in the files leaves, and can come
back. Staff come in as lead or head if the files say so: whoever runs this command answers for it.
Exit code: 0 done, or nothing to do; 1 nothing was changed, and why stands above.`;

type Language = 'en' | 'cy';
class Refused extends Error {}

const options = {
	'dry-run': { type: 'boolean', default: false },
	school: { type: 'string' },
	create: { type: 'boolean', default: false },
	language: { type: 'string', default: 'en' },
	'many-may-leave': { type: 'boolean', default: false },
	list: { type: 'string', multiple: true },
	column: { type: 'string', multiple: true },
	in: { type: 'string', default: 'en' },
	help: { type: 'boolean', default: false }
} as const;

export async function main(args: string[]): Promise<number> {
	try {
		return await run(args);
	} catch (error) {
		const isExpected = error instanceof Refused || (error instanceof TypeError && 'code' in error);
		if (!isExpected) throw error;
		console.error(error.message);
		return 1;
	}
}

async function run(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [verb, path] = positionals;
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	if (verb !== 'import' || !path || positionals.length > 2) {
		console.error(HELP);
		return 1;
	}
	const language = languageOf(values.in);
	const { roster, problems } = await readRoster(
		path,
		mappingOf(values.list ?? [], values.column ?? [])
	);
	printProblems(problems, language);
	if (!roster || hasErrors(problems)) {
		console.error('Nothing was changed: put right what is marked above, then try again.');
		return 1;
	}
	const database = await openSchools(values['dry-run']);
	try {
		const outcome = await importInto(database, roster, {
			dryRun: values['dry-run'],
			school: values.school,
			create: values.create,
			language: languageOf(values.language),
			manyMayLeave: values['many-may-leave']
		});
		return printOutcome(outcome);
	} finally {
		await database?.close();
	}
}

function languageOf(text: string): Language {
	if (text === 'en' || text === 'cy') return text;
	throw new Refused(`The language is en or cy, not ${text}.`);
}

function mappingOf(lists: string[], columns: string[]): RosterMapping {
	const files: NonNullable<RosterMapping['files']> = {};
	const of = (file: string) => (files[file] ??= {});
	for (const list of lists) {
		const [, file, kind] = /^(.+)=(pupils|staff)$/.exec(list) ?? [];
		if (!file) throw new Refused(`--list wants FILE=pupils or FILE=staff, not ${list}.`);
		of(file).kind = kind === 'staff' ? 'staff' : 'pupils';
	}
	for (const column of columns) {
		const [, file, name, header] = /^([^:]+):([^=]+)=(.+)$/.exec(column) ?? [];
		const field = PLAIN_FIELDS.find((one): one is PlainField => one === name);
		if (!file || !field || !header) {
			throw new Refused(`--column wants FILE:FIELD=HEADER with a known field, not ${column}.`);
		}
		of(file).columns = { ...of(file).columns, [field]: header };
	}
	return { files };
}

/** A dry run leaves no trace: without a database it looks at an empty school. */
async function openSchools(dryRun: boolean): Promise<OpenDatabase | null> {
	const config = readConfig(process.env);
	const isThere = config.databaseUrl !== null || existsSync(join(config.dataDir, 'cwtch.sqlite'));
	return dryRun && !isThere ? null : openDatabase(config);
}

interface Wish {
	dryRun: boolean;
	school: string | undefined;
	create: boolean;
	language: Language;
	manyMayLeave: boolean;
}

type Outcome = ImportOutcome | { kind: 'dry-run'; plan: ImportPlan };

async function importInto(
	database: OpenDatabase | null,
	roster: Roster,
	wish: Wish
): Promise<Outcome> {
	const schools = database ? await listSchools(database.db) : [];
	if (wish.school && !schools.some(({ schoolId }) => schoolId === wish.school)) {
		throw new Refused(`There is no school ${wish.school} here. Nothing was changed.`);
	}
	if (!wish.school && schools.length > 1) {
		const list = schools.map(({ schoolId, name }) => `  ${schoolId}  ${name}`).join('\n');
		throw new Refused(`There are several schools here. Say which, with --school ID:\n${list}`);
	}
	const known = wish.school ?? schools[0]?.schoolId;
	if (!known && wish.dryRun) {
		return { kind: 'dry-run', plan: planImport(roster, { classes: [], pupils: [], staff: [] }) };
	}
	if (!database) throw new Error('Without a database there is only a dry run.');
	if (!known && !wish.create) {
		throw new Refused(
			'There is no school here yet. Set it up first (npm start prints the link), or add --create. Nothing was changed.'
		);
	}
	const how = {
		roster,
		actor: 'command',
		dryRun: wish.dryRun,
		mayNameLeads: true,
		manyMayLeave: wish.manyMayLeave
	};
	if (known) return importRoster(database, { ...how, schoolId: known });
	const school = schoolOf(roster, wish.language);
	return importRoster(database, { ...how, schoolId: school.schoolId, newSchool: school });
}

function schoolOf(roster: Roster, language: Language): School {
	const name = roster.school.name ?? (language === 'cy' ? 'Ysgol newydd' : 'New school');
	return newSchool({ schoolId: newId(), name, language, setUpAt: Date.now() });
}

function printProblems(problems: RosterProblem[], language: Language): void {
	for (const problem of problems) {
		const { where, happened, means, remedy } = describeProblem(problem, language);
		const severity = problem.severity === 'error' ? 'To put right' : 'To know';
		console.log(`${severity}: ${where}\n  ${happened}\n  ${means}\n  ${remedy}\n`);
	}
}

/** Numbers only: a terminal keeps what it shows. The staff page shows names. */
function printTable(plan: ImportPlan): void {
	const lines = planView(plan).map(({ kind, add, change, leave, comeBack, unchanged }) => [
		kind,
		...[add, change, leave, comeBack].map((names) => String(names.length)),
		String(unchanged)
	]);
	const table = [['', 'new', 'changed', 'leaving', 'back again', 'as before'], ...lines];
	for (const line of table) {
		console.log(line.map((cell, at) => (at === 0 ? cell.padEnd(10) : cell.padStart(11))).join(''));
	}
}

function printOutcome(outcome: Outcome): number {
	if (outcome.kind === 'other-school') {
		console.error(
			'These files are another school’s than those imported before: everybody would leave. Nothing was changed.'
		);
		return 1;
	}
	printTable(outcome.plan);
	for (const { displayName, role } of outcome.plan.rolesToConfirm) {
		console.log(`${displayName} comes in as ${role}.`);
	}
	if (outcome.kind === 'many-would-leave') {
		console.error(
			'A quarter of the pupils or more would leave: the files may not be whole. Nothing was changed. If it is right, add --many-may-leave.'
		);
		return 1;
	}
	const said = {
		'dry-run': 'A dry run: nothing was changed.',
		'nothing-new': 'Everything in these files is here already.',
		imported: 'Imported.'
	};
	console.log(said[outcome.kind]);
	return 0;
}
