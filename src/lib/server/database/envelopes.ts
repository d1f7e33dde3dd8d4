// Envelopes as they came, gaps between their counters, and what could not be accepted as it was.
import { sql } from 'kysely';
import type { Db } from './open';

export interface ArrivedEnvelope {
	schoolId: string;
	envelopeId: string;
	/** SHA-256 of the line, base64url. */
	digest: string;
	kioskId: string;
	counter: number;
	bootId: string;
	line: string;
	receivedAt: number;
}

const keyOf = (row: { envelope_id: string; digest: string }) => `${row.envelope_id} ${row.digest}`;

export const envelopeKey = (envelopeId: string, digest: string): string =>
	keyOf({ envelope_id: envelopeId, digest });

/** The oldest envelopes that nobody has opened yet. */
export async function unopenedEnvelopes(db: Db, most: number): Promise<ArrivedEnvelope[]> {
	const rows = await db
		.selectFrom('unopened_envelope as unopened')
		.innerJoin('envelope', (join) =>
			join
				.onRef('envelope.school_id', '=', 'unopened.school_id')
				.onRef('envelope.envelope_id', '=', 'unopened.envelope_id')
				.onRef('envelope.digest', '=', 'unopened.digest')
		)
		.selectAll('envelope')
		.orderBy('unopened.received_at')
		.orderBy('unopened.envelope_id')
		.limit(most)
		.execute();
	return rows.map((row) => ({
		schoolId: row.school_id,
		envelopeId: row.envelope_id,
		digest: row.digest,
		kioskId: row.kiosk_id,
		counter: row.counter,
		bootId: row.boot_id,
		line: row.line,
		receivedAt: row.received_at
	}));
}

/**
 * Takes those that nobody has opened yet; says which, so that no two processes record one. They are a
 * table of their own, since a mark on the envelope would write its whole 8 kB again.
 */
export async function claimOpened(
	db: Db,
	envelopes: readonly ArrivedEnvelope[]
): Promise<Set<string>> {
	if (envelopes.length === 0) return new Set();
	const rows = await db
		.deleteFrom('unopened_envelope')
		.where('school_id', 'in', [...new Set(envelopes.map((envelope) => envelope.schoolId))])
		.where(
			'envelope_id',
			'in',
			envelopes.map((envelope) => envelope.envelopeId)
		)
		.where(
			'digest',
			'in',
			envelopes.map((envelope) => envelope.digest)
		)
		.returning(['envelope_id', 'digest'])
		.execute();
	return new Set(rows.map(keyOf));
}

/** The ids among these of which another body is stored too: both are kept, and a lead looks. */
export async function otherBodies(
	db: Db,
	envelopes: readonly Pick<ArrivedEnvelope, 'schoolId' | 'envelopeId'>[]
): Promise<Set<string>> {
	if (envelopes.length === 0) return new Set();
	const rows = await db
		.selectFrom('envelope')
		.select('envelope_id')
		.where('school_id', 'in', [...new Set(envelopes.map(({ schoolId }) => schoolId))])
		.where(
			'envelope_id',
			'in',
			envelopes.map(({ envelopeId }) => envelopeId)
		)
		.groupBy('envelope_id')
		.having(sql<number>`count(*)`, '>', 1)
		.execute();
	return new Set(rows.map((row) => row.envelope_id));
}

export interface Quarantined {
	schoolId: string;
	envelopeId: string;
	digest: string;
	/** Why it could not be accepted as it was, as a word for the alarms page. */
	reason: string;
}

export async function quarantine(db: Db, rows: readonly Quarantined[], at: number): Promise<void> {
	if (rows.length === 0) return;
	await db
		.insertInto('quarantine')
		.values(
			rows.map((row) => ({
				school_id: row.schoolId,
				envelope_id: row.envelopeId,
				digest: row.digest,
				reason: row.reason,
				quarantined_at: at,
				looked_at_by: null,
				looked_at: null
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export interface CounterNews {
	schoolId: string;
	kioskId: string;
	/** Of verified envelopes that have just been opened, in any order. */
	counters: number[];
}

/** The most missing counters noted one by one; a larger jump is one alarm that says how many. */
const MOST_GAPS_NOTED = 1000;

/**
 * Notes counters that were skipped, and fills gaps that arrive late. Returns the kiosks of which some are
 * newly missing; whoever calls has them alarmed unless they arrive soon.
 */
export async function noteCounters(
	db: Db,
	news: readonly CounterNews[],
	at: number
): Promise<CounterNews[]> {
	if (news.length === 0) return [];
	const known = await highestCounters(db, news);
	const risen = new Map<CounterNews, number>();
	const withGaps: CounterNews[] = [];
	for (const ofKiosk of news) {
		const before = known.get(ofKiosk.kioskId);
		if (before === undefined) continue;
		const arrived = new Set(ofKiosk.counters);
		const late = [...arrived].filter((counter) => counter <= before);
		if (late.length > 0) await fillGaps(db, { ...ofKiosk, counters: late }, at);
		const highest = Math.max(before, ...arrived);
		if (highest === before) continue;
		risen.set(ofKiosk, highest);
		const missing: number[] = [];
		for (let counter = before + 1; counter < highest; counter++) {
			if (!arrived.has(counter)) missing.push(counter);
			if (missing.length >= MOST_GAPS_NOTED) break;
		}
		if (missing.length === 0) continue;
		await insertGaps(db, { ...ofKiosk, counters: missing }, at);
		withGaps.push(ofKiosk);
	}
	await raiseCounters(db, risen);
	return withGaps;
}

/** By kiosk. */
async function highestCounters(
	db: Db,
	news: readonly CounterNews[]
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom('kiosk')
		.select(['kiosk_id', 'highest_counter'])
		.where('school_id', 'in', [...new Set(news.map(({ schoolId }) => schoolId))])
		.where(
			'kiosk_id',
			'in',
			news.map(({ kioskId }) => kioskId)
		)
		.execute();
	return new Map(rows.map((row) => [row.kiosk_id, row.highest_counter]));
}

/** All in one statement: in the morning every kiosk of a school has something new. */
async function raiseCounters(db: Db, risen: ReadonlyMap<CounterNews, number>): Promise<void> {
	const kiosks = [...risen.keys()];
	if (kiosks.length === 0) return;
	const highest = [...risen].map(
		([{ kioskId }, counter]) => sql`when ${kioskId} then cast(${counter} as bigint)`
	);
	await db
		.updateTable('kiosk')
		.set({ highest_counter: sql<number>`case kiosk_id ${sql.join(highest, sql` `)} end` })
		.where('school_id', 'in', [...new Set(kiosks.map(({ schoolId }) => schoolId))])
		.where(
			'kiosk_id',
			'in',
			kiosks.map(({ kioskId }) => kioskId)
		)
		.execute();
}

async function fillGaps(db: Db, { schoolId, kioskId, counters }: CounterNews, at: number) {
	await db
		.updateTable('counter_gap')
		.set({ filled_at: at })
		.where('school_id', '=', schoolId)
		.where('kiosk_id', '=', kioskId)
		.where('counter', 'in', counters)
		.where('filled_at', 'is', null)
		.execute();
}

async function insertGaps(db: Db, { schoolId, kioskId, counters }: CounterNews, at: number) {
	await db
		.insertInto('counter_gap')
		.values(
			counters.map((counter) => ({
				school_id: schoolId,
				kiosk_id: kioskId,
				counter,
				noticed_at: at,
				filled_at: null
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Gaps of a kiosk that are still open. */
export async function openGaps(db: Db, schoolId: string, kioskId: string): Promise<number[]> {
	const rows = await db
		.selectFrom('counter_gap')
		.select('counter')
		.where('school_id', '=', schoolId)
		.where('kiosk_id', '=', kioskId)
		.where('filled_at', 'is', null)
		.orderBy('counter')
		.execute();
	return rows.map((row) => row.counter);
}
