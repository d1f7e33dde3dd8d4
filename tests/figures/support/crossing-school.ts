// A school with kiosks, as the figures of the crossing need it: made in the server's own database before
// its start, so that no screen has to be gone through.
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Routing, VisitWish } from '$lib/domain/check-in';
import { verifyingKey } from '$lib/crossing/receipt';
import type { SealingKeys } from '$lib/crossing/seal';
import { openDatabase, type OpenDatabase } from '$lib/server/database/open';
import { readOrMakeKeys } from '$lib/server/keys';
import type { AppServer } from '../../support/app-server';
import { makeSmallSchool, type SmallSchool } from '../../support/small-school';
import { newKiosk, type TestKiosk } from '../../support/test-kiosk';

export interface CrossingSchool extends SmallSchool {
	kiosks: TestKiosk[];
	keys: SealingKeys;
	/** Verifies receipts. */
	serverKey: CryptoKey;
}

/** The server's database, opened in this process: before its start, beside it, or after its end. */
export const openDatabaseOf = (server: AppServer): Promise<OpenDatabase> =>
	openDatabase({
		dataDir: server.dataDir,
		databaseUrl: server.environment['DATABASE_URL'] ?? null
	});

/** The server may not have run yet. */
export async function makeCrossingSchool(
	server: AppServer,
	kioskCount: number
): Promise<CrossingSchool> {
	const kiosks = await Promise.all(Array.from({ length: kioskCount }, () => newKiosk()));
	const serverKeys = await readOrMakeKeys(join(server.dataDir, 'keys.json'));
	const open = await openDatabaseOf(server);
	try {
		const school = await makeSmallSchool(open.db);
		const now = Date.now();
		await open.db
			.insertInto('kiosk')
			.values(
				kiosks.map((kiosk) => ({
					school_id: school.schoolId,
					kiosk_id: kiosk.kioskId,
					name: 'tablet',
					place: 'class' as const,
					class_id: school.classId,
					public_key: kiosk.publicKey,
					paired_at: now,
					last_contact_at: now,
					highest_counter: 0
				}))
			)
			.execute();
		return {
			...school,
			kiosks,
			keys: { routing: serverKeys.routing.recipient, words: [serverKeys.words.recipient] },
			serverKey: await verifyingKey(serverKeys.signing.publicKey)
		};
	} finally {
		await open.close();
	}
}

/** One of the things that children send, in turn; `turn` 0, 1, 2 … */
export function visitOfTurn(school: SmallSchool, turn: number): Routing {
	const { adults, pupils } = school;
	const at = Date.now();
	const pupilId = [pupils.mali, pupils.owain, pupils.nobodysClass][turn % 3] ?? pupils.mali;
	const language = turn % 2 === 0 ? 'en' : 'cy';
	if (turn % 10 === 7) return { v: 1, kind: 'urgent', at, pupilId, language, byMistake: false };
	if (turn % 10 === 8) {
		const need = 'water';
		const certainty = 'not-asked';
		return {
			v: 1,
			kind: 'need',
			at,
			pupilId,
			certainty,
			language,
			moment: 'during',
			feeling: null,
			need,
			excludedAdultIds: []
		};
	}
	const wishes: VisitWish[] = [
		{ kind: 'skip' },
		{ kind: 'hello', adultIds: [adults.evans] },
		{ kind: 'ask', adultIds: [adults.price], how: 'chat', when: 'break' },
		{ kind: 'ask', adultIds: [], how: 'walk', when: 'whenever' }
	];
	return {
		v: 1,
		kind: 'check-in',
		at,
		pupilId,
		certainty: 'not-asked',
		language,
		moment: 'arrival',
		feeling: ['happy', 'worried', null, 'not-sure'][turn % 4] ?? null,
		wish: wishes[turn % wishes.length] ?? { kind: 'skip' },
		excludedAdultIds: turn % 5 === 0 ? [adults.bowen] : []
	};
}

export const newEnvelopeId = (): string => uuidv7();
