// The last step of both readers: what can only be seen once everybody is known, and the point where
// surnames are dropped.
import { firstLetters, looksGarbled, nameKey } from './person-name';
import type { Roster, RosterClass, RosterPupil, RosterStaff } from './roster';
import { rosterWarning, type RosterProblem } from './roster-problem';

interface ReadPlace {
	file: string;
	line: number;
}

export interface ReadPupil extends Omit<RosterPupil, 'distinguisher'> {
	/** Only for telling apart; never leaves this folder. */
	surname: string;
	place: ReadPlace;
}

export interface ReadStaff extends RosterStaff {
	/** Used where two would be called the same: “Mrs Siân Jones”. */
	fullerName: string;
	place: ReadPlace;
}

export interface ReadClass extends RosterClass {
	place: ReadPlace;
}

export interface ReadRoster extends Omit<Roster, 'classes' | 'pupils' | 'staff'> {
	classes: ReadClass[];
	pupils: ReadPupil[];
	staff: ReadStaff[];
}

/** More letters of a surname than this are never kept. */
const DISTINGUISHER_LIMIT_LETTERS = 3;

const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();

function groupedBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): T[][] {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		for (const key of keysOf(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
	}
	return [...groups.values()];
}

/** How many letters of the surname tell this pupil from namesakes; the limit when none do. */
function lettersNeeded(pupil: ReadPupil, namesakes: readonly ReadPupil[]): number {
	for (let count = 1; count < DISTINGUISHER_LIMIT_LETTERS; count++) {
		const own = nameKey(firstLetters(pupil.surname, count));
		if (namesakes.every((other) => nameKey(firstLetters(other.surname, count)) !== own)) {
			return count;
		}
	}
	return DISTINGUISHER_LIMIT_LETTERS;
}

/** Distinguishers by pupil, for those who share a first name in a class. */
function distinguishers(
	pupils: readonly ReadPupil[],
	problems: RosterProblem[]
): Map<ReadPupil, string> {
	const letters = new Map<ReadPupil, number>();
	const reported = new Set<string>();
	const groups = groupedBy(pupils, ({ firstName, classSourceIds }) =>
		(classSourceIds.length === 0 ? [''] : classSourceIds).map(
			(classId) => `${classId}\n${nameKey(firstName)}`
		)
	);
	for (const group of groups.filter((each) => each.length > 1)) {
		for (const [at, pupil] of group.entries()) {
			const namesakes = group.filter((other) => other !== pupil);
			letters.set(pupil, Math.max(letters.get(pupil) ?? 1, lettersNeeded(pupil, namesakes)));
			const shown = nameKey(firstLetters(pupil.surname, DISTINGUISHER_LIMIT_LETTERS));
			const alike = group
				.slice(0, at)
				.find(
					(other) => nameKey(firstLetters(other.surname, DISTINGUISHER_LIMIT_LETTERS)) === shown
				);
			if (!alike) continue;
			const params = { sourceId: pupil.sourceId, otherSourceId: alike.sourceId };
			const pair = `${alike.sourceId}\n${pupil.sourceId}`;
			if (reported.has(pair)) continue;
			reported.add(pair);
			const same = pupil.surname !== '' && nameKey(alike.surname) === nameKey(pupil.surname);
			const code = same && pupil.classSourceIds.length > 0 ? 'maybe-same-pupil' : 'names-alike';
			problems.push(rosterWarning(code, pupil.place, params));
		}
	}
	return new Map([...letters].map(([pupil, count]) => [pupil, firstLetters(pupil.surname, count)]));
}

function assembleClasses(read: ReadRoster, problems: RosterProblem[]): RosterClass[] {
	return read.classes.map(({ place, ...one }) => {
		const pupils = read.pupils.filter((pupil) => pupil.classSourceIds.includes(one.sourceId));
		if (pupils.length === 0 && read.covers.pupils) {
			problems.push(rosterWarning('class-without-pupils', place, { sourceId: one.sourceId }));
		}
		const ofPupils = pupils.flatMap(({ yearGroup }) => (yearGroup === null ? [] : [yearGroup]));
		const years = one.yearGroups.length > 0 ? one.yearGroups : ofPupils;
		return { ...one, yearGroups: [...new Set(years)].sort((a, b) => a - b) };
	});
}

/** A pupil without a year group has that of the class, when the class has just one. */
function yearGroupFromClass(pupil: ReadPupil, classes: readonly RosterClass[]): number | null {
	const years = new Set(
		classes
			.filter(({ sourceId }) => pupil.classSourceIds.includes(sourceId))
			.flatMap(({ yearGroups }) => yearGroups)
	);
	const [only] = years;
	return years.size === 1 && only !== undefined ? only : null;
}

function assembleStaff(read: ReadRoster, problems: RosterProblem[]): RosterStaff[] {
	const firstWithEmail = new Map<string, ReadStaff>();
	const counts = new Map<string, number>();
	for (const { displayName } of read.staff) {
		counts.set(nameKey(displayName), (counts.get(nameKey(displayName)) ?? 0) + 1);
	}
	return read.staff.map((one) => {
		const first = one.email === null ? undefined : firstWithEmail.get(one.email);
		if (first) {
			problems.push(rosterWarning('email-shared', one.place, { firstLine: first.place.line }));
		} else if (one.email !== null) {
			firstWithEmail.set(one.email, one);
		}
		const shared = (counts.get(nameKey(one.displayName)) ?? 0) > 1;
		const { sourceId, role } = one;
		return {
			sourceId,
			displayName: shared ? one.fullerName : one.displayName,
			role,
			classSourceIds: sorted(one.classSourceIds),
			email: first ? null : one.email
		};
	});
}

/** The roster without anything that the product does not need, in the order of the files. */
export function assembleRoster(read: ReadRoster, problems: RosterProblem[]): Roster {
	const classes = assembleClasses(read, problems);
	const tellApart = distinguishers(read.pupils, problems);
	const pupils = read.pupils.map((pupil) => {
		const { sourceId, firstName, place } = pupil;
		if (looksGarbled(firstName)) problems.push(rosterWarning('name-garbled', place, { sourceId }));
		if (pupil.classSourceIds.length === 0) {
			problems.push(rosterWarning('pupil-without-class', place, { sourceId }));
		}
		return {
			sourceId,
			firstName,
			distinguisher: tellApart.get(pupil) || null,
			yearGroup: pupil.yearGroup ?? yearGroupFromClass(pupil, classes),
			classSourceIds: sorted(pupil.classSourceIds)
		};
	});
	for (const { displayName, sourceId, place } of read.staff) {
		if (looksGarbled(displayName)) {
			problems.push(rosterWarning('name-garbled', place, { sourceId }));
		}
	}
	return {
		school: read.school,
		sessions: read.sessions,
		classes,
		pupils,
		staff: assembleStaff(read, problems),
		covers: read.covers
	};
}
