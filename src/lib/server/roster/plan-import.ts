// What an import would change. Pure: the roster and what the database has come in, a plan comes out.
import type { Roster, RosterClass, RosterPupil, RosterStaff, StaffRole } from './roster';

interface Known {
	/** Our own id. */
	id: string;
	/** Null for somebody added by hand: no import touches those, except staff found by their e-mail. */
	sourceId: string | null;
	left: boolean;
}

export interface KnownClass extends Known, Omit<RosterClass, 'sourceId'> {}
/** `classSourceIds` holds classes of the roster only; classes made by hand are not the import's. */
export interface KnownPupil extends Known, Omit<RosterPupil, 'sourceId'> {}
export interface KnownStaff extends Known, Omit<RosterStaff, 'sourceId'> {}

/** What the database has of a school, those who left included. */
export interface KnownRoster {
	classes: KnownClass[];
	pupils: KnownPupil[];
	staff: KnownStaff[];
}

export interface Change<K, R> {
	id: string;
	from: K;
	/** What to write; fields that the roster does not cover are those of `from`. */
	to: R;
	fields: (keyof R)[];
}

export interface KindPlan<K, R> {
	add: R[];
	change: Change<K, R>[];
	/** They left: nothing of theirs is deleted. */
	leave: K[];
	/** They had left and are in the roster again. */
	comeBack: Change<K, R>[];
	unchanged: number;
}

export interface ImportPlan {
	classes: KindPlan<KnownClass, RosterClass>;
	pupils: KindPlan<KnownPupil, RosterPupil>;
	staff: KindPlan<KnownStaff, RosterStaff>;
	/**
	 * Staff who would come in as lead or head. A file alone must not make somebody a reader of
	 * requests: a lead confirms these, or they come in as adults.
	 */
	rolesToConfirm: RosterStaff[];
	/** The roster names another role than the school gave. The school's stays; changed on the staff page. */
	rolesThatDiffer: { id: string; known: StaffRole; roster: StaffRole }[];
	/** So many pupils would leave that the file is probably not whole; ask before applying. */
	manyWouldLeave: boolean;
}

/** Above this share of pupils leaving at once, a person is asked. A year group is a seventh. */
export const MANY_LEAVE_SHARE = 0.25;

function fieldsThatDiffer<R extends object>(from: R, to: R): (keyof R)[] {
	const same = (a: unknown, b: unknown) =>
		Array.isArray(a) && Array.isArray(b)
			? a.length === b.length && [...a].sort().every((each, at) => each === [...b].sort()[at])
			: a === b;
	return (Object.keys(to) as (keyof R)[]).filter((field) => !same(from[field], to[field]));
}

function planKind<K extends Known, R extends { sourceId: string }>(
	known: readonly K[],
	listed: readonly R[],
	covered: boolean,
	find: (one: R) => K | undefined,
	written: (one: R, from: K) => R
): KindPlan<K, R> {
	const plan: KindPlan<K, R> = { add: [], change: [], leave: [], comeBack: [], unchanged: 0 };
	const found = new Set<K>();
	for (const one of listed) {
		const from = find(one);
		if (!from || found.has(from)) {
			plan.add.push(one);
			continue;
		}
		found.add(from);
		const to = written(one, from);
		const fields = fieldsThatDiffer<object>(from, to) as (keyof R)[];
		const change = { id: from.id, from, to, fields };
		if (from.left) plan.comeBack.push(change);
		else if (fields.length > 0) plan.change.push(change);
		else plan.unchanged++;
	}
	if (covered) {
		plan.leave = known.filter((one) => one.sourceId !== null && !one.left && !found.has(one));
	}
	return plan;
}

const bySourceId = <K extends Known>(known: readonly K[]) =>
	new Map(known.flatMap((one) => (one.sourceId === null ? [] : [[one.sourceId, one] as const])));

/**
 * Somebody of the staff is the one with the same id; else the one with the same e-mail whose own id
 * the roster does not know: the lead who set the school up by hand, or all staff after the school
 * has changed its system.
 */
function findStaff(known: readonly KnownStaff[], roster: Roster) {
	const byId = bySourceId(known);
	const listed = new Set(roster.staff.map(({ sourceId }) => sourceId));
	const byEmail = new Map<string, KnownStaff>();
	for (const one of known) {
		if (one.email === null || (one.sourceId !== null && listed.has(one.sourceId))) continue;
		const email = one.email.toLowerCase();
		// Of two accounts with one address the one still here counts.
		if (!byEmail.has(email) || !one.left) byEmail.set(email, one);
	}
	return (one: RosterStaff) =>
		byId.get(one.sourceId) ?? (one.email === null ? undefined : byEmail.get(one.email));
}

/**
 * The listed staff with the address that each can have: an address invites only one person. Who stays
 * without being in this file keeps theirs; then the file counts; then what somebody had before.
 */
function withSettledEmails(
	{ staff, covers }: Roster,
	known: readonly KnownStaff[],
	knownAs: (one: RosterStaff) => KnownStaff | undefined
): RosterStaff[] {
	const listed = new Set(staff.map(knownAs));
	const stays = (one: KnownStaff) =>
		!listed.has(one) && !one.left && (one.sourceId === null || !covers.staff);
	const taken = new Set(known.filter(stays).map(({ email }) => email?.toLowerCase()));
	const settled = new Map<RosterStaff, string>();
	const settle = (one: RosterStaff, email: string | null | undefined) => {
		if (!email || settled.has(one) || taken.has(email.toLowerCase())) return;
		taken.add(email.toLowerCase());
		settled.set(one, email);
	};
	for (const one of staff) settle(one, one.email);
	for (const one of staff) settle(one, knownAs(one)?.email);
	return staff.map((one) => ({ ...one, email: settled.get(one) ?? null }));
}

/**
 * What importing this roster would change. Planning again after the plan was applied finds nothing
 * to do. People and classes are never deleted, and what was added by hand never leaves.
 */
export function planImport(roster: Roster, known: KnownRoster): ImportPlan {
	const { covers } = roster;
	const classesById = bySourceId(known.classes);
	const pupilsById = bySourceId(known.pupils);
	const classes = planKind(
		known.classes,
		roster.classes,
		covers.classes,
		({ sourceId }) => classesById.get(sourceId),
		// A staff list names classes without their years.
		(one, from) => (covers.pupils ? one : { ...one, yearGroups: from.yearGroups })
	);
	const pupils = planKind(
		known.pupils,
		roster.pupils,
		covers.pupils,
		({ sourceId }) => pupilsById.get(sourceId),
		(one, from) => ({ ...one, yearGroup: one.yearGroup ?? from.yearGroup })
	);
	const findByIdOrEmail = findStaff(known.staff, roster);
	const found = new Map(roster.staff.map((one) => [one.sourceId, findByIdOrEmail(one)]));
	const knownAs = ({ sourceId }: RosterStaff) => found.get(sourceId);
	const listedStaff = withSettledEmails(roster, known.staff, knownAs);
	const staff = planKind(known.staff, listedStaff, covers.staff, knownAs, (one, from) => ({
		...one,
		// Whoever has left comes back with the role of the roster, not with an old one.
		role: from.left ? one.role : from.role,
		classSourceIds: covers.staffClasses ? one.classSourceIds : from.classSourceIds
	}));
	const here = known.pupils.filter(({ sourceId, left }) => sourceId !== null && !left).length;
	return {
		classes,
		pupils,
		staff,
		rolesToConfirm: [...staff.add, ...staff.comeBack.map(({ to }) => to)].filter(
			({ role }) => role === 'lead' || role === 'head'
		),
		rolesThatDiffer: roster.staff.flatMap((one) => {
			const from = knownAs(one);
			if (!from || from.left || from.role === one.role) return [];
			return [{ id: from.id, known: from.role, roster: one.role }];
		}),
		manyWouldLeave: pupils.leave.length > here * MANY_LEAVE_SHARE
	};
}

/** Whether there is nothing to do. */
export function isEmptyPlan({ classes, pupils, staff }: ImportPlan): boolean {
	return [classes, pupils, staff].every(
		({ add, change, leave, comeBack }) =>
			add.length + change.length + leave.length + comeBack.length === 0
	);
}
