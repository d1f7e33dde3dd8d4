import { beforeEach, describe, expect, it } from 'vitest';
import { MONDAY_MORNING } from '../../../../tests/support/small-school';
import { ask, onOpenedEnvelopes } from '../../../../tests/support/opened-envelopes';
import { adultsNamedByPupils } from '../database/directory';
import { trustedChangesOf } from '../database/trusted-changes';
import { loadTrusted, setTrusted } from './trusted-adults';
import type { RunningServer } from '../running';

const MINUTE = 60_000;

onOpenedEnvelopes('trusted adults', (envelopes) => {
	const { checkIn, db, opened, record, requestOf, school } = envelopes;
	const running = () => ({ db: db() }) as RunningServer;

	const names = (adultIds: string[], at = MONDAY_MORNING, pupilId = school().pupils.owain) =>
		opened({ v: 1, kind: 'trusted-adults', at, pupilId, certainty: 'not-asked', adultIds });
	const named = async () =>
		(await adultsNamedByPupils(db(), school().schoolId)).get(school().pupils.owain) ?? [];

	const lead = () => ({ schoolId: school().schoolId, staffId: school().adults.rees });

	beforeEach(async () => {
		await db().deleteFrom('trusted_change').execute();
		await db().deleteFrom('standing_exclusion').execute();
		await db().deleteFrom('trusted_adult').where('pupil_id', '=', school().pupils.owain).execute();
	});

	it('are those whom the child has named, in order, and the school’s tablets look again', async () => {
		const { price, evans } = school().adults;
		const recorded = await record(names([price, evans], MONDAY_MORNING - MINUTE));
		expect(recorded).toMatchObject({ outcome: 'recorded', kioskWake: [school().kioskId] });
		expect(await named()).toEqual([price, evans]);
		await record(names([]));
		expect(await named()).toEqual([]);
	});

	it('are those of the latest tap, also when an earlier one comes after it or again', async () => {
		const { price, evans } = school().adults;
		const late = names([evans], MONDAY_MORNING - MINUTE);
		const latest = names([price]);
		await record(latest);
		expect(await record(late)).toMatchObject({ outcome: 'recorded', kioskWake: [] });
		await record(latest);
		expect(await named()).toEqual([price]);
		const changes = await trustedChangesOf(db(), school().schoolId, school().pupils.owain);
		expect(changes).toHaveLength(2);
	});

	it('do not make an adult reachable whom leads have excluded, and tell nobody but leads', async () => {
		const { price, rees, jones } = school().adults;
		const { owain } = school().pupils;
		await db()
			.insertInto('standing_exclusion')
			.values({
				school_id: school().schoolId,
				pupil_id: owain,
				staff_id: price,
				set_by: rees,
				set_at: MONDAY_MORNING
			})
			.execute();
		await record(names([price]));
		// As without the exclusion: a tablet must not tell of it.
		expect(await named()).toEqual([price]);
		const asked = checkIn(ask([price]), { pupilId: owain });
		await record(asked);
		expect((await requestOf(asked.envelopeId))?.holderIds.sort()).toEqual([jones, rees].sort());
		const page = await loadTrusted(running(), lead(), MONDAY_MORNING);
		expect(page.changes[0]).toMatchObject({
			child: 'Owain',
			by: null,
			before: [],
			after: [{ name: 'Mr Price', isExcluded: true }]
		});
	});

	it('are no business of a lead whom other leads keep from the child', async () => {
		const { rees, jones, evans } = school().adults;
		await db()
			.insertInto('standing_exclusion')
			.values({
				school_id: school().schoolId,
				pupil_id: school().pupils.owain,
				staff_id: rees,
				set_by: jones,
				set_at: MONDAY_MORNING
			})
			.execute();
		await record(names([evans]));
		const page = await loadTrusted(running(), lead(), MONDAY_MORNING);
		expect(page.changes).toEqual([]);
		expect(page.children.map(({ name }) => name)).toContain('Owain');
		const other = { ...lead(), staffId: jones };
		expect((await loadTrusted(running(), other, MONDAY_MORNING)).changes).toHaveLength(1);
	});

	it('whom the school does not know are for a lead to look at', async () => {
		const unknown = 'a1000000-0000-4000-8000-000000000009';
		expect(await record(names([unknown]))).toEqual({
			outcome: 'quarantine',
			reason: 'unknown-adult'
		});
		expect(await record(names([], MONDAY_MORNING, unknown))).toMatchObject({
			reason: 'unknown-pupil'
		});
	});

	describe('set by a lead', () => {
		it('hold as if the child had named them, and are listed with who set them', async () => {
			const { owain } = school().pupils;
			const { bowen, price } = school().adults;
			await record(names([price]));
			const now = MONDAY_MORNING + MINUTE;
			const set = { pupilId: owain, adultIds: [bowen] };
			expect(await setTrusted(running(), lead(), set, now)).toBe('saved');
			expect(await named()).toEqual([bowen]);
			const { changes } = await loadTrusted(running(), lead(), now);
			expect(changes[0]).toMatchObject({
				by: 'Mrs Rees',
				before: [{ name: 'Mr Price' }],
				after: [{ name: 'Mr Bowen' }]
			});
		});

		it('are people of the school', async () => {
			const set = { pupilId: school().pupils.owain, adultIds: [school().kioskId] };
			expect(await setTrusted(running(), lead(), set, MONDAY_MORNING)).toBe('unknown');
		});
	});
});
