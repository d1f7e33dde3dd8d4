import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningOn } from '../../../../tests/support/running-on';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { auditOf } from '../database/audit';
import { staffWithAway } from '../database/away';
import type { RunningServer } from '../running';
import { loadAway, markAway, markHere, type AwayBy } from './away';

onBothDatabases('being away', (database) => {
	let running: RunningServer;
	let school: SmallSchool;
	let evans: AwayBy;
	let lead: AwayBy;

	beforeEach(async () => {
		running = await runningOn(database());
		school = await makeSmallSchool(running.db);
		const { schoolId, adults } = school;
		evans = { schoolId, staffId: adults.evans, role: 'adult' };
		lead = { schoolId, staffId: adults.rees, role: 'lead' };
	});

	const awayUntil = async (staffId: string) =>
		(await staffWithAway(running.db, school.schoolId)).find((one) => one.staffId === staffId)
			?.awayUntil;
	const tuesday = '2026-11-17';

	it('lasts until the day of coming back begins on the school’s clock', async () => {
		const { staffId } = evans;
		expect(await markAway(running, evans, { staffId, backOn: tuesday }, MONDAY_MORNING)).toBe(
			'saved'
		);
		expect(await awayUntil(staffId)).toBe(Date.UTC(2026, 10, 17));
		// In summer the school's day begins an hour before UTC's.
		await markAway(running, evans, { staffId, backOn: '2027-06-01' }, MONDAY_MORNING);
		expect(await awayUntil(staffId)).toBe(Date.UTC(2027, 4, 31, 23));
		expect((await loadAway(running, evans, MONDAY_MORNING)).me.backOn).toBe('2027-06-01');
		expect(await markHere(running, evans, staffId)).toBe('saved');
		expect(await awayUntil(staffId)).toBeNull();
	});

	it('is over by itself', async () => {
		const { staffId } = evans;
		await markAway(running, evans, { staffId, backOn: tuesday }, MONDAY_MORNING);
		const later = Date.UTC(2026, 10, 17, 8);
		expect((await loadAway(running, evans, later)).me.backOn).toBeNull();
	});

	it.each(['2026-11-16', '2026-11-15', '2027-11-19', '2026-13-40', '2027-02-31'])(
		'is not until %s',
		async (backOn) => {
			const { staffId } = evans;
			expect(await markAway(running, evans, { staffId, backOn }, MONDAY_MORNING)).toBe(
				'no-such-day'
			);
			expect(await awayUntil(staffId)).toBeNull();
		}
	);

	it('is said by adults of themselves, by leads and the office of anybody, and written down', async () => {
		const { adults, schoolId } = school;
		const ofBowen = { staffId: adults.bowen, backOn: tuesday };
		expect(await markAway(running, evans, ofBowen, MONDAY_MORNING)).toBe('not-allowed');
		expect(await markHere(running, evans, adults.bowen)).toBe('not-allowed');
		expect((await loadAway(running, evans, MONDAY_MORNING)).mayMark).toHaveLength(1);
		expect(await markAway(running, lead, ofBowen, MONDAY_MORNING)).toBe('saved');
		expect((await loadAway(running, lead, MONDAY_MORNING)).mayMark).toHaveLength(7);
		const audited = await auditOf(running.db, schoolId, 'staff-away');
		expect(audited.map(({ actor, subject }) => [actor, subject])).toEqual([
			[adults.rees, adults.bowen]
		]);
	});

	it('is nothing that one school can say of another’s people', async () => {
		const stranger = { staffId: randomUUID(), backOn: tuesday };
		expect(await markAway(running, lead, stranger, MONDAY_MORNING)).toBe('not-found');
		const other = await makeSmallSchool(running.db);
		const theirs = { staffId: other.adults.evans, backOn: tuesday };
		expect(await markAway(running, lead, theirs, MONDAY_MORNING)).toBe('not-found');
	});
});
