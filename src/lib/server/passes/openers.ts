// Who may open For me for one child now.
import { passOpeners } from '$lib/domain/passes';
import { tellingRequestIds } from '../answers/answers';
import type { Db } from '../database/open';
import { leftOutOfRequests } from '../database/passes';
import { loadPeople, peopleAround } from '../database/people-around';

/** @param leftOutNowIds by the child, in the visit in which it is asked */
export async function openersOf(
	db: Db,
	whose: { schoolId: string; pupilId: string; kioskId: string },
	leftOutNowIds: readonly string[],
	now: number
): Promise<string[]> {
	const { schoolId, pupilId, kioskId } = whose;
	const people = await loadPeople(db, schoolId, { pupilIds: [pupilId], kioskIds: [] });
	const around = peopleAround(people, { pupilId, kioskId, excludedByChildIds: leftOutNowIds }, now);
	const requestIds = await tellingRequestIds(db, { schoolId, pupilId }, now);
	return passOpeners(around, await leftOutOfRequests(db, schoolId, requestIds));
}
