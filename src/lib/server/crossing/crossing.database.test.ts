import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { newKiosk, type TestKiosk } from '../../../../tests/support/test-kiosk';
import type { Routing } from '$lib/domain/check-in';
import { receiptsText } from '$lib/crossing/receipt';
import { makeLine, seal, type SealingKeys } from '$lib/crossing/seal';
import { putSecretPictures } from '../database/secret-pictures';
import { readOrMakeKeys } from '../keys';
import { makeLog } from '../log';
import type { RunningServer } from '../running';
import { hashPictures } from '../secret-pictures/picture-hash';
import { raiseGapAlarm, GAP_WORK } from './gap-alarm';
import { EnvelopeOpener } from './open-envelopes';
import type { OpenedEnvelope, Recorded, Recorder } from './recorder';
import { takeDelivery } from './take-delivery';

const schoolId = uuidv7();
const visit: Extract<Routing, { kind: 'check-in' }> = {
	v: 1,
	kind: 'check-in',
	at: 1_790_000_000_000,
	pupilId: uuidv7(),
	certainty: 'not-asked',
	language: 'en',
	moment: 'arrival',
	feeling: 'happy',
	wish: { kind: 'skip' },
	excludedAdultIds: []
};

const nothing: Recorded = { outcome: 'recorded', wake: [], kioskWake: [], feed: [] };

onBothDatabases('the crossing', (database) => {
	let running: RunningServer;
	let keys: SealingKeys;
	const folder = mkdtempSync(join(tmpdir(), 'cwtch-keys-'));

	beforeAll(async () => {
		const serverKeys = await readOrMakeKeys(join(folder, 'keys.json'));
		running = {
			...database(),
			keys: serverKeys,
			log: makeLog('silent'),
			config: {
				dataDir: folder,
				databaseUrl: null,
				keysFile: join(folder, 'keys.json'),
				origin: 'http://localhost',
				port: 0,
				logLevel: 'silent',
				schoolAlwaysOpen: false
			}
		};
		keys = { routing: serverKeys.routing.recipient, words: [serverKeys.words.recipient] };
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	async function pairedKiosk(revokedAt: number | null = null): Promise<TestKiosk> {
		const kiosk = await newKiosk();
		await running.db
			.insertInto('kiosk')
			.values({
				school_id: schoolId,
				kiosk_id: kiosk.kioskId,
				name: 'test',
				place: 'class',
				class_id: null,
				public_key: kiosk.publicKey,
				paired_at: 1,
				revoked_at: revokedAt,
				last_contact_at: 1,
				highest_counter: 0
			})
			.execute();
		return kiosk;
	}

	const line = async (kiosk: TestKiosk, counter: number, routing: Routing = visit, id = uuidv7()) =>
		makeLine(await seal(routing, null, keys), id, counter, kiosk);

	async function deliver(lines: string[]) {
		const delivery = await takeDelivery(running, lines.join('\n'), 5_000);
		if (delivery.kind !== 'taken') throw new Error(delivery.kind);
		return delivery;
	}

	/** Opens what is stored, as a server does after its start; says what was recorded. */
	async function openAll(record?: Recorder['record']) {
		const recorded: OpenedEnvelope[] = [];
		const opener = new EnvelopeOpener(running, {
			record:
				record ??
				(async (_tx, opened) => {
					recorded.push(...opened);
					return opened.map(() => nothing);
				}),
			announce: () => undefined
		});
		await opener.idle();
		await opener.stop();
		return recorded;
	}

	const quarantined = async (id: string) =>
		(
			await running.db
				.selectFrom('quarantine')
				.select('reason')
				.where('envelope_id', '=', id)
				.execute()
		).map(({ reason }) => reason);

	it('acknowledges what it stored with its signature, and opens it', async () => {
		const kiosk = await pairedKiosk();
		const { receipts } = await deliver([await line(kiosk, 1)]);
		expect(receipts.receipts).toMatchObject([{ outcome: 'stored' }]);
		expect(
			verify(
				null,
				Buffer.from(receiptsText(receipts.at, receipts.receipts)),
				createPublicKey(running.keys.signing.privateKey),
				Buffer.from(receipts.signature, 'base64url')
			)
		).toBe(true);
		const recorded = await openAll();
		expect(recorded.map((one) => one.routing)).toEqual([visit]);
		expect(await openAll()).toEqual([]);
	});

	it('compares pictures that were tapped without the network, and records only whether they were right', async () => {
		const pictures = ['key', 'boat', 'star'];
		const owner = { schoolId, pupilId: visit.pupilId };
		await putSecretPictures(running.db, {
			school_id: owner.schoolId,
			pupil_id: owner.pupilId,
			...(await hashPictures(running.keys.pepper, owner, pictures)),
			length: 3,
			issued_at: 1,
			issued_by: null
		});
		const kiosk = await pairedKiosk();
		const tried = (triedPictures: string[], pupilId = owner.pupilId): Routing => ({
			...visit,
			pupilId,
			triedPictures
		});
		const lines = [
			await line(kiosk, 1, tried(pictures)),
			await line(kiosk, 2, tried(pictures.toReversed())),
			await line(kiosk, 3, tried(pictures, uuidv7())),
			await line(kiosk, 4)
		];
		// From outside an envelope does not tell that any were tapped.
		expect(new Set(lines.map((one) => one.length)).size).toBe(1);
		await deliver(lines);
		const recorded = (await openAll()).map(({ routing }) => routing);
		expect(recorded.map((one) => 'certainty' in one && one.certainty)).toEqual([
			'pictures-right',
			'pictures-wrong',
			'not-asked',
			'not-asked'
		]);
		for (const one of recorded) expect(one).not.toHaveProperty('triedPictures');
	});

	it('takes the same delivery again without storing it twice', async () => {
		const kiosk = await pairedKiosk();
		const lines = [await line(kiosk, 1), await line(kiosk, 2)];
		await deliver(lines);
		const again = await deliver([...lines, await line(kiosk, 3)]);
		expect(again.receipts.receipts.map((receipt) => receipt.outcome)).toEqual([
			'duplicate',
			'duplicate',
			'stored'
		]);
		expect(await openAll()).toHaveLength(3);
	});

	it('keeps both bodies of one id, and has a lead look', async () => {
		const kiosk = await pairedKiosk();
		const id = uuidv7();
		await deliver([await line(kiosk, 1, visit, id)]);
		await openAll();
		const { receipts } = await deliver([await line(kiosk, 2, visit, id)]);
		expect(receipts.receipts[0]?.outcome).toBe('stored');
		expect(await openAll()).toEqual([]);
		expect(await quarantined(id)).toEqual(['same-id-other-body']);
	});

	it('refuses nothing: what is odd is kept in quarantine, with a receipt', async () => {
		const stranger = await newKiosk();
		const revoked = await pairedKiosk(3);
		const kiosk = await pairedKiosk();
		const whole = JSON.parse(await line(kiosk, 1));
		const foreign = await makeLine(
			await seal(visit, null, { ...keys, routing: running.keys.words.recipient }),
			uuidv7(),
			2,
			kiosk
		);
		const cases: [string, string][] = [
			['unknown-kiosk', await line(stranger, 1)],
			['revoked-kiosk', await line(revoked, 1)],
			['bad-signature', JSON.stringify({ ...whole, counter: '0000000009' })],
			['malformed', JSON.stringify({ id: uuidv7(), kiosk: kiosk.kioskId, hello: 'Siân' })],
			['not-sealed-to-us', foreign]
		];
		const { receipts } = await deliver(cases.map(([, text]) => text));
		expect(receipts.receipts).toHaveLength(cases.length);
		expect(await openAll()).toEqual([]);
		for (const [i, [reason]] of cases.entries()) {
			expect(await quarantined(receipts.receipts[i]?.id ?? '')).toEqual([reason]);
		}
	});

	it('refuses only what is no envelope at all', async () => {
		for (const body of ['', 'hello', '{}', '[]\n', '{"id":7}']) {
			expect(await takeDelivery(running, body, 1)).toMatchObject({ kind: 'no-envelopes' });
		}
	});

	it('lets one that cannot be recorded hold nobody else up', async () => {
		const kiosk = await pairedKiosk();
		const bad = uuidv7();
		await deliver([await line(kiosk, 1), await line(kiosk, 2, visit, bad), await line(kiosk, 3)]);
		const seen: string[] = [];
		await openAll(async (tx, opened) => {
			if (opened.some(({ envelopeId }) => envelopeId === bad)) {
				// A real failure of the database, which on PostgreSQL ends the transaction.
				await tx
					.insertInto('talk_words')
					.values({ school_id: 'x', request_id: 'x', sealed: 'x' })
					.execute();
			}
			seen.push(...opened.map(({ envelopeId }) => envelopeId));
			return opened.map(() => nothing);
		});
		expect(new Set(seen).size).toBe(2);
		expect(await quarantined(bad)).toEqual(['could-not-record']);
	});

	it('blames no envelope for a full disk: it is recorded when there is room again', async () => {
		const kiosk = await pairedKiosk();
		const id = uuidv7();
		await deliver([await line(kiosk, 1, visit, id)]);
		await openAll(async () => {
			throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
		});
		expect(await quarantined(id)).toEqual([]);
		expect((await openAll()).map(({ envelopeId }) => envelopeId)).toEqual([id]);
	});

	it('stores what names no kiosk but some text, without that text in a column', async () => {
		const { receipts } = await deliver([
			JSON.stringify({ id: uuidv7(), kiosk: 'Siân\u0000 said', counter: 'many' })
		]);
		expect(receipts.receipts[0]?.outcome).toBe('stored');
		await openAll();
		const row = await running.db
			.selectFrom('envelope')
			.select('kiosk_id')
			.where('envelope_id', '=', receipts.receipts[0]?.id ?? '')
			.executeTakeFirst();
		expect(row).toEqual({ kiosk_id: '' });
	});

	it('answers covers alike and keeps nothing of them', async () => {
		const kiosk = await pairedKiosk();
		const cover = await makeLine(
			await seal({ v: 1, kind: 'cover' }, null, keys),
			uuidv7(),
			0,
			kiosk
		);
		const kept = async () =>
			(await running.db.selectFrom('envelope').select('digest').execute()).length;
		const before = await kept();
		const delivery = await deliver([cover]);
		expect(delivery.receipts.receipts).toMatchObject([{ outcome: 'stored' }]);
		expect(await kept()).toBe(before);
		expect(await openAll()).toEqual([]);
	});

	it('alarms for an envelope that never comes, and not for one that is late', async () => {
		const kiosk = await pairedKiosk();
		const alarms = async () =>
			(
				await running.db
					.selectFrom('alarm')
					.select('detail_json')
					.where('kind', '=', 'counter-gap')
					.where('detail_json', 'like', `%${kiosk.kioskId}%`)
					.execute()
			).map((row) => JSON.parse(row.detail_json).missing);
		const late = await line(kiosk, 2);
		await deliver([await line(kiosk, 1), await line(kiosk, 4)]);
		await openAll();
		await deliver([late]);
		await openAll();
		const due = await running.db
			.selectFrom('due_work')
			.selectAll()
			.where('kind', '=', GAP_WORK)
			.where('subject_id', '=', kiosk.kioskId)
			.execute();
		expect(due).toHaveLength(1);
		expect(await raiseGapAlarm(running.db, schoolId, kiosk.kioskId, 9)).toBe('alarmed');
		expect(await alarms()).toEqual([[3]]);
		await deliver([await line(kiosk, 3)]);
		await openAll();
		expect(await raiseGapAlarm(running.db, schoolId, kiosk.kioskId, 9)).toBe('complete');
	});
});
