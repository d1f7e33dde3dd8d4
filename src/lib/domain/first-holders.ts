// Whom a request is given to at once, in the same moment as it is stored.
import type { VisitWish } from './check-in';
import type { RoomAdults } from './cwtch';
import { withoutExcluded, type PeopleAroundChild } from './people';

/**
 * Whom a hello or an ask is given to at once: the adults whom the child chose; for Anyone the
 * class's adults, or the leads for a pupil without a class. Nobody for Skip.
 *
 * An ask of which all of these are excluded goes to the leads, and if all of them are excluded
 * too to the head, then to the out-of-team contact. It is empty only when none of them may know:
 * then raise the alarm beyond them. A hello has no such way round: a child does not greet a stranger.
 *
 * Being away changes nothing here: the child was shown it and chose all the same, and the
 * hand-on finds somebody else in time.
 */
export function firstHolders(wish: VisitWish, people: PeopleAroundChild): string[] {
	if (wish.kind === 'skip') return [];
	const anyone = people.classAdultIds.length > 0 ? people.classAdultIds : people.leadIds;
	const wanted = wish.adultIds.length > 0 ? wish.adultIds : anyone;
	if (wish.kind === 'hello') return withoutExcluded(wanted, people.excludedIds);
	return firstNotEmpty([wanted, ...lastResort(people)], people);
}

/**
 * The child's own words that came with a hello or with nothing else: somebody reads them, as if the child had
 * asked. The adults whom the child greeted; else the class's adults.
 */
export function wordsHolders(
	wish: Extract<VisitWish, { kind: 'hello' | 'skip' }>,
	people: PeopleAroundChild
): string[] {
	return askHolders(wish.kind === 'hello' ? wish.adultIds : [], people);
}

const askHolders = (adultIds: string[], people: PeopleAroundChild): string[] =>
	firstHolders({ kind: 'ask', adultIds, how: 'chat', when: 'whenever' }, people);

/**
 * "After something calm the feeling was bigger": the adults whom the child chose in that visit, else the
 * class's, as if the child had asked.
 */
export const reflectHolders = (
	chosenAdultIds: readonly string[],
	people: PeopleAroundChild
): string[] => askHolders([...chosenAdultIds], people);

/** Who hears what goes on in the Cwtch: whoever is there, else whoever looks after it and the class's adults. */
export function roomHearers(room: RoomAdults, people: PeopleAroundChild): string[] {
	const near = [...people.classAdultIds, ...room.usualIds];
	return firstNotEmpty([[...room.hereIds], near], people);
}

/** "May I come?" reaches the same adults, else the last resort. */
export function comeHolders(room: RoomAdults, people: PeopleAroundChild): string[] {
	const hearers = roomHearers(room, people);
	return hearers.length > 0 ? hearers : firstNotEmpty(lastResort(people), people);
}

/** A need reaches the class's adults at once, else the last resort. */
export function needHolders(people: PeopleAroundChild): string[] {
	return firstNotEmpty([people.classAdultIds, ...lastResort(people)], people);
}

/**
 * A child who is not on the list yet reaches the adults of the class that was picked, and whoever was
 * chosen; else the last resort.
 */
export function newChildHolders(
	chosenAdultIds: readonly string[],
	people: PeopleAroundChild
): string[] {
	const near = [...chosenAdultIds, ...people.classAdultIds];
	return firstNotEmpty([near, ...lastResort(people)], people);
}

/** What a child asks without a name reaches the leads; where all of them are left out, who stands in for them. */
export const namelessHolders = (people: PeopleAroundChild): string[] =>
	firstNotEmpty(lastResort(people), people);

/**
 * An urgent request reaches the class's adults and all leads at once; without any of them the
 * head; without a head the out-of-team contact.
 */
export function urgentHolders(people: PeopleAroundChild): string[] {
	const { classAdultIds, leadIds, headIds, outOfTeamIds } = people;
	return firstNotEmpty([[...classAdultIds, ...leadIds], headIds, outOfTeamIds], people);
}

/** When nobody whom it is meant for may know: the leads, else the head, else the out-of-team contact. */
const lastResort = ({ leadIds, headIds, outOfTeamIds }: PeopleAroundChild) => [
	leadIds,
	headIds,
	outOfTeamIds
];

function firstNotEmpty(groups: string[][], { excludedIds }: PeopleAroundChild): string[] {
	const reached = groups.map((group) => withoutExcluded(group, excludedIds));
	return reached.find((group) => group.length > 0) ?? [];
}
