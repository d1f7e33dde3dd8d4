import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { ask } from '../../../../tests/support/opened-envelopes';
import { runningOn } from '../../../../tests/support/running-on';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { knownKiosk, type TestKiosk } from '../../../../tests/support/test-kiosk';
import { checkInOf } from '../../../../tests/support/visit-messages';
import { makeLine, seal } from '$lib/crossing/seal';
import { sealingKeysOf } from '../keys';
import type { News } from '../live/live-bus';
import type { RunningServer } from '../running';
import { recordRoutings } from '../talk-requests/record-routing';
import { EnvelopeOpener } from './open-envelopes';
import type { Recorder } from './recorder';
import { takeDelivery } from './take-delivery';

onBothDatabases('storing and recording in one commit', (database) => {
	let running: RunningServer;
	let school: SmallSchool;
	let kiosk: TestKiosk;
	let counter = 0;

	beforeEach(async () => {
		running = await runningOn(database());
		school = await makeSmallSchool(running.db);
		kiosk = await knownKiosk(running.db, school);
		counter = 0;
	});

	const askLine = async (id: string, adultId = school.adults.evans) => {
		const asked = checkInOf(school.pupils.mali, { wish: ask([adultId]) });
		const sealed = await seal(asked, null, sealingKeysOf(running.keys));
		return makeLine(sealed, id, (counter += 1), kiosk);
	};

	/** Delivers through an opener that has nothing else to do; what follows is over when it resolves. */
	async function deliver(lines: string[], over: Partial<Recorder> = {}) {
		const announced: News[] = [];
		const opener = new EnvelopeOpener(running, {
			record: (tx, opened) => recordRoutings(tx, opened),
			announce: (news) => announced.push(news),
			...over
		});
		await opener.idle();
		const delivery = await opener.storing(() =>
			takeDelivery(running, lines.join('\n'), Date.now(), (arrived) => opener.store(arrived))
		);
		if (delivery.kind !== 'taken') throw new Error(delivery.kind);
		const atOnce = announced.length;
		await opener.idle();
		await opener.stop();
		const outcomes = delivery.receipts.receipts.map(({ outcome }) => outcome);
		return { outcomes, announced, atOnce };
	}

	const rowsOf = async (id: string) => {
		const count = async (table: 'envelope' | 'unopened_envelope' | 'quarantine') =>
			(await running.db.selectFrom(table).select('digest').where('envelope_id', '=', id).execute())
				.length;
		const requests = await running.db
			.selectFrom('talk_request')
			.select('state')
			.where('request_id', '=', id)
			.execute();
		return {
			envelopes: await count('envelope'),
			unopened: await count('unopened_envelope'),
			quarantined: await count('quarantine'),
			requests: requests.length
		};
	};

	it('has a request recorded, and whoever it concerns told, before the receipt is given', async () => {
		const id = uuidv7();
		const { outcomes, announced, atOnce } = await deliver([await askLine(id)]);
		expect(outcomes).toEqual(['stored']);
		expect(atOnce).toBe(1);
		expect(announced.flatMap(({ feed }) => feed)).toContainEqual(
			expect.objectContaining({ kind: 'request', subjectId: id, staffId: school.adults.evans })
		);
		expect(await rowsOf(id)).toEqual({ envelopes: 1, unopened: 0, quarantined: 0, requests: 1 });
	});

	it('records what comes twice once', async () => {
		const id = uuidv7();
		const line = await askLine(id);
		await deliver([line]);
		const other = uuidv7();
		const { outcomes } = await deliver([line, await askLine(other)]);
		expect(outcomes).toEqual(['duplicate', 'stored']);
		for (const one of [id, other]) {
			expect(await rowsOf(one)).toEqual({ envelopes: 1, unopened: 0, quarantined: 0, requests: 1 });
		}
	});

	it('stores what has to be set aside, and what stands beside it', async () => {
		const [odd, plain] = [uuidv7(), uuidv7()];
		const { outcomes } = await deliver([await askLine(odd, uuidv7()), await askLine(plain)]);
		expect(outcomes).toEqual(['stored', 'stored']);
		expect(await rowsOf(odd)).toEqual({ envelopes: 1, unopened: 0, quarantined: 1, requests: 0 });
		expect(await rowsOf(plain)).toEqual({ envelopes: 1, unopened: 0, quarantined: 0, requests: 1 });
	});

	it('stores what cannot be recorded, however recording fails', async () => {
		const [thrown, refused] = [uuidv7(), uuidv7()];
		const first = await deliver([await askLine(thrown)], {
			record: async (_tx, opened) => {
				if (opened.length > 0) throw new Error('not today');
				return [];
			}
		});
		expect(first.outcomes).toEqual(['stored']);
		expect(await rowsOf(thrown)).toMatchObject({ envelopes: 1, quarantined: 1 });
		const second = await deliver([await askLine(refused)], {
			// A real failure of the database, which on PostgreSQL ends the transaction.
			record: async (tx, opened) => {
				const words = { school_id: 'x', request_id: 'x', sealed: 'x' };
				if (opened.length > 0) await tx.insertInto('talk_words').values(words).execute();
				return [];
			}
		});
		expect(second.outcomes).toEqual(['stored']);
		expect(await rowsOf(refused)).toMatchObject({ envelopes: 1, quarantined: 1 });
	});

	it('leaves a longer delivery to be opened after its receipt', async () => {
		const ids = Array.from({ length: 9 }, () => uuidv7());
		const lines = await Promise.all(ids.map((id) => askLine(id)));
		const { outcomes, atOnce } = await deliver(lines);
		expect(new Set(outcomes)).toEqual(new Set(['stored']));
		expect(atOnce).toBe(0);
		for (const id of ids) {
			expect(await rowsOf(id)).toEqual({ envelopes: 1, unopened: 0, quarantined: 0, requests: 1 });
		}
	});
});
