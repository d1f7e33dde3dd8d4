// A small school whose server runs, with its office as who sets something there.
import type { OpenDatabase } from '$lib/server/database/open';
import type { RunningServer } from '$lib/server/running';
import { runningOn } from './running-on';
import { makeSmallSchool, type SmallSchool } from './small-school';

export interface AtOffice {
	school: SmallSchool;
	running: RunningServer;
	by: { schoolId: string; staffId: string };
}

/** While the test runs. */
export async function atOffice(open: OpenDatabase): Promise<AtOffice> {
	const school = await makeSmallSchool(open.db);
	const by = { schoolId: school.schoolId, staffId: school.adults.office };
	return { school, running: await runningOn(open), by };
}
