// Kiosks as the crossing sees them: whose they are, their key, and whether they still may send.
import type { Db } from './open';

export interface SendingKiosk {
	schoolId: string;
	kioskId: string;
	/** Raw Ed25519 public key, base64url. */
	publicKey: string;
	revokedAt: number | null;
}

export async function sendingKiosks(
	db: Db,
	kioskIds: readonly string[]
): Promise<Map<string, SendingKiosk>> {
	if (kioskIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('kiosk')
		.select(['school_id', 'kiosk_id', 'public_key', 'revoked_at'])
		.where('kiosk_id', 'in', [...kioskIds])
		.execute();
	return new Map(
		rows.map((row) => [
			row.kiosk_id,
			{
				schoolId: row.school_id,
				kioskId: row.kiosk_id,
				publicKey: row.public_key,
				revokedAt: row.revoked_at
			}
		])
	);
}

/** The school of a server that has just one; `null` where there are none or many. */
export async function onlySchool(db: Db): Promise<string | null> {
	const rows = await db.selectFrom('school').select('school_id').limit(2).execute();
	return rows.length === 1 ? (rows[0]?.school_id ?? null) : null;
}
