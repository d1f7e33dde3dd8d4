// After something calm the feeling was bigger, or a child was in the Cwtch: a grown-up is asked to talk about
// it with the child the same day. Only once the visit is over, since whom the child chooses and leaves out is said at its end.
import { CWTCH_STAY } from '$lib/domain/calm-time';
import { STAY_LASTS_MS } from '$lib/domain/cwtch';
import { isMistaken } from '$lib/domain/entry-mark';
import { reflectHolders } from '$lib/domain/first-holders';
import { calmTimes, insertCalmTimes, type NewCalmTime } from '../database/calm-times';
import { finishWork, scheduleWork, type DueWork } from '../database/due-work';
import { entryMarksOf } from '../database/entry-marks';
import { insertStaffFeed } from '../database/live-feed';
import type { Db } from '../database/open';
import { loadPeople, peopleAround } from '../database/people-around';
import { saidCalmTimes, type SaidCalmTime } from '../entries/said-entries';
import type { News } from '../live/live-bus';
import { feedOf, followNewRequests, insertNewRequests } from '../talk-requests/begin-requests';
import type { SchoolSettings } from '../talk-requests/follow-events';
import { planRequest, type NewAsk } from '../talk-requests/plan-request';

/** How often it is looked whether the visit is over. */
const LOOK_AFTER_MS = 60_000;

/** With the due work of those that are to be talked about: after which the feeling was bigger, or in the Cwtch. Where nobody said who, nobody can be gone to. */
export async function recordCalmTimes(
	tx: Db,
	schoolId: string,
	rows: readonly NewCalmTime[]
): Promise<void> {
	await insertCalmTimes(tx, rows);
	const toTalkAbout = rows.filter(
		({ after, activity, pupil_id }) =>
			pupil_id !== null && (after === 'bigger' || activity === CWTCH_STAY)
	);
	await scheduleWork(
		tx,
		schoolId,
		toTalkAbout.map(({ calm_id, received_at }) => ({
			workId: `reflect ${calm_id}`,
			kind: 'reflect',
			subjectId: calm_id,
			dueAt: received_at + LOOK_AFTER_MS
		}))
	);
}

/** Does that work, inside the transaction that claimed it. Returns whom to wake after the commit. */
export async function askToReflect(
	tx: Db,
	work: DueWork,
	settings: SchoolSettings,
	now: number
): Promise<News | null> {
	const { schoolId, workId, subjectId: entryId } = work;
	const [time] = await saidCalmTimes(tx, schoolId, { entryId }, now);
	const isThere = time || (await calmTimes(tx, schoolId, { calmId: entryId })).length > 0;
	if (isThere && !time) {
		await scheduleWork(tx, schoolId, [{ ...work, dueAt: now + LOOK_AFTER_MS }]);
		return null;
	}
	await finishWork(tx, schoolId, workId, now);
	if (!time || (await isOfAnotherChild(tx, schoolId, time))) return null;
	if (await isAskedAnyway(tx, schoolId, time)) return null;
	const requests = await insertNewRequests(tx, schoolId, [
		await planReflecting(tx, schoolId, time, now)
	]);
	const feed = await insertStaffFeed(tx, schoolId, feedOf(requests), now);
	const alarmed = await followNewRequests(tx, schoolId, requests, settings, now);
	const heard = [...feed, ...[...alarmed.values()].flat()];
	return { schoolId, staffIds: heard.map(({ staffId }) => staffId), kioskIds: [], feed: heard };
}

/** A grown-up has said so: who it was, nobody here knows, and that grown-up has been told of it. */
async function isOfAnotherChild(
	tx: Db,
	schoolId: string,
	{ calmId, checkInId }: SaidCalmTime
): Promise<boolean> {
	const ids = [calmId, checkInId].filter((id) => id !== null);
	const marks = await entryMarksOf(tx, schoolId, ids);
	return [...marks.values()].some(isMistaken);
}

/** In the same stay a feeling was bigger: one talk is about both. */
async function isAskedAnyway(
	tx: Db,
	schoolId: string,
	{ activity, pupilId, kioskId, at }: SaidCalmTime
): Promise<boolean> {
	if (activity !== CWTCH_STAY) return false;
	const times = await calmTimes(tx, schoolId, { ofPupils: [pupilId] });
	return times.some(
		(one) =>
			one.after === 'bigger' &&
			one.kioskId === kioskId &&
			one.at >= at &&
			one.at <= at + STAY_LASTS_MS
	);
}

async function planReflecting(tx: Db, schoolId: string, time: SaidCalmTime, now: number) {
	const { calmId, pupilId, kioskId, receivedAt, said } = time;
	const people = await loadPeople(tx, schoolId, { pupilIds: [pupilId], kioskIds: [] });
	const excludedAdultIds = JSON.parse(said.excludedJson) as string[];
	const of = { pupilId, kioskId, excludedByChildIds: excludedAdultIds };
	const around = peopleAround(people, of, now);
	const ask: NewAsk = {
		talk: 'reflect',
		pupilId,
		chosenAdultIds: said.chosenIds,
		excludedAdultIds,
		how: null,
		when: 'before-home',
		need: time.activity === CWTCH_STAY ? CWTCH_STAY : null,
		feeling: time.feeling,
		...(time.sizeBefore && { details: { size: time.sizeBefore } }),
		certainty: time.certainty
	};
	const envelope = {
		schoolId,
		kioskId,
		envelopeId: calmId,
		digest: time.envelopeDigest,
		receivedAt,
		sealedWords: ''
	};
	return planRequest(envelope, ask, reflectHolders(said.chosenIds, around), around, time.at);
}
