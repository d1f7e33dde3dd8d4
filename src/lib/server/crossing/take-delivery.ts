// Takes a delivery of envelopes: stored, in one transaction, then acknowledged. Whether a signature is good
// and what is inside is looked at by the opener (open-envelopes.ts) and decides nothing here: a receipt
// needs only the commit, and nothing that might be a child's request is refused.
import { hash, sign } from 'node:crypto';
import type { Receipt, Receipts } from '$lib/crossing/receipt';
import { receiptsText } from '$lib/crossing/receipt';
import { MOST_ENVELOPES, recogniseLine } from '$lib/crossing/envelope';
import { envelopeKey, type ArrivedEnvelope } from '../database/envelopes';
import { storeEnvelopes } from '../database/store-envelopes';
import type { RunningServer } from '../running';
import { NOBODYS, schoolsOfKiosks } from './schools-of-kiosks';

export type Delivery =
	| { kind: 'taken'; receipts: Receipts }
	/** Not one line is an envelope: the only thing that is refused. */
	| { kind: 'no-envelopes'; line: number }
	| { kind: 'too-many' };

/** More than a kiosk sends, so that a later version may send more. */
const MOST_LINES = MOST_ENVELOPES * 4;

const digestOfLine = (line: string): string => hash('sha256', line, 'base64url');

/** Makes durable what is not there yet, and says which were, as `envelopeKey`. */
type Store = (arrived: readonly ArrivedEnvelope[]) => Promise<Set<string>>;

/** `body` is lines of envelopes, in UTF-8. Throws only when the database does: then there is no receipt. */
export async function takeDelivery(
	running: RunningServer,
	body: string,
	now: number,
	store: Store = (arrived) => storeEnvelopes(running.db, arrived)
): Promise<Delivery> {
	const lines = body.split('\n').filter((line) => line.trim() !== '');
	if (lines.length === 0) return { kind: 'no-envelopes', line: 1 };
	if (lines.length > MOST_LINES) return { kind: 'too-many' };

	const arrived: Omit<ArrivedEnvelope, 'schoolId'>[] = [];
	const answers: { id: string; digest: string; cover: boolean }[] = [];
	for (const [index, line] of lines.entries()) {
		const recognised = recogniseLine(line);
		if (!recognised) return { kind: 'no-envelopes', line: index + 1 };
		const { id, kiosk, counter, boot, cover } = recognised;
		const digest = digestOfLine(line);
		answers.push({ id, digest, cover });
		if (cover) continue;
		arrived.push({
			envelopeId: id,
			digest,
			kioskId: kiosk,
			counter,
			bootId: boot,
			line,
			receivedAt: now
		});
	}

	const schools = await schoolsOfKiosks(running, new Set(arrived.map(({ kioskId }) => kioskId)));
	const withSchool = arrived.map((envelope) => ({
		...envelope,
		schoolId: schools.get(envelope.kioskId) ?? NOBODYS
	}));
	const stored = await store(withSchool);
	const receipts: Receipt[] = answers.map(({ id, digest, cover }) => ({
		id,
		digest,
		outcome: cover || stored.has(envelopeKey(id, digest)) ? 'stored' : 'duplicate'
	}));
	const signature = sign(
		null,
		Buffer.from(receiptsText(now, receipts)),
		running.keys.signing.privateKey
	).toString('base64url');
	return { kind: 'taken', receipts: { v: 1, at: now, receipts, signature } };
}
