// Writes what a roster changes: one transaction, nobody deleted.
import { v7 as newId } from 'uuid';
import { endSessionsOf } from '../database/accounts';
import { writeAudit } from '../database/audit';
import { knownRoster } from '../database/known-roster';
import type { Db } from '../database/open';
import { insertStaffMember, staffMember } from '../database/people';
import {
	insertClasses,
	insertPupils,
	markLeft,
	picturesInUse,
	replaceClasses,
	updateClass,
	updatePupil,
	updateStaffFromRoster
} from '../database/roster';
import {
	insertSchool,
	lockSchool,
	schoolById,
	updateSchool,
	type School
} from '../database/school';
import { initialsOf, patternFor } from '../set-up/portrait';
import { newAnimal, newEmblem } from './new-pictures';
import { isEmptyPlan, planImport, type ImportPlan, type KnownRoster } from './plan-import';
import type { Roster, RosterStaff } from './roster';
import type { RunningServer } from '../running';

export interface ImportWish {
	schoolId: string;
	roster: Roster;
	/** A staff id, or `command`. */
	actor: string;
	/** Only says what would change. */
	dryRun: boolean;
	/**
	 * Staff who come in as lead or head read requests. Only a lead, or whoever has the command line,
	 * may let a file name them; else they come in as adults.
	 */
	mayNameLeads: boolean;
	/** Somebody has looked at how many pupils would leave. */
	manyMayLeave: boolean;
	/** Made in the same transaction: an import that fails leaves no empty school behind. */
	newSchool?: School;
}

export type ImportOutcome =
	| { kind: 'imported' | 'dry-run' | 'nothing-new'; plan: ImportPlan; terms: Term[] | null }
	/** A quarter of the pupils or more would leave: the files may not be whole. Nothing was changed. */
	| { kind: 'many-would-leave'; plan: ImportPlan; terms: Term[] | null }
	/** The files are another school's: everybody would leave. Nothing was changed. */
	| { kind: 'other-school' };

type Term = { from: string; to: string };

/** @throws Error when there is no such school. */
export async function importRoster(
	{ db }: Pick<RunningServer, 'db'>,
	wish: ImportWish
): Promise<ImportOutcome> {
	return db.transaction().execute(async (tx): Promise<ImportOutcome> => {
		const { schoolId, dryRun, newSchool } = wish;
		if (newSchool) await insertSchool(tx, newSchool);
		await lockSchool(tx, schoolId);
		const school = await schoolById(tx, schoolId);
		if (!school) throw new Error(`There is no school ${schoolId}`);
		const sourceId = wish.roster.school.sourceId || null;
		if (sourceId && school.sourceId && sourceId !== school.sourceId)
			return { kind: 'other-school' };

		const known = await knownRoster(tx, schoolId);
		const roster = wish.mayNameLeads ? wish.roster : withoutNewLeads(wish.roster, known);
		const plan = planImport(roster, known);
		// A school that has entered its own term dates keeps them.
		const terms = school.timetable.terms.length === 0 ? termsOf(roster) : null;
		if (dryRun) return { kind: 'dry-run', plan, terms };
		if (plan.manyWouldLeave && !wish.manyMayLeave) return { kind: 'many-would-leave', plan, terms };
		if (isEmptyPlan(plan) && !terms) return { kind: 'nothing-new', plan, terms };

		await applyPlan(tx, schoolId, plan, known);
		await updateSchool(tx, schoolId, {
			...(sourceId && { sourceId }),
			...(terms && { timetable: { ...school.timetable, terms } })
		});
		await writeAudit(tx, {
			schoolId,
			actor: wish.actor,
			action: 'roster-imported',
			subject: schoolId,
			detail: counts(plan)
		});
		return { kind: 'imported', plan, terms };
	});
}

/** A file alone makes nobody a reader of requests: new leads and heads come in as adults. */
function withoutNewLeads(roster: Roster, known: KnownRoster): Roster {
	const confirmed = new Set(
		planImport(roster, known).rolesToConfirm.map(({ sourceId }) => sourceId)
	);
	const asAdult = (one: RosterStaff): RosterStaff =>
		confirmed.has(one.sourceId) ? { ...one, role: 'adult' } : one;
	return { ...roster, staff: roster.staff.map(asAdult) };
}

function termsOf(roster: Roster): Term[] | null {
	const terms = roster.sessions.flatMap(({ type, startDate, endDate }) =>
		type === 'term' && startDate && endDate ? [{ from: startDate, to: endDate }] : []
	);
	return terms.length > 0 ? terms.sort((a, b) => (a.from < b.from ? -1 : 1)) : null;
}

const counts = ({ classes, pupils, staff }: ImportPlan) =>
	Object.fromEntries(
		Object.entries({ classes, pupils, staff }).map(([kind, { add, change, leave, comeBack }]) => [
			kind,
			{
				added: add.length,
				changed: change.length,
				left: leave.length,
				cameBack: comeBack.length
			}
		])
	);

async function applyPlan(
	tx: Db,
	schoolId: string,
	plan: ImportPlan,
	known: KnownRoster
): Promise<void> {
	const now = Date.now();
	const classIds = await applyClasses(tx, schoolId, plan, known);
	const idsOf = (sourceIds: readonly string[]) => sourceIds.flatMap((id) => classIds.get(id) ?? []);
	const rosterClassIds = [...classIds.values()];
	await applyPupils(tx, schoolId, plan, idsOf, rosterClassIds);
	await applyStaff(tx, schoolId, plan, known, idsOf, rosterClassIds);
	for (const { id } of plan.staff.leave) await signOutEverywhere(tx, schoolId, id);
	const idsOfLeavers = (leavers: { id: string }[]) => leavers.map(({ id }) => id);
	await markLeft(
		tx,
		schoolId,
		{
			classIds: idsOfLeavers(plan.classes.leave),
			pupilIds: idsOfLeavers(plan.pupils.leave),
			staffIds: idsOfLeavers(plan.staff.leave)
		},
		now
	);
}

async function signOutEverywhere(tx: Db, schoolId: string, staffId: string): Promise<void> {
	const staff = await staffMember(tx, schoolId, staffId);
	if (staff?.accountId) await endSessionsOf(tx, staff.accountId);
}

/** @returns our id of every class of the roster, by the roster's. */
async function applyClasses(
	tx: Db,
	schoolId: string,
	{ classes }: ImportPlan,
	known: KnownRoster
): Promise<Map<string, string>> {
	const { emblems } = await picturesInUse(tx, schoolId);
	const added = classes.add.map((one) => {
		const emblem = newEmblem(emblems);
		emblems.push(emblem);
		return { ...one, id: newId(), emblem };
	});
	await insertClasses(tx, schoolId, added);
	for (const { id, to } of [...classes.change, ...classes.comeBack]) {
		await updateClass(tx, schoolId, id, to);
	}
	return new Map(
		[...known.classes, ...added].flatMap(({ id, sourceId }) =>
			sourceId === null ? [] : [[sourceId, id] as const]
		)
	);
}

async function applyPupils(
	tx: Db,
	schoolId: string,
	{ pupils }: ImportPlan,
	idsOf: (sourceIds: readonly string[]) => string[],
	rosterClassIds: string[]
): Promise<void> {
	const { pupilsByClass } = await picturesInUse(tx, schoolId);
	const added = pupils.add.map((one) => {
		const classIds = idsOf(one.classSourceIds);
		const used = classIds.flatMap((id) => pupilsByClass.get(id) ?? []);
		const picture = newAnimal(used, (rosterClassIds.indexOf(classIds[0] ?? '') + 1) * 5);
		for (const id of classIds) pupilsByClass.set(id, [...(pupilsByClass.get(id) ?? []), picture]);
		return { ...one, id: newId(), picture };
	});
	await insertPupils(tx, schoolId, added);
	const changed = [...pupils.change, ...pupils.comeBack];
	for (const { id, to } of changed) await updatePupil(tx, schoolId, id, to);
	const moved = [...added, ...changed.map(({ id, to }) => ({ id, ...to }))];
	await replaceClasses(
		tx,
		schoolId,
		'pupils',
		moved.map(({ id, classSourceIds }) => ({ id, classIds: idsOf(classSourceIds) })),
		rosterClassIds
	);
}

async function applyStaff(
	tx: Db,
	schoolId: string,
	{ staff }: ImportPlan,
	known: KnownRoster,
	idsOf: (sourceIds: readonly string[]) => string[],
	rosterClassIds: string[]
): Promise<void> {
	const school = await schoolById(tx, schoolId);
	const added: { id: string; classSourceIds: string[] }[] = [];
	for (const one of staff.add) {
		const id = newId();
		await insertStaffMember(tx, schoolId, {
			staffId: id,
			sourceId: one.sourceId,
			displayName: one.displayName,
			initials: initialsOf(one.displayName),
			pattern: patternFor(known.staff.length + added.length),
			role: one.role,
			email: one.email,
			accountId: null,
			language: school?.language ?? 'en',
			// Being named by children is asked of each adult; see the page of people.
			mayBeAsked: false
		});
		added.push({ id, classSourceIds: one.classSourceIds });
	}
	const changed = [...staff.change, ...staff.comeBack];
	for (const { id, to } of changed) {
		const initials = initialsOf(to.displayName);
		await updateStaffFromRoster(tx, schoolId, id, { ...to, initials });
	}
	const moved = [
		...added,
		...changed.map(({ id, to }) => ({ id, classSourceIds: to.classSourceIds }))
	];
	await replaceClasses(
		tx,
		schoolId,
		'staff',
		moved.map(({ id, classSourceIds }) => ({ id, classIds: idsOf(classSourceIds) })),
		rosterClassIds
	);
}
