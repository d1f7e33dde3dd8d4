// Which check-ins a member of staff may know of. The rule is in domain/visibility.ts.
import { feelingReaders, saidEntryReaders } from '$lib/domain/visibility';
import { peopleAround, type PeopleOfSchool } from '../database/people-around';
import type { SaidCheckIn } from '../database/said-check-ins';
import type { RequestViewer } from '../database/visible-requests';

export function mayKnow(
	viewer: RequestViewer,
	said: SaidCheckIn,
	people: PeopleOfSchool,
	now: number
): boolean {
	return !isUnknownTo(viewer, said) && readersOf(said, people, now).includes(viewer.staffId);
}

/** As a feeling of the child whose a grown-up says it was. */
export function mayKnowAsSaid(
	viewer: RequestViewer,
	said: SaidCheckIn,
	whose: { pupilId: string; by: string },
	people: PeopleOfSchool,
	now: number
): boolean {
	const asItCame = readersOf(said, people, now);
	const asThatChilds = readersOf({ ...said, pupilId: whose.pupilId }, people, now);
	const readers = saidEntryReaders(asItCame, asThatChilds, whose.by);
	return !isUnknownTo(viewer, said) && readers.includes(viewer.staffId);
}

/** Taken back as a request is: whoever had not opened it will never have known. */
const isUnknownTo = ({ role }: RequestViewer, { isTakenBack }: SaidCheckIn) =>
	isTakenBack && role !== 'lead';

function readersOf(
	{ pupilId, chosenIds, excludedJson }: SaidCheckIn,
	people: PeopleOfSchool,
	now: number
): string[] {
	const excludedByChildIds = JSON.parse(excludedJson) as string[];
	const around = peopleAround(people, { pupilId, kioskId: '', excludedByChildIds }, now);
	return feelingReaders(chosenIds, around);
}
