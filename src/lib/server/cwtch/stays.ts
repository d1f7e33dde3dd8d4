// What the tablet in a Cwtch tells: a stay begins, and how the child would like it to go on.
import type { Routing, StayWord } from '$lib/domain/check-in';
import { CWTCH_STAY } from '$lib/domain/calm-time';
import { isNewsOfRoom, STAY_LASTS_MS, stayOpenUntil } from '$lib/domain/cwtch';
import { roomHearers } from '$lib/domain/first-holders';
import { recordCalmTimes } from '../calm/reflect';
import type { OpenedEnvelope, Recorded } from '../crossing/recorder';
import type { NewCalmTime } from '../database/calm-times';
import {
	endStaysBefore,
	insertStay,
	saveStayWord,
	staysSince,
	type StayRow
} from '../database/cwtch';
import type { Db } from '../database/open';
import { peopleAround, type PeopleOfSchool } from '../database/people-around';
import { tappedAt } from '../talk-requests/plan-request';
import { watchStay } from './left-alone';
import { tellOfAlone, tellRoom } from './tell-room';
import { isSomebodyThere, roomAdults } from './who-is-here';

export type StayRouting = Extract<Routing, { kind: 'cwtch' }> & {
	what: Exclude<Extract<Routing, { kind: 'cwtch' }>['what'], 'come'>;
};

/** Inside the crossing's transaction. */
export async function recordStay(
	tx: Db,
	opened: OpenedEnvelope,
	routing: StayRouting,
	people: PeopleOfSchool
): Promise<Recorded> {
	const { schoolId, kioskId, receivedAt: now } = opened;
	const { pupilId, what, excludedAdultIds: excludedByChildIds } = routing;
	const room = await roomAdults(tx, schoolId, now, kioskId);
	const around = peopleAround(people, { pupilId, kioskId, excludedByChildIds }, now);
	const at = tappedAt(routing.at, now);
	const isNews = isNewsOfRoom(at, now);
	const isAlone =
		what === 'begun' && !(await isSomebodyThere(tx, { schoolId, kioskId }, [at, now]));
	if (what === 'begun') {
		const openUntil = stayOpenUntil(what, at, routing.length);
		const own = { began_at: at, alone: Number(isAlone), open_until: openUntil };
		const stay = rowOf(opened, routing, own);
		if (!(await insertStay(tx, stay))) return recorded([]);
		await endStaysBefore(tx, schoolId, kioskId, at);
		await watchStay(tx, stay, now);
		if (pupilId !== null) await recordCalmTimes(tx, schoolId, [calmTimeOf(opened, routing, at)]);
	} else if (!(await noteWord(tx, opened, routing, { said: what, at }))) {
		return recorded([]);
	}
	const hearers = isNews ? roomHearers(room, around) : [];
	const stay = { schoolId, stayId: opened.envelopeId, kioskId, around, hearers };
	// Staying a bit longer asks nothing of anybody.
	const rings = what === 'ready' || what === 'talk';
	const news = isAlone ? await tellOfAlone(tx, stay, now) : await tellRoom(tx, stay, rings, now);
	return recorded([...news.staffIds], [...(news.feed ?? [])]);
}

const recorded = (
	wake: string[],
	feed: Extract<Recorded, { outcome: 'recorded' }>['feed'] = []
): Recorded => ({ outcome: 'recorded', wake, kioskWake: [], feed });

/** It stands with what helps this child, and a grown-up is asked to talk about it the same day. */
const calmTimeOf = (
	{ schoolId, envelopeId, kioskId, receivedAt, digest }: OpenedEnvelope,
	{ pupilId, certainty, excludedAdultIds }: StayRouting,
	at: number
): NewCalmTime => ({
	school_id: schoolId,
	calm_id: envelopeId,
	pupil_id: pupilId,
	kiosk_id: kioskId,
	activity: CWTCH_STAY,
	ended: 'over',
	feeling: null,
	size_before: null,
	after: null,
	certainty,
	excluded_json: JSON.stringify(excludedAdultIds),
	done_at: at,
	received_at: receivedAt,
	envelope_digest: digest
});

const rowOf = (
	{ schoolId, envelopeId, kioskId, receivedAt }: OpenedEnvelope,
	{ pupilId, excludedAdultIds }: StayRouting,
	own: Pick<StayRow, 'began_at' | 'alone' | 'open_until'> &
		Partial<Pick<StayRow, 'said' | 'said_at'>>
) => ({
	school_id: schoolId,
	stay_id: envelopeId,
	kiosk_id: kioskId,
	pupil_id: pupilId,
	excluded_json: JSON.stringify(excludedAdultIds),
	received_at: receivedAt,
	said: null,
	said_at: null,
	...own
});

/** With the stay that goes on at this kiosk; where its beginning has not come, it begins with this. False when nothing is new. */
async function noteWord(
	tx: Db,
	opened: OpenedEnvelope,
	routing: StayRouting,
	word: { said: StayWord; at: number }
): Promise<boolean> {
	const { schoolId, kioskId, receivedAt, envelopeId } = opened;
	const stays = await staysSince(tx, schoolId, receivedAt - STAY_LASTS_MS, kioskId);
	const stay = stays.find(({ began_at }) => began_at <= word.at);
	const openUntil = stayOpenUntil(word.said, word.at);
	if (!stay) {
		const said = { said: word.said, said_at: word.at, open_until: openUntil };
		const own = rowOf(opened, routing, { began_at: word.at, alone: 0, ...said });
		await watchStay(tx, own, receivedAt);
		return insertStay(tx, own);
	}
	if (stay.stay_id === envelopeId || (stay.said_at ?? 0) >= word.at) return false;
	await saveStayWord(tx, schoolId, stay.stay_id, { ...word, openUntil });
	await watchStay(tx, stay, receivedAt);
	return true;
}
