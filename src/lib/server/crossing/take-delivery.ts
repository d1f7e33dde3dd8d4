// Takes a delivery of envelopes: stored first, in one transaction, then acknowledged. Whether a signature
// is good and what is inside is looked at afterwards (open-envelopes.ts): a receipt needs only the
// commit, and nothing that might be a child's request is refused.
import { hash, sign } from 'node:crypto';
import type { Receipt, Receipts } from '$lib/crossing/receipt';
import { receiptsText } from '$lib/crossing/receipt';
import { MOST_ENVELOPES, recogniseLine } from '$lib/crossing/envelope';
import { envelopeKey, storeEnvelopes, type ArrivedEnvelope } from '../database/envelopes';
import type { RunningServer } from '../running';
import { NOBODYS, schoolsOfKiosks } from './schools-of-kiosks';

export type Delivery =
	/** `stored` are those that were not there before, to be opened now. */
	| { kind: 'taken'; receipts: Receipts; stored: ArrivedEnvelope[] }
	/** Not one line is an envelope: the only thing that is refused. */
	| { kind: 'no-envelopes'; line: number }
	| { kind: 'too-many' };

/** More than a kiosk sends, so that a later version may send more. */
const MOST_LINES = MOST_ENVELOPES * 4;

const digestOfLine = (line: string): string => hash('sha256', line, 'base64url');

/** `body` is lines of envelopes, in UTF-8. Throws only when the database does: then there is no receipt. */
export async function takeDelivery(
	running: RunningServer,
	body: string,
	now: number
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
	const stored = await storeEnvelopes(running.db, withSchool);
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
	const fresh = withSchool.filter((one) => stored.has(envelopeKey(one.envelopeId, one.digest)));
	return { kind: 'taken', receipts: { v: 1, at: now, receipts, signature }, stored: fresh };
}
