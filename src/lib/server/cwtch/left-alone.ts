// A child who stays in the Cwtch after the last adult there has gone, or has said nothing more: that is told once,
// as of a child who came alone.
import { roomHearers } from '$lib/domain/first-holders';
import { markStayAlone, openStays, stayById, type StayRow } from '../database/cwtch';
import { finishWork, scheduleWork, type DueWork } from '../database/due-work';
import type { Db } from '../database/open';
import { loadPeople, peopleAround } from '../database/people-around';
import type { News } from '../live/live-bus';
import { tellOfAlone } from './tell-room';
import { grownUpUntil, roomAdults } from './who-is-here';

type WatchedStay = Pick<StayRow, 'school_id' | 'stay_id' | 'kiosk_id'>;

/** It is looked whether the child is alone when the last who has said to be there goes; now, where nobody has. */
export async function watchStay(tx: Db, stay: WatchedStay, now: number): Promise<void> {
	const { school_id: schoolId, stay_id: stayId, kiosk_id: kioskId } = stay;
	const dueAt = (await grownUpUntil(tx, { schoolId, kioskId }, now)) ?? now;
	const workId = `left-alone ${stayId}`;
	await scheduleWork(tx, schoolId, [{ workId, kind: 'left-alone', subjectId: stayId, dueAt }]);
}

/** Inside the transaction that changed who is there. */
export async function watchOpenStays(tx: Db, schoolId: string, now: number): Promise<void> {
	for (const stay of await openStays(tx, schoolId, now)) await watchStay(tx, stay, now);
}

/** Inside the transaction that claimed the work. Returns whom to wake after the commit. */
export async function tellIfLeftAlone(tx: Db, work: DueWork, now: number): Promise<News | null> {
	const { schoolId, workId, subjectId: stayId } = work;
	const stay = await stayById(tx, schoolId, stayId);
	const isOpen = (stay?.open_until ?? 0) > now;
	if (!stay || !isOpen || stay.alone === 1) {
		await finishWork(tx, schoolId, workId, now);
		return null;
	}
	const kioskId = stay.kiosk_id;
	if ((await grownUpUntil(tx, { schoolId, kioskId }, now)) !== null) {
		await watchStay(tx, stay, now);
		return null;
	}
	await finishWork(tx, schoolId, workId, now);
	await markStayAlone(tx, schoolId, stayId);
	const pupilIds = stay.pupil_id === null ? [] : [stay.pupil_id];
	const people = await loadPeople(tx, schoolId, { pupilIds, kioskIds: [kioskId] });
	const excludedByChildIds = JSON.parse(stay.excluded_json) as string[];
	const around = peopleAround(people, { pupilId: stay.pupil_id, kioskId, excludedByChildIds }, now);
	const hearers = roomHearers(await roomAdults(tx, schoolId, now, kioskId), around);
	return tellOfAlone(tx, { schoolId, stayId, kioskId, around, hearers }, now);
}
