// What an adult does with a talk request, and with what stands together with it. Each is one
// transaction: lock, replay, check that it still makes sense, append, audit. What cannot be done is an
// answer, not an exception.
import type { PeopleAroundChild } from '$lib/domain/people';
import type { ComeAnswer } from '$lib/domain/cwtch';
import { slotTime } from '$lib/domain/school-time';
import {
	canReadAnswers,
	isNameless,
	replay,
	type AnswerSlot,
	type Outcome,
	type TalkEvent,
	type TalkRequest
} from '$lib/domain/talk-request';
import { maySee } from '$lib/domain/visibility';
import { writeAudit } from '../database/audit';
import type { Db } from '../database/open';
import { loadPeople, peopleAround, type PeopleOfSchool } from '../database/people-around';
import { loadSchoolRules } from '../database/school-rules';
import type { RequestViewer } from '../database/visible-requests';
import { announce } from '../live/announce';
import type { RunningServer } from '../running';
import { appendAndFollow, excludedOf, type SchoolSettings } from './follow-events';
import { tellKiosk } from './tell-kiosk';
import { lockTogether, type LockedRequest } from './together';

export type Refusal =
	/** Closed, or taken back by the child. */
	| 'ended'
	/** Only who holds it, or a lead, may do this. */
	| 'not-yours'
	/** That time has passed today. */
	| 'slot-passed'
	/** The children are leaving, or have left. */
	| 'home-time'
	/** The school does not list it as a place where others can see. */
	| 'unknown-place'
	/** That colleague cannot take this on. */
	| 'cannot-take'
	/** It is theirs already. */
	| 'already-theirs'
	/** Only a need, and a talk about what was bigger afterwards, is over with one tap. */
	| 'not-a-need';

export type Commanded =
	| { outcome: 'done'; request: TalkRequest }
	| { outcome: 'refused'; reason: Refusal }
	/** There is none, or this viewer may not know of it: the same answer for both. */
	| { outcome: 'not-found' };

interface Situation {
	request: TalkRequest;
	around: PeopleAroundChild;
	people: PeopleOfSchool;
	tx: Db;
}
type Decision = { events: TalkEvent[] } | { refuse: Refusal };
type Decide = (situation: Situation, now: number) => Decision | Promise<Decision>;

/** Where an urgent request or a need is answered: at the tablet from which it came. */
export const AT_THE_KIOSK = 'at-the-kiosk';
export const LONGEST_NOTE_CHARACTERS = 200;

/** Opened by somebody who has it. Changes nothing the second time. */
export const markSeen = (running: RunningServer, by: RequestViewer, requestId: string) =>
	command(running, by, requestId, 'request-seen', ({ request }, now) => {
		const isNews =
			request.holderIds.includes(by.staffId) && !request.seenByIds.includes(by.staffId);
		return { events: isNews && isOpen(request) ? [{ kind: 'seen', at: now, by: by.staffId }] : [] };
	});

/** Promises the child a definite time and a place where others can see them. */
export const answer = (
	running: RunningServer,
	by: RequestViewer,
	requestId: string,
	promise: { slot: AnswerSlot; placeId: string }
) =>
	command(running, by, requestId, 'request-answered', async ({ request, tx }, now) => {
		const { timetable, places } = await loadSchoolRules(tx, by.schoolId, running.config);
		const { slot, placeId } = promise;
		// Who cannot read a time in For me is gone to.
		const isAtKiosk = request.kind !== 'talk' || !canReadAnswers(request);
		const isComing = isAtKiosk && placeId === AT_THE_KIOSK && slot === 'now';
		if (!isComing && !places.some((place) => place.id === placeId)) {
			return { refuse: 'unknown-place' };
		}
		const meetAt = slotTime(slot, now, timetable);
		if (meetAt === null) return { refuse: 'slot-passed' };
		return whileOpen(by, request, {
			kind: 'answered',
			at: now,
			by: by.staffId,
			slot,
			meetAt,
			placeId
		});
	});

/** Where "May I come?" is answered: the school's place of this name, where it lists one. */
const IN_THE_CWTCH = 'cwtch';

/** Answers "May I come?" with one tap. The child reads it at once while the visit goes on. */
export const answerCome = (
	running: RunningServer,
	by: RequestViewer,
	requestId: string,
	said: ComeAnswer
) =>
	command(running, by, requestId, 'request-answered', async ({ request, tx }, now) => {
		if (request.kind !== 'come') return { refuse: 'not-a-need' };
		const { staffId } = by;
		if (said === 'not-now') {
			return whileOpen(by, request, { kind: 'closed', at: now, by: staffId, outcome: said });
		}
		const { timetable } = await loadSchoolRules(tx, by.schoolId, running.config);
		const meetAt = slotTime(said, now, timetable);
		if (meetAt === null) return { refuse: 'slot-passed' };
		const promise = { slot: said, meetAt, placeId: IN_THE_CWTCH };
		return whileOpen(by, request, { kind: 'answered', at: now, by: staffId, ...promise });
	});

/** Gives it to a colleague, who sees it at once; it stays with the giver until the colleague takes it on. */
export const handOn = (
	running: RunningServer,
	by: RequestViewer,
	requestId: string,
	to: { staffId: string; note: string | null }
) =>
	command(running, by, requestId, 'request-handed-on', ({ request, around, people }, now) => {
		if (!mayTakeOn(to.staffId, request, { around, people })) return { refuse: 'cannot-take' };
		if (request.holderIds.includes(to.staffId)) return { refuse: 'already-theirs' };
		return whileOpen(by, request, {
			kind: 'handed-on',
			at: now,
			by: by.staffId,
			fromId: request.holderIds.includes(by.staffId) ? by.staffId : null,
			toIds: [to.staffId],
			reason: 'by-person',
			step: request.stepsTaken,
			note: to.note?.trim().slice(0, LONGEST_NOTE_CHARACTERS) || null
		});
	});

/** "I will take this on": whoever handed it on is released. The clock runs until there is a time. */
export const accept = (running: RunningServer, by: RequestViewer, requestId: string) =>
	command(running, by, requestId, 'request-accepted', ({ request }, now) =>
		whileOpen(by, request, { kind: 'accepted', at: now, by: by.staffId })
	);

export const met = (running: RunningServer, by: RequestViewer, requestId: string) =>
	command(running, by, requestId, 'request-met', ({ request }, now) =>
		request.state === 'met'
			? { events: [] }
			: whileOpen(by, request, { kind: 'met', at: now, by: by.staffId })
	);

/** Closes with an outcome. As safeguarding it takes a second person: until then it is met. */
export const close = (
	running: RunningServer,
	by: RequestViewer,
	requestId: string,
	outcome: Outcome
) =>
	command(running, by, requestId, 'request-closed', ({ request }, now) =>
		whileOpen(by, request, { kind: 'closed', at: now, by: by.staffId, outcome })
	);

const ONE_TAP: Partial<Record<TalkRequest['kind'], Outcome>> = {
	need: 'helped',
	reflect: 'talked'
};

/** A need that has been seen to, or a talk about what was bigger afterwards: closed with one tap. */
export const helped = (running: RunningServer, by: RequestViewer, requestId: string) =>
	command(running, by, requestId, 'request-closed', ({ request }, now) => {
		const outcome = ONE_TAP[request.kind];
		return outcome
			? whileOpen(by, request, { kind: 'closed', at: now, by: by.staffId, outcome })
			: { refuse: 'not-a-need' };
	});

/** "I will talk with them today": nobody else is asked until the children leave. The child is told nothing. */
export const reflectToday = (running: RunningServer, by: RequestViewer, requestId: string) =>
	command(running, by, requestId, 'request-answered', async ({ request, tx }, now) => {
		if (request.kind !== 'reflect') return { refuse: 'not-a-need' };
		const { timetable } = await loadSchoolRules(tx, by.schoolId, running.config);
		const slot = 'before-home';
		const meetAt = slotTime(slot, now, timetable);
		if (meetAt === null) return { refuse: 'home-time' };
		const placeId = AT_THE_KIOSK;
		const said: TalkEvent = { kind: 'answered', at: now, by: by.staffId, slot, meetAt, placeId };
		return whileOpen(by, request, said);
	});

/**
 * Whom a colleague may be asked for: nobody who has left, is office staff, or must not know. What a child
 * asked without a name stays with leads.
 */
export function mayTakeOn(
	staffId: string,
	request: TalkRequest,
	{ around, people }: { around: Pick<PeopleAroundChild, 'excludedIds'>; people: PeopleOfSchool }
): boolean {
	const adult = people.adults.get(staffId);
	if (!adult || adult.hasLeft || adult.role === 'office') return false;
	if (isNameless(request) && adult.role !== 'lead') return false;
	return !around.excludedIds.includes(staffId);
}

const isOpen = ({ state }: TalkRequest) => state !== 'closed' && state !== 'taken-back';

function whileOpen(by: RequestViewer, request: TalkRequest, event: TalkEvent): Decision {
	if (!isOpen(request)) return { refuse: 'ended' };
	const isTheirs = by.role === 'lead' || request.holderIds.includes(by.staffId);
	return isTheirs ? { events: [event] } : { refuse: 'not-yours' };
}

async function command(
	running: RunningServer,
	by: RequestViewer,
	requestId: string,
	action: string,
	decide: Decide
): Promise<Commanded> {
	const now = Date.now();
	const { schoolId } = by;
	const wake: Wake = { staffIds: [], kioskIds: [] };
	const doing = { settings: running.config, by, action, decide, now, wake };
	const outcome = await running.db.transaction().execute(async (tx): Promise<Commanded> => {
		const locked = await lockTogether(tx, schoolId, requestId, now);
		if (!locked) return { outcome: 'not-found' };
		const [asked, ...others] = locked;
		const done = await doTo(tx, asked, doing);
		if (done.outcome !== 'done') return done;
		// What cannot be done to another one leaves that one as it is: it goes on standing by itself.
		for (const other of others) await doTo(tx, other, doing);
		return done;
	});
	announce(running, { schoolId, ...wake });
	return outcome;
}

interface Wake {
	staffIds: string[];
	kioskIds: string[];
}
interface Doing {
	settings: SchoolSettings;
	by: RequestViewer;
	action: string;
	decide: Decide;
	now: number;
	wake: Wake;
}

async function doTo(tx: Db, { requestId, known }: LockedRequest, doing: Doing): Promise<Commanded> {
	const { settings, by, action, decide, now, wake } = doing;
	const { schoolId, staffId } = by;
	const request = replay(known);
	const people = await loadPeople(tx, schoolId, {
		pupilIds: request.pupilId === null ? [] : [request.pupilId],
		kioskIds: [request.kioskId]
	});
	const around = peopleAround(people, excludedOf(request), now);
	if (maySee(by, request, around) === 'none') return { outcome: 'not-found' };
	const decision = await decide({ request, around, people, tx }, now);
	if ('refuse' in decision) return { outcome: 'refused', reason: decision.refuse };
	if (decision.events.length === 0) return { outcome: 'done', request };

	const added = decision.events;
	const followed = await appendAndFollow(tx, { schoolId, requestId, known, added, settings, now });
	wake.staffIds.push(...followed.wake);
	wake.kioskIds.push(...(await tellKiosk(tx, schoolId, requestId, followed.request, added, now)));
	await writeAudit(tx, { schoolId, actor: staffId, action, subject: requestId, at: now });
	return { outcome: 'done', request: followed.request };
}
