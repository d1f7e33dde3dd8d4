// What an opened envelope becomes, without touching the database.
import type { Routing } from '$lib/domain/check-in';
import type { RoomAdults } from '$lib/domain/cwtch';
import {
	comeHolders,
	firstHolders,
	namelessHolders,
	needHolders,
	newChildHolders,
	urgentHolders,
	wordsHolders
} from '$lib/domain/first-holders';
import type { PeopleAroundChild } from '$lib/domain/people';
import type { OpenedEnvelope } from '../crossing/recorder';
import type { NewCalmTime } from '../database/calm-times';
import type { NewCheckIn, NewHello } from '../database/check-ins';
import { classAdultsOf, type PeopleOfSchool } from '../database/people-around';
import {
	alongWith,
	aroundChild,
	howAndWhen,
	planRequest,
	tappedAt,
	type NewAsk,
	type PlannedRequest
} from './plan-request';

type RoutingOf<Kind extends Routing['kind']> = Extract<Routing, { kind: Kind }>;

export interface Planned {
	checkIn: NewCheckIn | null;
	hellos: NewHello[];
	/** To adults whom leads keep away from the child: they are told nothing, and nobody else counts as chosen. */
	untoldHellos?: NewHello[];
	calmTime?: NewCalmTime;
	request: PlannedRequest | null;
}

/** Why this cannot be given to anybody as it is, or `null`. Excluded adults must be known, too. */
export function reasonForQuarantine(routing: Routing, people: PeopleOfSchool): string | null {
	if (routing.kind === 'urgent') return null;
	const isNewHere = 'newInClassId' in routing && routing.newInClassId !== undefined;
	const pupilId = routing.kind === 'nameless' || isNewHere ? null : routing.pupilId;
	if (pupilId !== null && !people.pupils.has(pupilId)) return 'unknown-pupil';
	const adultIds = 'excludedAdultIds' in routing ? [...routing.excludedAdultIds] : [];
	if (routing.kind === 'trusted-adults') adultIds.push(...routing.adultIds);
	if (routing.kind === 'check-in' && routing.wish.kind !== 'skip') {
		adultIds.push(...routing.wish.adultIds);
	}
	return adultIds.every((id) => people.adults.has(id)) ? null : 'unknown-adult';
}

export function planCheckIn(
	opened: OpenedEnvelope,
	routing: RoutingOf<'check-in'>,
	people: PeopleOfSchool
): Planned {
	if (routing.newInClassId !== undefined)
		return { checkIn: null, hellos: [], request: planNewChild(opened, routing, people) };
	const { pupilId, wish, certainty, excludedAdultIds } = routing;
	const at = tappedAt(routing.at, opened.receivedAt);
	const around = aroundChild(opened, pupilId, excludedAdultIds, people);
	const checkIn = checkInOf(opened, routing);
	const isAsk = wish.kind === 'ask';
	const hellos = isAsk ? [] : hellosTo(opened, pupilId, firstHolders(wish, around));
	const untoldIds = wish.kind === 'hello' ? keptAway(wish.adultIds, around, excludedAdultIds) : [];
	const said = { checkIn, hellos, untoldHellos: hellosTo(opened, pupilId, untoldIds) };
	if (!isAsk && !routing.withWords) return { ...said, request: null };
	const ask: NewAsk = {
		talk: 'talk',
		pupilId,
		chosenAdultIds: wish.kind === 'skip' ? [] : wish.adultIds,
		...howAndWhen(wish),
		need: null,
		certainty,
		...alongWith(routing)
	};
	const holderIds = isAsk ? firstHolders(wish, around) : wordsHolders(wish, around);
	return { ...said, request: planRequest(opened, ask, holderIds, around, at) };
}

/** Whom the child chose and did not leave out, but who must not know. */
const keptAway = (
	chosenIds: readonly string[],
	{ excludedIds }: PeopleAroundChild,
	excludedByChildIds: readonly string[]
) => chosenIds.filter((id) => excludedIds.includes(id) && !excludedByChildIds.includes(id));

const checkInOf = (
	{ schoolId, envelopeId, kioskId, receivedAt }: OpenedEnvelope,
	routing: RoutingOf<'check-in' | 'need'>
): NewCheckIn => ({
	school_id: schoolId,
	check_in_id: envelopeId,
	pupil_id: routing.pupilId,
	kiosk_id: kioskId,
	moment: routing.moment,
	feeling: routing.feeling,
	size: routing.size ?? null,
	clues_json: routing.clues ? JSON.stringify(routing.clues) : null,
	certainty: routing.certainty,
	language: routing.language,
	excluded_json: JSON.stringify(routing.excludedAdultIds),
	checked_in_at: tappedAt(routing.at, receivedAt),
	received_at: receivedAt
});

/**
 * "I'm new here": whatever the child wished, the adults of the class that was picked (and whoever was
 * chosen) learn that somebody is there who is not on the list. There is no pupil to check in.
 */
function planNewChild(
	opened: OpenedEnvelope,
	routing: RoutingOf<'check-in'>,
	people: PeopleOfSchool
): PlannedRequest {
	const { wish, excludedAdultIds, certainty, newInClassId } = routing;
	const around = aroundChild(opened, null, excludedAdultIds, people, newInClassId);
	const chosenAdultIds = wish.kind === 'skip' ? [] : wish.adultIds;
	const ask: NewAsk = {
		talk: 'talk',
		pupilId: null,
		newInClassId,
		chosenAdultIds,
		...howAndWhen(wish),
		need: null,
		certainty,
		...alongWith(routing)
	};
	const holderIds = newChildHolders(chosenAdultIds, around);
	return planRequest(opened, ask, holderIds, around, tappedAt(routing.at, opened.receivedAt));
}

/** Who is told that the feeling was bigger, and when: `calm/reflect.ts`. */
export function planCalm(opened: OpenedEnvelope, routing: RoutingOf<'calm'>): Planned {
	const calmTime: NewCalmTime = {
		school_id: opened.schoolId,
		calm_id: opened.envelopeId,
		pupil_id: routing.pupilId,
		kiosk_id: opened.kioskId,
		activity: routing.activity,
		ended: routing.ended,
		feeling: routing.feeling,
		size_before: routing.before,
		after: routing.after,
		certainty: routing.certainty,
		excluded_json: JSON.stringify(routing.excludedAdultIds),
		done_at: tappedAt(routing.at, opened.receivedAt),
		received_at: opened.receivedAt,
		envelope_digest: opened.digest
	};
	return { checkIn: null, hellos: [], request: null, calmTime };
}

/** "Ask without my name": to the leads. No check-in is anybody's, and Skip leaves nothing. */
export function planNameless(
	opened: OpenedEnvelope,
	routing: RoutingOf<'nameless'>,
	people: PeopleOfSchool
): Planned {
	const { wish, excludedAdultIds, classId } = routing;
	if (wish.kind === 'skip' && !routing.withWords)
		return { checkIn: null, hellos: [], request: null };
	const around = aroundChild(opened, null, excludedAdultIds, people);
	const ask: NewAsk = {
		talk: 'talk',
		pupilId: null,
		namelessInClassId: classId,
		chosenAdultIds: [],
		...howAndWhen(wish),
		need: null,
		certainty: 'not-asked',
		...alongWith(routing)
	};
	const at = tappedAt(routing.at, opened.receivedAt);
	const request = planRequest(opened, ask, namelessHolders(around), around, at);
	return { checkIn: null, hellos: [], request };
}

export function planNeed(
	opened: OpenedEnvelope,
	routing: RoutingOf<'need'>,
	people: PeopleOfSchool
): Planned {
	const { excludedAdultIds, certainty, need, newInClassId } = routing;
	const pupilId = newInClassId === undefined ? routing.pupilId : null;
	const around = aroundChild(opened, pupilId, excludedAdultIds, people, newInClassId);
	const ask: NewAsk = {
		talk: 'need',
		pupilId,
		newInClassId,
		chosenAdultIds: [],
		how: null,
		when: 'now',
		need,
		certainty,
		...alongWith(routing)
	};
	const at = tappedAt(routing.at, opened.receivedAt);
	return {
		checkIn: pupilId === null ? null : checkInOf(opened, routing),
		hellos: [],
		request: planRequest(opened, ask, needHolders(around), around, at)
	};
}

/** "May I come?" @param room who is in the Cwtch, or looks after it */
export function planCome(
	opened: OpenedEnvelope,
	{ pupilId, excludedAdultIds, certainty, at }: RoutingOf<'cwtch'>,
	people: PeopleOfSchool,
	room: RoomAdults
): Planned {
	const around = aroundChild(opened, pupilId, excludedAdultIds, people);
	const ask: NewAsk = {
		talk: 'come',
		pupilId,
		chosenAdultIds: [],
		how: null,
		when: 'now',
		need: null,
		certainty,
		feeling: null,
		excludedAdultIds
	};
	const holderIds = comeHolders(room, around);
	const request = planRequest(opened, ask, holderIds, around, tappedAt(at, opened.receivedAt));
	return { checkIn: null, hellos: [], request };
}

/**
 * Nobody has to say who they are to call for help, and a name that is not ours does not stop it. It
 * reaches the adults where the kiosk stands, those of the child's own class, and the leads; never whom the
 * child left out in that visit.
 */
export function planUrgent(
	opened: OpenedEnvelope,
	routing: RoutingOf<'urgent'>,
	people: PeopleOfSchool
): PlannedRequest {
	const pupilId =
		routing.pupilId !== null && people.pupils.has(routing.pupilId) ? routing.pupilId : null;
	// Whoever is not ours is not told anyway: nothing about the adults stops a call for help.
	const excludedAdultIds = (routing.excludedAdultIds ?? []).filter((id) => people.adults.has(id));
	const around = aroundChild(opened, pupilId, excludedAdultIds, people);
	const kioskClassId = people.kioskClassIds.get(opened.kioskId);
	const nearIds = kioskClassId ? classAdultsOf(people, [kioskClassId]) : [];
	const holderIds = urgentHolders({
		...around,
		classAdultIds: [...nearIds, ...around.classAdultIds]
	});
	const ask: NewAsk = {
		talk: 'urgent',
		pupilId,
		chosenAdultIds: [],
		excludedAdultIds,
		how: null,
		when: 'now',
		need: null,
		feeling: null,
		certainty: 'not-asked'
	};
	return planRequest(opened, ask, holderIds, around, tappedAt(routing.at, opened.receivedAt));
}

const hellosTo = (
	{ schoolId, envelopeId, receivedAt }: OpenedEnvelope,
	pupilId: string,
	staffIds: readonly string[]
): NewHello[] =>
	[...new Set(staffIds)].map((staff_id) => ({
		school_id: schoolId,
		hello_id: envelopeId,
		pupil_id: pupilId,
		staff_id,
		// When it arrived: a hello that waited on a tablet overnight is still passed on.
		said_at: receivedAt
	}));
