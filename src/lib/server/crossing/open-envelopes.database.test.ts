import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import {
	nothing,
	onDeliveredLines,
	schoolId,
	visit
} from '../../../../tests/support/delivered-lines';
import type { Routing } from '$lib/domain/check-in';
import { openGaps } from '../database/envelopes';
import { putSecretPictures } from '../database/secret-pictures';
import { hashPictures } from '../secret-pictures/picture-hash';
import { raiseGapAlarm, GAP_WORK } from './gap-alarm';

onDeliveredLines(
	'opening what was delivered',
	({ running, knownKiosk, line, deliver, openAll, quarantined }) => {
		it('compares pictures that were tapped without the network, and records only whether they were right', async () => {
			const pictures = ['key', 'boat', 'star'];
			const owner = { schoolId, pupilId: visit.pupilId };
			await putSecretPictures(running().db, {
				school_id: owner.schoolId,
				pupil_id: owner.pupilId,
				...(await hashPictures(running().keys.pepper, owner, pictures)),
				length: 3,
				issued_at: 1,
				issued_by: null
			});
			const kiosk = await knownKiosk();
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

		it('lets one that cannot be recorded hold nobody else up', async () => {
			const kiosk = await knownKiosk();
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
			const kiosk = await knownKiosk();
			const id = uuidv7();
			await deliver([await line(kiosk, 1, visit, id)]);
			await openAll(async () => {
				throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
			});
			expect(await quarantined(id)).toEqual([]);
			expect((await openAll()).map(({ envelopeId }) => envelopeId)).toEqual([id]);
		});

		it('alarms for an envelope that never comes, and not for one that is late', async () => {
			const kiosk = await knownKiosk();
			const alarms = async () =>
				(
					await running()
						.db.selectFrom('alarm')
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
			const due = await running()
				.db.selectFrom('due_work')
				.selectAll()
				.where('kind', '=', GAP_WORK)
				.where('subject_id', '=', kiosk.kioskId)
				.execute();
			expect(due).toHaveLength(1);
			const gap = () => raiseGapAlarm(running().db, schoolId, kiosk.kioskId, 9);
			expect(await gap()).toMatchObject({ schoolId });
			expect(await alarms()).toEqual([[3]]);
			await deliver([await line(kiosk, 3)]);
			await openAll();
			expect(await gap()).toBeNull();
		});

		it('keeps the counters of two tablets apart that came together', async () => {
			const [behind, whole] = [await knownKiosk(), await knownKiosk()];
			await deliver([
				await line(behind, 1),
				await line(behind, 3),
				...(await Promise.all([1, 2, 3, 4].map((counter) => line(whole, counter))))
			]);
			await openAll();
			const highest = async (kioskId: string) =>
				(
					await running()
						.db.selectFrom('kiosk')
						.select('highest_counter')
						.where('kiosk_id', '=', kioskId)
						.executeTakeFirstOrThrow()
				).highest_counter;
			expect([await highest(behind.kioskId), await highest(whole.kioskId)]).toEqual([3, 4]);
			expect(await openGaps(running().db, schoolId, behind.kioskId)).toEqual([2]);
			expect(await openGaps(running().db, schoolId, whole.kioskId)).toEqual([]);
		});
	}
);
