// Compares what kiosks were acknowledged with what stands in the database: nothing may be missing, and
// nothing may stand there twice.
import { expect } from '@playwright/test';
import type { Db } from '$lib/server/database/open';
import type { SealedEntry } from './node-kiosk';

export interface Comparison {
	/** Acknowledged, and not there or not recorded. */
	lost: number;
	/** There more often than once, or recorded more often than once. */
	duplicated: number;
	/** The first few of them in words, for whoever looks for the cause. */
	examples: string[];
}

const MOST_EXAMPLES = 5;
const UNTIL_OPENED = { timeout: 60_000, intervals: [20] };

/** Rows that one envelope becomes. */
function expectedRows({ routing }: SealedEntry): {
	checkIns: number;
	hellos: number;
	asked: number;
} {
	if (routing.kind === 'urgent') return { checkIns: 0, hellos: 0, asked: 1 };
	if (routing.kind === 'need') return { checkIns: 1, hellos: 0, asked: 1 };
	if (routing.kind !== 'check-in') return { checkIns: 0, hellos: 0, asked: 0 };
	const { wish } = routing;
	return {
		checkIns: 1,
		hellos: wish.kind === 'hello' ? wish.adultIds.length : 0,
		asked: wish.kind === 'ask' ? 1 : 0
	};
}

const countOf = (ids: readonly string[]): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
};

/** Call it when everything has been opened. `kept` are envelopes that may or may not be there. */
export async function compareWithRows(
	db: Db,
	acknowledged: readonly SealedEntry[],
	kept: readonly SealedEntry[] = []
): Promise<Comparison> {
	const rows = await db.selectFrom('envelope').select(['envelope_id', 'digest']).execute();
	const stored = new Set(rows.map((row) => `${row.envelope_id} ${row.digest}`));
	const envelopes = countOf(rows.map((row) => row.envelope_id));
	const checkIns = countOf(
		(await db.selectFrom('check_in').select('check_in_id').execute()).map((r) => r.check_in_id)
	);
	const hellos = countOf(
		(await db.selectFrom('hello').select('hello_id').execute()).map((r) => r.hello_id)
	);
	const asked = countOf(
		(
			await db.selectFrom('talk_event').select('request_id').where('kind', '=', 'asked').execute()
		).map((r) => r.request_id)
	);
	const quarantined = new Map(
		(await db.selectFrom('quarantine').select(['envelope_id', 'reason']).execute()).map((row) => [
			row.envelope_id,
			row.reason
		])
	);
	const comparison: Comparison = { lost: 0, duplicated: 0, examples: [] };
	const note = (what: 'lost' | 'duplicated', example: string) => {
		comparison[what] += 1;
		if (comparison.examples.length < MOST_EXAMPLES) comparison.examples.push(example);
	};
	for (const entry of acknowledged) {
		if (!stored.has(`${entry.id} ${entry.digest}`)) {
			note('lost', `${entry.id}: acknowledged, and no row`);
			continue;
		}
		const expected = expectedRows(entry);
		for (const [what, found, wanted] of [
			['check-ins', checkIns.get(entry.id) ?? 0, expected.checkIns],
			['hellos', hellos.get(entry.id) ?? 0, expected.hellos],
			['requests', asked.get(entry.id) ?? 0, expected.asked]
		] as const) {
			if (found < wanted) {
				const reason = quarantined.get(entry.id);
				const where = reason ? `; in quarantine: ${reason}` : '';
				note('lost', `${entry.id}: ${found} ${what} instead of ${wanted}${where}`);
			}
			if (found > wanted) note('duplicated', `${entry.id}: ${found} ${what} instead of ${wanted}`);
		}
	}
	const made = new Set([...acknowledged, ...kept].map(({ id }) => id));
	for (const [id, count] of envelopes) {
		if (count > 1) note('duplicated', `${id}: ${count} rows`);
		if (!made.has(id)) note('duplicated', `${id}: a row that no kiosk made`);
	}
	return comparison;
}

/** Resolves when nothing waits to be opened. Throws when that takes longer than a minute. */
export async function everythingOpened(db: Db): Promise<void> {
	const waiting = async () => {
		const unopened = await db
			.selectFrom('unopened_envelope')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.executeTakeFirstOrThrow();
		return Number(unopened.count);
	};
	await expect.poll(waiting, { message: 'envelopes not opened yet', ...UNTIL_OPENED }).toBe(0);
}
