// Who may see what. Deny by default; an excluded adult, even a lead, sees nothing at all.
// The query fragment in server/database/ says the same as `maySee`; a test compares them.
import { withoutExcluded, type PeopleAroundChild } from './people';
import type { StaffRole } from './school';
import type { TalkRequest } from './talk-request';

export interface Viewer {
	staffId: string;
	role: StaffRole;
}

type Excluded = Pick<PeopleAroundChild, 'excludedIds'>;

/**
 * What a member of staff may see of a request: everything or nothing.
 *
 * - Excluded by the child in this visit, or by leads: nothing, whatever else they are.
 * - A lead: everything.
 * - An adult: what the child chose them for, or what they hold (given, handed on, as cover).
 * - Head and office: only what they hold. The roles themselves open nothing.
 * - Taken back by the child: leads, and whoever has opened it already, so that nobody waits for a
 *   child who will not come. The others will never have known.
 */
export function maySee(viewer: Viewer, request: TalkRequest, people: Excluded): 'all' | 'none' {
	const { staffId, role } = viewer;
	if (isExcluded(staffId, request, people)) return 'none';
	if (role === 'lead') return 'all';
	if (request.state === 'taken-back' && !request.seenByIds.includes(staffId)) return 'none';
	if (request.holderIds.includes(staffId)) return 'all';
	return role === 'adult' && request.chosenAdultIds.includes(staffId) ? 'all' : 'none';
}

/** Only leads learn that somebody was left out, and follow it up in person. */
export function maySeeWhoWasLeftOut(
	viewer: Viewer,
	request: TalkRequest,
	people: Excluded
): boolean {
	return viewer.role === 'lead' && !isExcluded(viewer.staffId, request, people);
}

const isExcluded = (staffId: string, request: TalkRequest, { excludedIds }: Excluded) =>
	excludedIds.includes(staffId) || request.excludedAdultIds.includes(staffId);

/**
 * Who sees the feeling of a check-in: the adults whom the child chose, else the class's adults,
 * and the leads. Whoever holds a talk request sees its feeling with the request.
 *
 * @param chosenAdultIds of the hello or the ask; empty for Anyone, and when nothing was wanted.
 */
export function feelingReaders(
	chosenAdultIds: readonly string[],
	people: Pick<PeopleAroundChild, 'classAdultIds' | 'leadIds' | 'excludedIds'>
): string[] {
	const near = chosenAdultIds.length > 0 ? chosenAdultIds : people.classAdultIds;
	return withoutExcluded([...near, ...people.leadIds], people.excludedIds);
}

/**
 * Who sees the feeling of an entry with the child whose a grown-up says it was: whoever could know of it as
 * it came in, and may as that child's. Nobody learns more by the saying, and nobody who is kept from either
 * child is among them. Whoever said it sees what they said: its absence would tell them who keeps them away.
 */
export const saidEntryReaders = (
	asItCame: readonly string[],
	asThatChilds: readonly string[],
	saidById: string
): string[] => asItCame.filter((id) => id === saidById || asThatChilds.includes(id));

// Whose keys open the words: worked out on the kiosk, from the signed list of readers.

/** Every words part is sealed to so many keys, with spare throw-away ones: the number says nothing. */
export const MAX_READERS = 8;
const MAX_LEAD_READERS = 4;
const RECOVERY_KEYS = 1;

export interface WordsReaders {
	/** At most seven: the eighth key is the recovery key, which is always one of the readers. */
	staffIds: string[];
	withRecoveryKey: true;
}

/**
 * The adults whom the child chose (for Anyone: the class's), the leads (at most four), and the
 * recovery key; without the adults left out in this visit. When fewer than two leads remain, the
 * out-of-team contact too, so that no single person is the only one who can open them.
 *
 * Leads come before chosen adults when there is not room for all: the words must stay readable
 * when an adult is ill or is the one the child fears. Standing exclusions are unknown here, as
 * they never leave the server; it withholds the words from those adults instead.
 */
export function wordsReaders(
	chosenAdultIds: readonly string[],
	people: {
		classAdultIds: readonly string[];
		leadIds: readonly string[];
		outOfTeamIds: readonly string[];
		/** Left out by the child in this visit. */
		excludedAdultIds: readonly string[];
	}
): WordsReaders {
	const allowed = (ids: readonly string[]) => withoutExcluded(ids, people.excludedAdultIds);
	const leadIds = allowed(people.leadIds);
	const safeIds = leadIds.length < 2 ? allowed([...leadIds, ...people.outOfTeamIds]) : leadIds;
	const openerIds = safeIds.slice(0, MAX_LEAD_READERS);
	const wantedIds = allowed(chosenAdultIds.length > 0 ? chosenAdultIds : people.classAdultIds);
	const room = MAX_READERS - RECOVERY_KEYS - openerIds.length;
	const nearIds = wantedIds.filter((id) => !openerIds.includes(id)).slice(0, room);
	return { staffIds: [...nearIds, ...openerIds], withRecoveryKey: true };
}
