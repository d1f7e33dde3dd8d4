// Who is around which child: what the rules of giving, hand-on and visibility need to know, in few
// queries for a whole batch of envelopes.
import type { PeopleAroundChild } from '$lib/domain/people';
import type { StaffRole } from '$lib/domain/school';
import type { Db } from './open';

export interface KnownAdult {
	role: StaffRole;
	awayUntil: number | null;
	/** Has left the school: nothing new is given to them. */
	hasLeft: boolean;
	/** Agreed to be asked by children. */
	mayBeAsked: boolean;
}

interface KnownPupil {
	classIds: string[];
	trustedIds: string[];
	/** By leads; never leaves the server. */
	standingExcludedIds: string[];
}

export interface PeopleOfSchool {
	adults: ReadonlyMap<string, KnownAdult>;
	pupils: ReadonlyMap<string, KnownPupil>;
	classAdultIds: ReadonlyMap<string, string[]>;
	/** The one class of each kiosk asked for, if it has one. */
	kioskClassIds: ReadonlyMap<string, string | null>;
}

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

/** Everybody on the staff, these pupils and these kiosks' classes. What is not the school's is not in it. */
export async function loadPeople(
	db: Db,
	schoolId: string,
	wanted: { pupilIds: readonly string[]; kioskIds: readonly string[] }
): Promise<PeopleOfSchool> {
	const pupilIds = [...new Set(wanted.pupilIds)];
	const kioskIds = [...new Set(wanted.kioskIds)];
	const staffRows = await db
		.selectFrom('staff_member')
		.select(['staff_id', 'role', 'away_until', 'left_at', 'may_be_asked'])
		.where('school_id', '=', schoolId)
		.orderBy('staff_id')
		.execute();
	const adults = new Map(
		staffRows.map((row) => [
			row.staff_id,
			{
				role: row.role,
				awayUntil: row.away_until,
				hasLeft: row.left_at !== null,
				mayBeAsked: row.may_be_asked === 1
			}
		])
	);
	const kioskRows = kioskIds.length
		? await db
				.selectFrom('kiosk')
				.select(['kiosk_id', 'class_id'])
				.where('school_id', '=', schoolId)
				.where('kiosk_id', 'in', kioskIds)
				.execute()
		: [];
	const pupils = await loadPupils(db, schoolId, pupilIds);
	return {
		adults,
		pupils,
		kioskClassIds: new Map(kioskRows.map((row) => [row.kiosk_id, row.class_id])),
		// Of every class: a school has few, and a new child may have picked any.
		classAdultIds: await loadClassAdults(db, schoolId)
	};
}

async function loadPupils(
	db: Db,
	schoolId: string,
	pupilIds: string[]
): Promise<Map<string, KnownPupil>> {
	if (pupilIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('pupil')
		.leftJoin('class_pupil', (join) =>
			join
				.onRef('class_pupil.school_id', '=', 'pupil.school_id')
				.onRef('class_pupil.pupil_id', '=', 'pupil.pupil_id')
		)
		.select(['pupil.pupil_id', 'class_pupil.class_id'])
		.where('pupil.school_id', '=', schoolId)
		.where('pupil.pupil_id', 'in', pupilIds)
		.orderBy('class_pupil.class_id')
		.execute();
	const adultRows = await db
		.selectFrom('trusted_adult')
		.select(['pupil_id', 'staff_id', 'position'])
		.where('school_id', '=', schoolId)
		.where('pupil_id', 'in', pupilIds)
		.unionAll(
			db
				.selectFrom('standing_exclusion')
				.select((eb) => ['pupil_id', 'staff_id', eb.lit(-1).as('position')])
				.where('school_id', '=', schoolId)
				.where('pupil_id', 'in', pupilIds)
		)
		.orderBy('position')
		.execute();
	const classes = new Map<string, string[]>();
	for (const row of rows) {
		if (row.class_id !== null) addTo(classes, row.pupil_id, row.class_id);
	}
	const trusted = new Map<string, string[]>();
	const excluded = new Map<string, string[]>();
	for (const row of adultRows) {
		addTo(row.position < 0 ? excluded : trusted, row.pupil_id, row.staff_id);
	}
	return new Map(
		rows.map(({ pupil_id }) => [
			pupil_id,
			{
				classIds: classes.get(pupil_id) ?? [],
				trustedIds: trusted.get(pupil_id) ?? [],
				standingExcludedIds: excluded.get(pupil_id) ?? []
			}
		])
	);
}

async function loadClassAdults(db: Db, schoolId: string): Promise<Map<string, string[]>> {
	const lists = new Map<string, string[]>();
	const rows = await db
		.selectFrom('class_adult')
		.select(['class_id', 'staff_id'])
		.where('school_id', '=', schoolId)
		.orderBy('staff_id')
		.execute();
	for (const row of rows) addTo(lists, row.class_id, row.staff_id);
	return lists;
}

/**
 * The people around a child, or around a kiosk when the child is not known. Whoever has left the
 * school is nowhere in it but among the excluded.
 */
export function peopleAround(
	people: PeopleOfSchool,
	of: {
		pupilId: string | null;
		kioskId: string;
		excludedByChildIds: readonly string[];
		/** The class that a child who is not on the list yet has picked, `null` for none. */
		newInClassId?: string | null;
	},
	now: number
): PeopleAroundChild {
	const pupil = of.pupilId === null ? undefined : people.pupils.get(of.pupilId);
	const kioskClassId = people.kioskClassIds.get(of.kioskId);
	const pickedId = of.newInClassId === undefined ? kioskClassId : of.newInClassId;
	const classIds = pupil ? pupil.classIds : pickedId ? [pickedId] : [];
	const isHere = (id: string) => people.adults.get(id)?.hasLeft === false;
	const ofRole = (role: StaffRole) =>
		[...people.adults].flatMap(([id, adult]) => (adult.role === role && isHere(id) ? id : []));
	const classAdultIds = classAdultsOf(people, classIds).filter(isHere);
	const leadIds = ofRole('lead');
	// Whom the child has named, and who has taken the agreement back, stands on no tablet any more: the child
	// could not leave them out.
	const isShown = (id: string) =>
		people.adults.get(id)?.mayBeAsked === true || [...classAdultIds, ...leadIds].includes(id);
	return {
		trustedIds: (pupil?.trustedIds ?? []).filter((id) => isHere(id) && isShown(id)),
		classAdultIds,
		leadIds,
		headIds: ofRole('head'),
		// Kept for the contact outside the team, whom no role stands for yet.
		outOfTeamIds: [],
		excludedIds: [
			...of.excludedByChildIds,
			...(pupil?.standingExcludedIds ?? []),
			...[...people.adults.keys()].filter((id) => !isHere(id))
		],
		awayIds: [...people.adults].flatMap(([id, { awayUntil }]) =>
			awayUntil !== null && awayUntil > now ? id : []
		)
	};
}

/** The adults of these classes, each once. */
export const classAdultsOf = (people: PeopleOfSchool, classIds: readonly string[]): string[] => [
	...new Set(classIds.flatMap((id) => people.classAdultIds.get(id) ?? []))
];
