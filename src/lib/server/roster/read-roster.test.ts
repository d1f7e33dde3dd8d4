import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { guessRosterFiles, readRosterFiles } from './read-roster';
import { describeProblem, hasErrors } from './roster-problem';

const NAMES = ['manifest', 'orgs', 'academicSessions', 'classes', 'users', 'enrollments'];
const demo = new Map<string, Uint8Array>();
beforeAll(async () => {
	for (const name of NAMES) {
		const bytes = await readFile(`src/lib/content/demo-school/${name}.csv`);
		demo.set(`${name}.csv`, new Uint8Array(bytes));
	}
});

describe('whatever comes', () => {
	const damage = fc.oneof(
		fc.record({ kind: fc.constant('cut'), at: fc.nat(), value: fc.constant('') }),
		fc.record({ kind: fc.constant('drop'), at: fc.nat(), value: fc.constant('') }),
		fc.record({
			kind: fc.constant('put'),
			at: fc.nat(),
			value: fc.constantFrom(
				'"',
				',',
				'\n',
				'\r',
				'\0',
				'\ufeff',
				';',
				'é',
				'","',
				'\n\n',
				'p'.repeat(600)
			)
		})
	);

	function damaged(
		bytes: Uint8Array,
		{ kind, at, value }: { kind: string; at: number; value: string }
	) {
		const place = at % (bytes.length + 1);
		if (kind === 'cut') return bytes.slice(0, place);
		return Uint8Array.from([
			...bytes.subarray(0, place),
			...strToU8(value),
			...bytes.subarray(place + (kind === 'drop' ? 1 : 0))
		]);
	}

	test('a damaged export is a roster or problems in sentences, never an exception', () => {
		fc.assert(
			fc.property(fc.constantFrom(...NAMES), fc.array(damage, { maxLength: 4 }), (name, all) => {
				const file = `${name}.csv`;
				const bytes = all.reduce(damaged, demo.get(file) ?? new Uint8Array());
				const { roster, problems } = readRosterFiles(new Map([...demo, [file, bytes]]));
				expect(roster === null).toBe(hasErrors(problems));
				for (const problem of problems) {
					const { where, happened, means, remedy } = describeProblem(problem, 'cy');
					expect(where).not.toBe('');
					expect(happened + means + remedy).not.toMatch(/\{\w+\}|undefined/);
				}
			}),
			{ numRuns: 150 }
		);
	});

	test('any bytes at all are answered', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('a.csv', 'pupils.csv', 'a.zip', 'users.csv'),
				fc.uint8Array({ maxLength: 300 }),
				(name, bytes) => {
					const { roster, problems } = readRosterFiles(new Map([[name, bytes]]));
					expect(roster !== null || problems.length > 0).toBe(true);
				}
			),
			{ numRuns: 300 }
		);
	});
});

test('a page learns the columns of a plain list and what they are taken for', () => {
	expect(
		guessRosterFiles(new Map([['x.csv', strToU8('Rhif,Enw,Cyfenw,Lliw\n1,Siân,Rees,coch\n')]]))
	).toEqual([
		{
			file: 'x.csv',
			headers: ['Rhif', 'Enw', 'Cyfenw', 'Lliw'],
			kind: null,
			columns: { sourceId: 'Rhif', firstName: 'Enw', surname: 'Cyfenw' }
		}
	]);
	expect(guessRosterFiles(demo)).toEqual([]);
});
