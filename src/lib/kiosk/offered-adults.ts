// Which grown-ups a child is shown. Rules over the directory; the server has the last word.
import type { Directory, DirectoryAdult, DirectoryPupil } from '$lib/crossing/directory';
import { nextTalkTime, type TalkPart } from '$lib/domain/talk-times';

type SchoolPeople = Pick<Directory, 'adults' | 'toldAdults' | 'classes'>;

function inOrder(adults: readonly DirectoryAdult[], ids: readonly string[]): DirectoryAdult[] {
	const byId = new Map(adults.map((adult) => [adult.id, adult]));
	return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

const classesOf = (people: SchoolPeople, pupil: DirectoryPupil) =>
	people.classes.filter(({ id }) => pupil.classIds.includes(id));

const idsOfClasses = (people: SchoolPeople, pupil: DirectoryPupil): string[] =>
	classesOf(people, pupil).flatMap(({ adultIds }) => adultIds);

/** Everybody whom this tablet can name. */
export const knownAdults = ({
	adults,
	toldAdults = []
}: Pick<Directory, 'adults' | 'toldAdults'>): DirectoryAdult[] => [...adults, ...toldAdults];

/**
 * Everybody the child can choose: own trusted adults first, in the child's order, then the class's,
 * then all others by name.
 */
export function adultsToChoose(people: SchoolPeople, pupil: DirectoryPupil): DirectoryAdult[] {
	const byName = [...people.adults].sort((a, b) => a.name.localeCompare(b.name));
	const near = [...pupil.trustedAdultIds, ...idsOfClasses(people, pupil)];
	return inOrder(people.adults, [...near, ...byName.map((adult) => adult.id)]);
}

/**
 * The child's first grown-up who is not left out: a trusted one, else one of the class. `null` is
 * Anyone.
 */
export function firstAdult(
	people: SchoolPeople,
	pupil: DirectoryPupil,
	excludedIds: readonly string[]
): DirectoryAdult | null {
	const near = inOrder(people.adults, [...pupil.trustedAdultIds, ...idsOfClasses(people, pupil)]);
	return near.find((adult) => !excludedIds.includes(adult.id)) ?? null;
}

/**
 * The faces of "Who can see this?": the trusted adults, to whom an ask may be handed on; the class's
 * adults, who see a feeling when nobody is chosen, also those who have not agreed to be asked; the leads;
 * and whom the child chose. The same
 * faces in the same order whatever the child does, so that each can be left out in time and taken
 * back in.
 */
export function adultsWhoCanSee(
	people: SchoolPeople,
	pupil: DirectoryPupil,
	chosen: DirectoryAdult | null
): DirectoryAdult[] {
	const leadIds = leadsOf(people).map((adult) => adult.id);
	const chosenIds = chosen ? [chosen.id] : [];
	const toldIds = [...classesOf(people, pupil), pupil].flatMap(({ toldIds = [] }) => toldIds);
	const near = [...pupil.trustedAdultIds, ...idsOfClasses(people, pupil), ...toldIds];
	return inOrder(knownAdults(people), [...near, ...leadIds, ...chosenIds]);
}

/** Who alone sees what is asked without a name. */
export const leadsOf = (people: Pick<Directory, 'adults'>): DirectoryAdult[] =>
	people.adults.filter((adult) => adult.lead);

/** Classes that have children on this tablet. */
export const classesWithPupils = (directory: Directory) =>
	directory.classes.filter((schoolClass) =>
		directory.pupils.some((pupil) => pupil.classIds.includes(schoolClass.id))
	);

/** The children of a class; `null` for those without one. By name, and always in the same order. */
export function pupilsOfClass(directory: Directory, classId: string | null): DirectoryPupil[] {
	return directory.pupils
		.filter((pupil) => (classId ? pupil.classIds.includes(classId) : pupil.classIds.length === 0))
		.sort(
			(a, b) =>
				a.firstName.localeCompare(b.firstName) ||
				(a.distinguisher ?? '').localeCompare(b.distinguisher ?? '') ||
				a.id.localeCompare(b.id)
		);
}

export const isAway = (adult: DirectoryAdult, now: number): boolean =>
	adult.awayUntil !== null && adult.awayUntil > now;

/** Has said so, and it still holds; away counts more. */
export const isHere = (adult: DirectoryAdult, now: number): boolean =>
	(adult.hereUntil ?? 0) > now && !isAway(adult, now);

/** The next time today that the adult keeps for talks; `null` for none, and for who is away. */
export const talkTimeOf = (
	adult: DirectoryAdult,
	{ school }: Pick<Directory, 'school'>,
	now: number
): TalkPart | null =>
	isAway(adult, now) ? null : nextTalkTime(adult.talkTimes ?? [], now, school.timetable);
