// From an opened envelope to rows: check-ins, hellos, talk requests and what follows from them. Runs
// inside the crossing's transaction and writes a whole batch with a few statements.
import { replay, type TalkEvent } from '$lib/domain/talk-request';
import { recordTrustedAdults } from '../adults/trusted-adults';
import { recordCalmTimes } from '../calm/reflect';
import type { OpenedEnvelope, Recorded } from '../crossing/recorder';
import { roomAdults } from '../cwtch/who-is-here';
import { recordStay } from '../cwtch/stays';
import { insertCheckIns, insertHellos } from '../database/check-ins';
import { insertStaffFeed, type StaffFeedEntry, type StaffFeedEvent } from '../database/live-feed';
import type { Db } from '../database/open';
import { loadPeople, type PeopleOfSchool } from '../database/people-around';
import { openUrgentOfKiosk } from '../database/talk-requests';
import { feedOf, followNewRequests, insertNewRequests } from './begin-requests';
import { appendAndFollow, type SchoolSettings } from './follow-events';
import { rememberLanguages } from './remember-languages';
import { lockTogether } from './together';
import {
	planCalm,
	planCheckIn,
	planCome,
	planNameless,
	planNeed,
	planUrgent,
	reasonForQuarantine,
	type Planned
} from './plan-recording';
import { tappedAt } from './plan-request';

/** "I tapped by mistake" belongs to an urgent request of the same kiosk no older than this. */
const MISTAKE_MS = 10 * 60_000;

const CLOSED_AT_WEEKENDS: SchoolSettings = { schoolAlwaysOpen: false };

/** `recordRoutings` for one. */
export async function recordRouting(
	tx: Db,
	opened: OpenedEnvelope,
	settings: SchoolSettings = CLOSED_AT_WEEKENDS
): Promise<Recorded> {
	const [recorded] = await recordRoutings(tx, [opened], settings);
	if (!recorded) throw new Error('An envelope was neither recorded nor put into quarantine.');
	return recorded;
}

/**
 * Records opened envelopes, in their order, and answers for each in the same order. Odd contents are
 * an answer (`quarantine`), never an exception; what is stored already changes nothing. The caller
 * announces `wake` after its commit.
 */
export async function recordRoutings(
	tx: Db,
	opened: readonly OpenedEnvelope[],
	settings: SchoolSettings = CLOSED_AT_WEEKENDS
): Promise<Recorded[]> {
	const outcomes = new Map<OpenedEnvelope, Recorded>();
	for (const schoolId of new Set(opened.map((one) => one.schoolId))) {
		const ofSchool = opened.filter((one) => one.schoolId === schoolId);
		await recordForSchool(tx, schoolId, ofSchool, settings, outcomes);
	}
	return opened.map((one) => outcomes.get(one) ?? recorded([]));
}

const recorded = (wake: string[], feed: StaffFeedEvent[] = []): Recorded => ({
	outcome: 'recorded',
	wake,
	kioskWake: [],
	feed
});

async function recordForSchool(
	tx: Db,
	schoolId: string,
	opened: readonly OpenedEnvelope[],
	settings: SchoolSettings,
	outcomes: Map<OpenedEnvelope, Recorded>
): Promise<void> {
	const people = await loadPeople(tx, schoolId, {
		pupilIds: opened.flatMap(({ routing }) => ('pupilId' in routing && routing.pupilId) || []),
		kioskIds: opened.flatMap(({ routing, kioskId }) => (routing.kind === 'urgent' ? kioskId : []))
	});
	let batch: [OpenedEnvelope, Planned][] = [];
	const write = async () => {
		await writePlanned(tx, schoolId, batch, settings, outcomes);
		batch = [];
	};
	for (const one of opened) {
		const reason = reasonForQuarantine(one.routing, people);
		if (reason) {
			outcomes.set(one, { outcome: 'quarantine', reason });
			continue;
		}
		if (one.routing.kind === 'trusted-adults') {
			const at = tappedAt(one.routing.at, one.receivedAt);
			outcomes.set(one, await recordTrustedAdults(tx, one, one.routing, at));
			continue;
		}
		if (one.routing.kind === 'cwtch' && one.routing.what !== 'come') {
			const { what } = one.routing;
			outcomes.set(one, await recordStay(tx, one, { ...one.routing, what }, people));
			continue;
		}
		if (one.routing.kind === 'cwtch') {
			const room = await roomAdults(tx, schoolId, one.receivedAt);
			batch.push([one, planCome(one, one.routing, people, room)]);
			continue;
		}
		const planned = planNew(one, people);
		if (planned) {
			batch.push([one, planned]);
			continue;
		}
		// An event of a request that may be in this very batch: that one is written first.
		await write();
		const outcome = await recordLaterEvent(tx, one, settings);
		if (outcome) outcomes.set(one, outcome);
		else batch.push([one, { checkIn: null, hellos: [], request: plannedMistake(one, people) }]);
	}
	await write();
	const taken = opened.filter((one) => outcomes.get(one)?.outcome === 'recorded');
	for (const one of await rememberLanguages(tx, schoolId, taken)) {
		const outcome = outcomes.get(one);
		if (outcome?.outcome === 'recorded') outcome.kioskWake.push(one.kioskId);
	}
}

/** What begins something new; `null` for what belongs to an earlier request. */
function planNew(opened: OpenedEnvelope, people: PeopleOfSchool): Planned | null {
	const { routing } = opened;
	const alone = { checkIn: null, hellos: [] };
	switch (routing.kind) {
		case 'check-in':
			return planCheckIn(opened, routing, people);
		case 'nameless':
			return planNameless(opened, routing, people);
		case 'need':
			return planNeed(opened, routing, people);
		case 'calm':
			return planCalm(opened, routing);
		case 'urgent':
			return routing.byMistake ? null : { ...alone, request: planUrgent(opened, routing, people) };
		default:
			return null;
	}
}

/** A mistake whose urgent request never came: still somebody says hello. */
function plannedMistake(opened: OpenedEnvelope, people: PeopleOfSchool) {
	const { routing } = opened;
	return routing.kind === 'urgent' ? planUrgent(opened, routing, people) : null;
}

async function writePlanned(
	tx: Db,
	schoolId: string,
	batch: readonly [OpenedEnvelope, Planned][],
	settings: SchoolSettings,
	outcomes: Map<OpenedEnvelope, Recorded>
): Promise<void> {
	if (batch.length === 0) return;
	const hellos = batch.flatMap(([, planned]) => planned.hellos);
	await insertCheckIns(
		tx,
		batch.flatMap(([, { checkIn }]) => checkIn ?? [])
	);
	const untold = batch.flatMap(([, { untoldHellos }]) => untoldHellos ?? []);
	await insertHellos(tx, [...hellos, ...untold]);
	await recordCalmTimes(
		tx,
		schoolId,
		batch.flatMap(([, { calmTime }]) => calmTime ?? [])
	);
	const requests = await insertNewRequests(
		tx,
		schoolId,
		batch.flatMap(([, { request }]) => request ?? [])
	);

	const now = Math.max(...batch.map(([one]) => one.receivedAt));
	const feed: StaffFeedEntry[] = [
		...hellos.map(({ staff_id, hello_id }) => ({
			staffId: staff_id,
			kind: 'hello' as const,
			subjectId: hello_id
		})),
		...feedOf(requests)
	];
	const events = Map.groupBy(
		await insertStaffFeed(tx, schoolId, feed, now),
		({ subjectId }) => subjectId
	);
	const alarmed = await followNewRequests(tx, schoolId, requests, settings, now);
	for (const [one] of batch) {
		// Hellos and requests have the id of their envelope; what was there before has no event.
		const own = [...(events.get(one.envelopeId) ?? []), ...(alarmed.get(one.envelopeId) ?? [])];
		outcomes.set(
			one,
			recorded(
				own.map(({ staffId }) => staffId),
				own
			)
		);
	}
}

/** Appends what a child says about an earlier request; `null` for a mistake without one. */
async function recordLaterEvent(
	tx: Db,
	opened: OpenedEnvelope,
	settings: SchoolSettings
): Promise<Recorded | null> {
	const { schoolId, routing, receivedAt } = opened;
	const at = tappedAt(routing.at, receivedAt);
	if (routing.kind === 'urgent') {
		const since = receivedAt - MISTAKE_MS;
		const requestId = await openUrgentOfKiosk(tx, schoolId, opened.kioskId, since);
		if (!requestId) return null;
		// An urgent request stays as it is; the adults read that it was a mistake and still say hello.
		return recordEvent(tx, opened, requestId, { kind: 'taken-back', at }, settings);
	}
	if (routing.kind === 'take-back') {
		return recordEvent(tx, opened, routing.requestId, { kind: 'taken-back', at }, settings);
	}
	if (routing.kind === 'talk-checked') {
		const event: TalkEvent = { kind: 'talk-checked', at, got: routing.got };
		return recordEvent(tx, opened, routing.requestId, event, settings);
	}
	return null;
}

async function recordEvent(
	tx: Db,
	opened: OpenedEnvelope,
	requestId: string,
	event: TalkEvent,
	settings: SchoolSettings
): Promise<Recorded> {
	const { schoolId, routing, receivedAt } = opened;
	const locked = await lockTogether(tx, schoolId, requestId, receivedAt);
	if (!locked) return { outcome: 'quarantine', reason: 'unknown-request' };
	const [{ known }] = locked;
	const isAnotherChilds =
		routing.kind !== 'urgent' && 'pupilId' in routing && replay(known).pupilId !== routing.pupilId;
	if (isAnotherChilds) return { outcome: 'quarantine', reason: 'unknown-request' };
	const isKnown = known.some((one) => one.kind === event.kind && one.at === event.at);
	if (isKnown) return recorded([]);
	const wake: string[] = [];
	for (const one of locked) {
		// What was asked again after this tap, perhaps at another tablet, is not meant by it.
		if (one.requestId !== requestId && replay(one.known).askedAt > event.at) continue;
		const followed = await appendAndFollow(tx, {
			schoolId,
			requestId: one.requestId,
			known: one.known,
			added: [event],
			settings,
			now: receivedAt
		});
		wake.push(...followed.wake);
	}
	return recorded([...new Set(wake)]);
}
