// A tablet becomes a kiosk by a one-time code, and stops being one when it is revoked.
import { createHmac, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import {
	PAIRING_ALPHABET,
	PAIRING_CODE_LENGTH,
	type PairingAnswer,
	type PairingRequest
} from '$lib/crossing/pairing';
import { writeAudit } from '../database/audit';
import {
	deletePairingCodesExpiredBefore,
	hasCurrentClass,
	insertKiosk,
	insertPairingCode,
	kiosksOfSchool,
	markKioskRevoked,
	usePairingCode
} from '../database/kiosks';
import type { Db } from '../database/open';
import { deleteAnswerTokensOfKiosk } from '../database/secret-pictures';
import { announce } from '../live/announce';
import { cleanText } from '../roster/person-name';
import type { RunningServer } from '../running';

export const PAIRING_CODE_LIFETIME_MS = 15 * 60 * 1000;
/** Kept a while after their time, so that the office still sees what became of one. */
const USED_CODES_KEPT_MS = 24 * 60 * 60 * 1000;

type Place = 'class' | 'cwtch' | 'corridor';

/** Without dash, spaces and case. */
const codeAsTyped = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

// Peppered: a code is short enough to be found from its bare hash by whoever reads the database.
const codeHash = (running: RunningServer, code: string) =>
	createHmac('sha256', running.keys.pepper)
		.update(`pairing-code\n${codeAsTyped(code)}`)
		.digest('base64url');

function newCode(): string {
	const letters = Array.from(
		{ length: PAIRING_CODE_LENGTH },
		() => PAIRING_ALPHABET[randomInt(PAIRING_ALPHABET.length)]
	);
	const half = PAIRING_CODE_LENGTH / 2;
	return `${letters.slice(0, half).join('')}-${letters.slice(half).join('')}`;
}

/**
 * A code like `ABCD-EFGH` that makes one tablet a kiosk within 15 minutes. Only its hash is kept: show
 * it now. `expiresAt` in milliseconds.
 * @throws Error when `classId` is no current class of this school.
 */
export async function makePairingCode(
	running: RunningServer,
	wanted: {
		schoolId: string;
		kioskName: string;
		place: Place;
		classId: string | null;
		/** A staff id. */
		madeBy: string;
	}
): Promise<{ code: string; expiresAt: number }> {
	const { schoolId, kioskName, place, classId, madeBy } = wanted;
	const now = Date.now();
	const code = newCode();
	const expiresAt = now + PAIRING_CODE_LIFETIME_MS;
	await running.db.transaction().execute(async (tx) => {
		if (classId !== null && !(await hasCurrentClass(tx, schoolId, classId))) {
			throw new Error(`No current class ${classId} in school ${schoolId}`);
		}
		await deletePairingCodesExpiredBefore(tx, schoolId, now - USED_CODES_KEPT_MS);
		await insertPairingCode(tx, {
			school_id: schoolId,
			code_hash: codeHash(running, code),
			kiosk_name: cleanText(kioskName),
			place,
			class_id: classId,
			made_by: madeBy,
			expires_at: expiresAt,
			used_at: null
		});
		await writeAudit(tx, {
			at: now,
			schoolId,
			actor: madeBy,
			action: 'pairing-code-made',
			subject: classId ?? place,
			detail: { expiresAt }
		});
	});
	return { code, expiresAt };
}

/** `null` for a code that is unknown, used or too old: which of them is nobody's business. */
export async function pairKiosk(
	running: RunningServer,
	request: PairingRequest
): Promise<PairingAnswer | null> {
	const now = Date.now();
	const hash = codeHash(running, request.code);
	return running.db.transaction().execute(async (tx) => {
		const code = await usePairingCode(tx, hash, now);
		if (!code) return null;
		const kioskId = uuidv7();
		const schoolId = code.school_id;
		await insertKiosk(tx, {
			school_id: schoolId,
			kiosk_id: kioskId,
			name: code.kiosk_name,
			place: code.place,
			class_id: code.class_id,
			public_key: request.publicKey,
			paired_at: now,
			revoked_at: null,
			last_contact_at: now,
			highest_counter: 0
		});
		await writeAudit(tx, {
			at: now,
			schoolId,
			actor: code.made_by,
			action: 'kiosk-paired',
			subject: kioskId,
			detail: { place: code.place }
		});
		return { kioskId, schoolId, serverKey: running.keys.signing.publicKey };
	});
}

/**
 * The tablet is no kiosk any more: it gets no names and no answers. What it still sends is kept, in
 * quarantine. `unknown` when the school has no such kiosk in use.
 */
export async function revokeKiosk(
	running: RunningServer,
	what: {
		schoolId: string;
		kioskId: string;
		/** A staff id, or `kiosk:ID` when a grown-up did it at the tablet. */
		by: string;
	}
): Promise<'revoked' | 'unknown'> {
	const { schoolId, kioskId, by } = what;
	const now = Date.now();
	const revoked = await running.db.transaction().execute(async (tx) => {
		if (!(await markKioskRevoked(tx, schoolId, kioskId, now))) return false;
		await deleteAnswerTokensOfKiosk(tx, schoolId, kioskId);
		await writeAudit(tx, {
			schoolId,
			actor: by,
			action: 'kiosk-revoked',
			subject: kioskId,
			at: now
		});
		return true;
	});
	if (!revoked) return 'unknown';
	// Its feed looks, and ends.
	announce(running, { schoolId, staffIds: [], kioskIds: [kioskId] });
	return 'revoked';
}

export interface ListedKiosk {
	kioskId: string;
	name: string;
	place: Place;
	classId: string | null;
	className: string | null;
	pairedAt: number;
	lastContactAt: number;
	/** `null` while it is in use. */
	revokedAt: number | null;
}

/** Every kiosk of the school by name, the revoked ones too. */
export async function listKiosks(db: Db, schoolId: string): Promise<ListedKiosk[]> {
	const rows = await kiosksOfSchool(db, schoolId);
	return rows.map((row) => ({
		kioskId: row.kiosk_id,
		name: row.name,
		place: row.place,
		classId: row.class_id,
		className: row.class_name,
		pairedAt: row.paired_at,
		lastContactAt: row.last_contact_at,
		revokedAt: row.revoked_at
	}));
}
