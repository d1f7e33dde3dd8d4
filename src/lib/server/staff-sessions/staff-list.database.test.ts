import { expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningOn } from '../../../../tests/support/running-on';
import { auditOf } from '../database/audit';
import { staffMember, updateStaffMember } from '../database/people';
import { setUpSchool } from '../set-up/set-up-school';
import { addColleague, changeStaff, markStaffLeft, staffList } from './staff-list';

let schools = 0;

onBothDatabases('the list of people', (database) => {
	async function school() {
		const running = await runningOn(database());
		// One school after the other: set-up takes the one that is there.
		await running.db.deleteFrom('staff_member').execute();
		await running.db.deleteFrom('school').execute();
		const { schoolId, leadId } = await setUpSchool(running, {
			schoolName: 'Ysgol',
			language: 'en',
			leadName: 'Mrs Rees',
			email: `list${++schools}@school.example`,
			password: 'tri mochyn bach'
		});
		const lead = { schoolId, staffId: leadId, role: 'lead' } as const;
		const added = await addColleague(running, lead, {
			displayName: 'Ms O’Shea',
			role: 'office',
			email: null
		});
		if (added === 'not-allowed') throw new Error(added);
		return { running, schoolId, lead, office: { ...lead, ...added, role: 'office' } as const };
	}

	it('keeps one lead who can sign in', async () => {
		const { running, schoolId, lead } = await school();
		const asAdult = { role: 'adult', mayBeAsked: true } as const;
		expect(await changeStaff(running, lead, lead.staffId, asAdult)).toBe('last-lead');
		const second = await addColleague(running, lead, {
			displayName: 'Mr Bowen',
			role: 'lead',
			email: null
		});
		if (second === 'not-allowed') throw new Error(second);
		// Invited, but not yet here: still only one who can open anything.
		expect(await changeStaff(running, lead, lead.staffId, asAdult)).toBe('last-lead');
		await updateStaffMember(running.db, schoolId, second.staffId, { accountId: 'bowen' });
		expect(await changeStaff(running, lead, lead.staffId, asAdult)).toBe('changed');
	});

	it('lets the office neither make nor remove who reads requests', async () => {
		const { running, lead, office } = await school();
		const colleague = { displayName: 'Mr Bowen', email: null };
		expect(await addColleague(running, office, { ...colleague, role: 'lead' })).toBe('not-allowed');
		expect(await addColleague(running, office, { ...colleague, role: 'head' })).toBe('not-allowed');
		const toLead = { role: 'lead', mayBeAsked: false } as const;
		expect(await changeStaff(running, office, office.staffId, toLead)).toBe('not-allowed');
		expect(await markStaffLeft(running, office, lead.staffId)).toBe('not-allowed');
		const shown = await staffList(running, office);
		expect(shown.find(({ staffId }) => staffId === lead.staffId)?.mayInvite).toBe(false);
	});

	it('lets somebody leave without deleting anything, and says so in the audit', async () => {
		const { running, schoolId, lead, office } = await school();
		expect(await markStaffLeft(running, lead, office.staffId)).toBe('changed');
		expect(await staffMember(running.db, schoolId, office.staffId)).toBeNull();
		const row = await running.db
			.selectFrom('staff_member')
			.select('left_at')
			.where('staff_id', '=', office.staffId)
			.executeTakeFirst();
		expect(row?.left_at).toBeGreaterThan(0);
		expect(await auditOf(running.db, schoolId, 'staff-left')).toHaveLength(1);
		expect(await markStaffLeft(running, lead, office.staffId)).toBe('unknown');
	});

	it('knows nobody of another school', async () => {
		const { running, lead, office } = await school();
		const stranger = { ...lead, schoolId: 'another' };
		expect(await markStaffLeft(running, stranger, office.staffId)).toBe('unknown');
		expect(await staffList(running, stranger)).toEqual([]);
	});
});
