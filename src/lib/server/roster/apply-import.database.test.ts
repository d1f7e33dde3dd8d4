import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningOn } from '../../../../tests/support/running-on';
import { auditOf } from '../database/audit';
import { listStaff } from '../database/people';
import { countPupils, listClasses } from '../database/roster';
import { insertSchool, schoolById } from '../database/school';
import { newSchool } from '../set-up/school-defaults';
import { setUpSchool } from '../set-up/set-up-school';
import type { RunningServer } from '../running';
import { importRoster, type ImportOutcome, type ImportWish } from './apply-import';
import { isEmptyPlan } from './plan-import';
import { readRoster } from './read-roster';
import type { Roster } from './roster';

const demoSchool = async (): Promise<Roster> => {
	const { roster } = await readRoster('src/lib/content/demo-school');
	if (!roster) throw new Error('The demo school can be read.');
	return roster;
};

async function schoolWithoutPeople({ db }: RunningServer): Promise<string> {
	const schoolId = newId();
	await insertSchool(
		db,
		newSchool({ schoolId, name: 'Ysgol', language: 'cy', setUpAt: Date.now() })
	);
	return schoolId;
}

const wish = (schoolId: string, roster: Roster, more: Partial<ImportWish> = {}): ImportWish => ({
	schoolId,
	roster,
	actor: 'command',
	dryRun: false,
	mayNameLeads: true,
	manyMayLeave: false,
	...more
});

function planOf(outcome: ImportOutcome) {
	if (outcome.kind === 'other-school') throw new Error(outcome.kind);
	return outcome.plan;
}

const pupilsOf = ({ db }: RunningServer, schoolId: string) =>
	db.selectFrom('pupil').selectAll().where('school_id', '=', schoolId).execute();

onBothDatabases('importing a roster', (database) => {
	const running = () => runningOn(database());

	it('makes a new school with its people, or nothing at all', async () => {
		const server = await running();
		const roster = await demoSchool();
		const made = () =>
			newSchool({ schoolId: newId(), name: 'Ysgol', language: 'cy', setUpAt: Date.now() });

		const whole = made();
		await importRoster(server, wish(whole.schoolId, roster, { newSchool: whole }));
		expect(await countPupils(server.db, whole.schoolId)).toBe(roster.pupils.length);

		const broken = made();
		const nobody = { ...roster.pupils[0], sourceId: 'broken', firstName: null } as never;
		const failing = importRoster(
			server,
			wish(
				broken.schoolId,
				{ ...roster, pupils: [...roster.pupils, nobody] },
				{ newSchool: broken }
			)
		);
		await expect(failing).rejects.toThrow();
		expect(await schoolById(server.db, broken.schoolId)).toBeNull();
	});

	it('takes a whole school in, and finds nothing to do the second time', async () => {
		const server = await running();
		const schoolId = await schoolWithoutPeople(server);
		const roster = await demoSchool();
		const first = await importRoster(server, wish(schoolId, roster));
		expect(first.kind).toBe('imported');
		expect(await countPupils(server.db, schoolId)).toBe(roster.pupils.length);
		expect(await listClasses(server.db, schoolId)).toHaveLength(roster.classes.length);
		const staff = await listStaff(server.db, schoolId);
		expect(staff).toHaveLength(roster.staff.length);
		expect(staff.filter(({ role }) => role === 'lead')).toHaveLength(2);
		const school = await schoolById(server.db, schoolId);
		expect(school?.sourceId).toBe('org-cwm-enfys');
		expect(school?.timetable.terms).toHaveLength(3);

		const before = await pupilsOf(server, schoolId);
		const second = await importRoster(server, wish(schoolId, roster));
		expect(second.kind).toBe('nothing-new');
		expect(isEmptyPlan(planOf(second))).toBe(true);
		expect(await pupilsOf(server, schoolId)).toEqual(before);
		expect(await auditOf(server.db, schoolId, 'roster-imported')).toHaveLength(1);
	});

	it('gives every class its own emblem and no two pupils of a class the same animal', async () => {
		const server = await running();
		const schoolId = await schoolWithoutPeople(server);
		await importRoster(server, wish(schoolId, await demoSchool()));
		const classes = await listClasses(server.db, schoolId);
		expect(new Set(classes.map(({ emblem }) => emblem)).size).toBe(Math.min(8, classes.length));
		const rows = await server.db
			.selectFrom('class_pupil')
			.innerJoin('pupil', 'pupil.pupil_id', 'class_pupil.pupil_id')
			.select(['class_pupil.class_id', 'pupil.picture'])
			.where('pupil.school_id', '=', schoolId)
			.execute();
		for (const { classId } of classes) {
			const pictures = rows.filter((row) => row.class_id === classId).map((row) => row.picture);
			expect(new Set(pictures).size).toBe(pictures.length);
		}
	});

	it('changes nothing in a dry run', async () => {
		const server = await running();
		const schoolId = await schoolWithoutPeople(server);
		const outcome = await importRoster(
			server,
			wish(schoolId, await demoSchool(), { dryRun: true })
		);
		expect(planOf(outcome).pupils.add.length).toBeGreaterThan(150);
		expect(await countPupils(server.db, schoolId)).toBe(0);
		expect(await listStaff(server.db, schoolId)).toEqual([]);
	});

	it('lets a pupil leave and come back as the same child, with the same picture', async () => {
		const server = await running();
		const schoolId = await schoolWithoutPeople(server);
		const roster = await demoSchool();
		await importRoster(server, wish(schoolId, roster));
		const [gone] = roster.pupils;
		if (!gone) throw new Error('There is a pupil.');
		const child = async () =>
			(await pupilsOf(server, schoolId)).find(({ source_id }) => source_id === gone.sourceId);
		const before = await child();

		const without = { ...roster, pupils: roster.pupils.slice(1) };
		const left = await importRoster(server, wish(schoolId, without));
		expect(planOf(left).pupils.leave).toHaveLength(1);
		expect((await child())?.left_at).toBeGreaterThan(0);
		expect(await countPupils(server.db, schoolId)).toBe(without.pupils.length);

		const back = await importRoster(server, wish(schoolId, roster));
		expect(planOf(back).pupils.comeBack).toHaveLength(1);
		expect(await child()).toEqual(before);
	});

	it('changes only what changed', async () => {
		const server = await running();
		const schoolId = await schoolWithoutPeople(server);
		const roster = await demoSchool();
		await importRoster(server, wish(schoolId, roster));
		const before = await pupilsOf(server, schoolId);
		const [first, ...others] = roster.pupils;
		const other = roster.classes.find(({ sourceId }) => !first?.classSourceIds.includes(sourceId));
		if (!first || !other) throw new Error('There is a pupil and another class.');
		const moved = { ...first, classSourceIds: [other.sourceId], yearGroup: 6 };
		const outcome = await importRoster(
			server,
			wish(schoolId, { ...roster, pupils: [moved, ...others] })
		);
		expect(planOf(outcome).pupils.change.map(({ fields }) => fields.sort())).toEqual([
			['classSourceIds', 'yearGroup']
		]);
		const after = await pupilsOf(server, schoolId);
		const differ = after.filter(
			(row) =>
				JSON.stringify(row) !==
				JSON.stringify(before.find(({ pupil_id }) => pupil_id === row.pupil_id))
		);
		expect(differ.map(({ source_id }) => source_id)).toEqual([first.sourceId]);
	});

	it('asks before a quarter of the pupils leave', async () => {
		const server = await running();
		const schoolId = await schoolWithoutPeople(server);
		const roster = await demoSchool();
		await importRoster(server, wish(schoolId, roster));
		const half = { ...roster, pupils: roster.pupils.slice(roster.pupils.length / 2) };
		expect((await importRoster(server, wish(schoolId, half))).kind).toBe('many-would-leave');
		expect(await countPupils(server.db, schoolId)).toBe(roster.pupils.length);
		await importRoster(server, wish(schoolId, half, { manyMayLeave: true }));
		expect(await countPupils(server.db, schoolId)).toBe(half.pupils.length);
	});

	it('takes no other school’s files', async () => {
		const server = await running();
		const schoolId = await schoolWithoutPeople(server);
		const roster = await demoSchool();
		await importRoster(server, wish(schoolId, roster));
		const other = { ...roster, school: { sourceId: 'another', name: 'Another' } };
		expect(await importRoster(server, wish(schoolId, other))).toEqual({ kind: 'other-school' });
	});

	it('makes nobody a lead through a file that the office brings', async () => {
		const server = await running();
		const schoolId = await schoolWithoutPeople(server);
		const roster = await demoSchool();
		await importRoster(server, wish(schoolId, roster, { mayNameLeads: false }));
		const staff = await listStaff(server.db, schoolId);
		expect(new Set(staff.map(({ role }) => role))).toEqual(new Set(['adult', 'office']));
		// The same file from a lead later does not change what the school has decided.
		await importRoster(server, wish(schoolId, roster));
		expect(new Set((await listStaff(server.db, schoolId)).map(({ role }) => role))).toEqual(
			new Set(['adult', 'office'])
		);
	});

	it('writes all of an import or nothing', async () => {
		const server = await running();
		const schoolId = await schoolWithoutPeople(server);
		const roster = await demoSchool();
		const [pupil] = roster.pupils;
		if (!pupil) throw new Error('There is a pupil.');
		// Membership twice: only the very end of the import finds out.
		const broken = { ...pupil, classSourceIds: ['class-enfys', 'class-enfys'] };
		await expect(
			importRoster(server, wish(schoolId, { ...roster, pupils: [broken] }))
		).rejects.toThrow();
		expect(await listClasses(server.db, schoolId)).toEqual([]);
		expect(await countPupils(server.db, schoolId)).toBe(0);
	});

	it('leaves other schools alone', async () => {
		const server = await running();
		const [one, two] = [await schoolWithoutPeople(server), await schoolWithoutPeople(server)];
		const roster = await demoSchool();
		await importRoster(server, wish(one, roster));
		await importRoster(server, wish(two, { ...roster, pupils: roster.pupils.slice(0, 5) }));
		expect(await countPupils(server.db, one)).toBe(roster.pupils.length);
		expect(await countPupils(server.db, two)).toBe(5);
	});
});

onBothDatabases('a school that was imported first', (database) => {
	it('is set up as that school, and its lead is the one of the roster', async () => {
		const server = await runningOn(database());
		const schoolId = await schoolWithoutPeople(server);
		const roster = await demoSchool();
		await importRoster(server, wish(schoolId, roster));
		const lead = roster.staff.find(({ role }) => role === 'lead');
		if (!lead?.email) throw new Error('The demo school has a lead with an address.');
		const made = await setUpSchool(server, {
			schoolName: 'Ysgol Cwm Enfys',
			language: 'cy',
			leadName: lead.displayName,
			email: lead.email,
			password: 'tri mochyn bach'
		});
		expect(made.schoolId).toBe(schoolId);
		const staff = await listStaff(server.db, schoolId);
		expect(staff).toHaveLength(roster.staff.length);
		expect(staff.find(({ staffId }) => staffId === made.leadId)?.accountId).not.toBeNull();
		expect((await importRoster(server, wish(schoolId, roster))).kind).toBe('nothing-new');
	});
});
