// What a class may do together on the whiteboard: what comes with the app and the school's own, without what is
// turned off for the whole school.
import type { OwnActivity } from '$lib/domain/own-activity';
import { settingsFor } from '$lib/domain/settings';
import { activityPictures, ownActivities } from '../activities/own-activities';
import type { Db } from '../database/open';
import { setOfSchool } from '../settings/set-of-school';

export interface WholeClass {
	own: OwnActivity[];
	/** Ids of activities that are not offered in this school. */
	off: string[];
	/** Digests of the school's own pictures, by activity. */
	pictures: Record<string, string>;
}

export async function forWholeClass(db: Db, schoolId: string): Promise<WholeClass> {
	const { changeOf } = await setOfSchool(db, schoolId);
	return {
		own: await ownActivities(db, schoolId),
		off: settingsFor(changeOf('school', schoolId)).activitiesOff,
		pictures: await activityPictures(db, schoolId)
	};
}
