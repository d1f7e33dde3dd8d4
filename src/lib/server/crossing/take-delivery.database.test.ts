import { createPublicKey, verify } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { onDeliveredLines, visit } from '../../../../tests/support/delivered-lines';
import { newKiosk } from '../../../../tests/support/test-kiosk';
import { receiptsText } from '$lib/crossing/receipt';
import { makeLine, seal } from '$lib/crossing/seal';
import { takeDelivery } from './take-delivery';

onDeliveredLines(
	'taking a delivery',
	({ running, keys, knownKiosk, line, deliver, openAll, quarantined }) => {
		it('acknowledges what it stored with its signature, and opens it', async () => {
			const kiosk = await knownKiosk();
			const { receipts } = await deliver([await line(kiosk, 1)]);
			expect(receipts.receipts).toMatchObject([{ outcome: 'stored' }]);
			expect(
				verify(
					null,
					Buffer.from(receiptsText(receipts.at, receipts.receipts)),
					createPublicKey(running().keys.signing.privateKey),
					Buffer.from(receipts.signature, 'base64url')
				)
			).toBe(true);
			const recorded = await openAll();
			expect(recorded.map((one) => one.routing)).toEqual([visit]);
			expect(await openAll()).toEqual([]);
		});

		it('takes the same delivery again without storing it twice', async () => {
			const kiosk = await knownKiosk();
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
			const kiosk = await knownKiosk();
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
			const revoked = await knownKiosk(3);
			const kiosk = await knownKiosk();
			const whole = JSON.parse(await line(kiosk, 1));
			const foreign = await makeLine(
				await seal(visit, null, { ...keys(), routing: running().keys.words.recipient }),
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
				expect(await takeDelivery(running(), body, 1)).toMatchObject({ kind: 'no-envelopes' });
			}
		});

		it('stores what names no kiosk but some text, without that text in a column', async () => {
			const { receipts } = await deliver([
				JSON.stringify({ id: uuidv7(), kiosk: 'Siân\u0000 said', counter: 'many' })
			]);
			expect(receipts.receipts[0]?.outcome).toBe('stored');
			await openAll();
			const row = await running()
				.db.selectFrom('envelope')
				.select('kiosk_id')
				.where('envelope_id', '=', receipts.receipts[0]?.id ?? '')
				.executeTakeFirst();
			expect(row).toEqual({ kiosk_id: '' });
		});

		it('answers covers alike and keeps nothing of them', async () => {
			const kiosk = await knownKiosk();
			const cover = await makeLine(
				await seal({ v: 1, kind: 'cover' }, null, keys()),
				uuidv7(),
				0,
				kiosk
			);
			const kept = async () =>
				(await running().db.selectFrom('envelope').select('digest').execute()).length;
			const before = await kept();
			const delivery = await deliver([cover]);
			expect(delivery.receipts.receipts).toMatchObject([{ outcome: 'stored' }]);
			expect(await kept()).toBe(before);
			expect(await openAll()).toEqual([]);
		});
	}
);
