// A tablet that the office of a small school has paired, and what the server has of it and for it.
import * as v from 'valibot';
import { Directory } from '$lib/crossing/directory';
import { kioskById, type KioskRow } from '$lib/server/database/kiosks';
import type { OpenDatabase } from '$lib/server/database/open';
import { answerDirectory } from '$lib/server/directory/answer-directory';
import type { RunningServer } from '$lib/server/running';
import { pairedKiosk, type PairedKiosk } from './paired-kiosk';
import { runningOn } from './running-on';
import type { SmallSchool } from './small-school';

/** @param classId `null` for a tablet of the whole school */
export const kioskOf = (
	running: RunningServer,
	{ schoolId, adults }: SmallSchool,
	classId: string | null = null
): Promise<PairedKiosk> => pairedKiosk(running, { schoolId, madeBy: adults.office, classId });

/** With a server that runs while the test does. */
export async function atKiosk(
	open: OpenDatabase,
	school: SmallSchool,
	classId: string | null = null
): Promise<{ running: RunningServer; kiosk: PairedKiosk }> {
	const running = await runningOn(open);
	return { running, kiosk: await kioskOf(running, school, classId) };
}

export async function rowOf(
	{ db }: RunningServer,
	{ kioskId }: Pick<PairedKiosk, 'kioskId'>
): Promise<KioskRow> {
	const row = await kioskById(db, kioskId);
	if (!row) throw new Error('The kiosk is not there.');
	return row;
}

export async function directoryOn(running: RunningServer, kiosk: PairedKiosk): Promise<Directory> {
	const request = await kiosk.request('GET', '/crossing/v1/directory');
	return v.parse(Directory, await (await answerDirectory(running, request)).json());
}
