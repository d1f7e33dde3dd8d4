// Whoever hears what goes on in a Cwtch is told of it, and leads of a child who is there alone. No child is
// named to anybody here: whoever is in the room sees who it is.
import { withoutExcluded, type PeopleAroundChild } from '$lib/domain/people';
import { insertStaffFeed } from '../database/live-feed';
import { saveNotices } from '../database/notices';
import type { Db } from '../database/open';
import { alarmLeads } from '../live/alarm-leads';
import type { News } from '../live/live-bus';

export interface ToldStay {
	schoolId: string;
	stayId: string;
	kioskId: string;
	around: PeopleAroundChild;
	hearers: readonly string[];
}

/** @param rings whether those who are not at the page have a notice, too */
export async function tellRoom(
	tx: Db,
	{ schoolId, stayId, around, hearers }: ToldStay,
	rings: boolean,
	now: number
): Promise<News> {
	const feed = await insertStaffFeed(
		tx,
		schoolId,
		hearers.map((staffId) => ({ staffId, kind: 'cwtch', subjectId: stayId })),
		now
	);
	const rung = rings ? withoutExcluded([...hearers], around.awayIds) : [];
	await saveNotices(
		tx,
		schoolId,
		rung.map((staffId) => ({ staffId, urgent: false })),
		now
	);
	return { schoolId, staffIds: hearers, kioskIds: [], feed };
}

/** Somebody goes there and looks, or asks afterwards how it was. */
export async function tellOfAlone(tx: Db, stay: ToldStay, now: number): Promise<News> {
	const { schoolId, stayId, kioskId, around } = stay;
	const heard = await tellRoom(tx, stay, true, now);
	const alarm = { kind: 'child-alone', detail: { kioskId, stayId }, mayBeAsking: true };
	const alarmed = await alarmLeads(tx, schoolId, [alarm], now, around.excludedIds);
	return {
		schoolId,
		staffIds: [...heard.staffIds, ...alarmed.staffIds],
		kioskIds: [],
		feed: [...(heard.feed ?? []), ...(alarmed.feed ?? [])]
	};
}
