// Which check-ins a member of staff may know of. The rule is in domain/visibility.ts.
import { feelingReaders } from '$lib/domain/visibility';
import { peopleAround, type PeopleOfSchool } from '../database/people-around';
import type { SaidCheckIn } from '../database/said-check-ins';
import type { RequestViewer } from '../database/visible-requests';

export function mayKnow(
	{ staffId, role }: RequestViewer,
	{ pupilId, chosenIds, excludedJson, isTakenBack }: SaidCheckIn,
	people: PeopleOfSchool,
	now: number
): boolean {
	// As with the request: whoever had not opened it will never have known.
	if (isTakenBack && role !== 'lead') return false;
	const excludedByChildIds = JSON.parse(excludedJson) as string[];
	const around = peopleAround(people, { pupilId, kioskId: '', excludedByChildIds }, now);
	return feelingReaders(chosenIds, around).includes(staffId);
}
