// Storing what arrived, byte for byte. Whoever stores says whether it is to be opened later.
import type { Insertable } from 'kysely';
import { envelopeKey, type ArrivedEnvelope } from './envelopes';
import type { Database, Db } from './open';
import { RowsStatement } from './rows-statement';
import type { Tables } from './schema';

type EnvelopeRow = Insertable<Tables['envelope']>;
type UnopenedRow = Insertable<Tables['unopened_envelope']>;

const envelopeRows = new RowsStatement<EnvelopeRow, Pick<EnvelopeRow, 'envelope_id' | 'digest'>>(
	['school_id', 'envelope_id', 'digest', 'kiosk_id', 'counter', 'boot_id', 'line', 'received_at'],
	(db, rows) =>
		db
			.insertInto('envelope')
			.values(rows)
			.onConflict((conflict) => conflict.doNothing())
			.returning(['envelope_id', 'digest'])
);

const unopenedRows = new RowsStatement<UnopenedRow, unknown>(
	['school_id', 'envelope_id', 'digest', 'received_at'],
	(db, rows) => db.insertInto('unopened_envelope').values(rows)
);

/** Stores what is not there yet; says which were, as `envelopeKey`. The caller opens them, in `tx`. */
export async function insertEnvelopes(
	tx: Db,
	arrived: readonly ArrivedEnvelope[]
): Promise<Set<string>> {
	const stored = await envelopeRows.run(
		tx,
		arrived.map((envelope) => ({
			school_id: envelope.schoolId,
			envelope_id: envelope.envelopeId,
			digest: envelope.digest,
			kiosk_id: envelope.kioskId,
			counter: envelope.counter,
			boot_id: envelope.bootId,
			line: envelope.line,
			received_at: envelope.receivedAt
		}))
	);
	return new Set(stored.map((row) => envelopeKey(row.envelope_id, row.digest)));
}

/** Stores what is not there yet, to be opened soon; says which were. Durable when it resolves. */
export async function storeEnvelopes(
	db: Database,
	arrived: readonly ArrivedEnvelope[]
): Promise<Set<string>> {
	if (arrived.length === 0) return new Set();
	return db.transaction().execute(async (tx) => {
		const stored = await insertEnvelopes(tx, arrived);
		const fresh = new Map(
			arrived.map((envelope) => [envelopeKey(envelope.envelopeId, envelope.digest), envelope])
		);
		await unopenedRows.run(
			tx,
			[...fresh]
				.filter(([key]) => stored.has(key))
				.map(([, envelope]) => ({
					school_id: envelope.schoolId,
					envelope_id: envelope.envelopeId,
					digest: envelope.digest,
					received_at: envelope.receivedAt
				}))
		);
		return stored;
	});
}
