// One request as its page shows it: what was asked, what has happened, what comes next, whom to ask.
import type { CalmSaying } from '$lib/domain/calm-time';
import type { FeelingDetails } from '$lib/domain/check-in';
import { areAskedTogether } from '$lib/domain/asked-together';
import { isMistaken, mayUndoMark } from '$lib/domain/entry-mark';
import {
	replay,
	type Certainty,
	type Outcome,
	type TalkEvent,
	type TalkRequest
} from '$lib/domain/talk-request';
import { maySeeWhoWasLeftOut } from '$lib/domain/visibility';
import { knownCalmTimes } from '../calm/known-calm-times';
import { entryMarksOf } from '../database/entry-marks';
import { listVisibleRequests, visibleRequest, type ListedRequest } from '../database/inbox';
import type { Db } from '../database/open';
import { peopleAround } from '../database/people-around';
import { loadSchoolRules } from '../database/school-rules';
import { eventsOf } from '../database/talk-requests';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';
import { mayTakeOn } from './commands';
import { excludedOf } from './follow-events';
import {
	loadTelling,
	nameOfAdult,
	sayRequest,
	sayTime,
	withAgain,
	type InboxItem,
	type SaidTime,
	type Telling
} from './say-request';

export interface TimelineLine {
	at: SaidTime;
	kind: TalkEvent['kind'];
	/** `null` for the child and for the clock. */
	by: string | null;
	byMe: boolean;
	toNames: string[];
	answer: { at: SaidTime; place: { en: string; cy: string } | null } | null;
	note: string | null;
	got: TalkRequest['talkChecked'];
	outcome: Outcome | null;
}

export interface Colleague {
	staffId: string;
	name: string;
	initials: string;
	pattern: number;
	why: 'named' | 'class' | 'lead' | 'head';
	away: boolean;
}

export interface RequestPage {
	item: InboxItem;
	/** Opening it says to the child that it has been seen. */
	holds: boolean;
	maySay: boolean;
	feeling: string | null;
	/** What the child said more about that feeling. */
	details: FeelingDetails;
	certainty: Certainty;
	/** Whom the child asked; empty for Anyone. */
	chosen: string[];
	chosenMe: boolean;
	outcome: Outcome | null;
	/** Requests that the child's own words came with, the first one first; the words themselves are asked for. */
	words: { requestId: string; at: SaidTime }[];
	/**
	 * What this child did in the calm space and said afterwards, the latest few, as far as this viewer may
	 * know; `null` for none.
	 */
	helps: { pupilId: string; latest: CalmSaying[] } | null;
	timeline: TimelineLine[];
	colleagues: Colleague[];
	/** For leads only: whom the child left out. */
	leftOut: string[];
	/** What came in under the child's name and stands here as one; empty where nobody gave a name. */
	entries: MarkableEntry[];
}

export interface MarkableEntry {
	id: string;
	at: SaidTime;
	/** Somebody has said that it is not this child. */
	isMistaken: boolean;
	mayUndo: boolean;
}

/** Beside a request; a page of its own has them all. */
const MOST_HELPS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** `null` when there is none, or when this viewer may not know of it. */
export async function loadRequestPage(
	running: RunningServer,
	viewer: RequestViewer,
	requestId: string,
	now: number
): Promise<RequestPage | null> {
	const { db, config } = running;
	const listed = await visibleRequest(db, viewer, requestId);
	const events = (await eventsOf(db, viewer.schoolId, [requestId])).get(requestId);
	if (!listed || !events) return null;
	const rules = await loadSchoolRules(db, viewer.schoolId, config);
	const telling = await loadTelling(db, viewer, rules, [listed], now);
	const request = replay(events);
	const own = sayRequest(requestId, events, telling);
	const others = await togetherWith(running, viewer, listed, request, now);
	const { holds } = own;
	const together = [{ id: requestId, events, request }, ...others].sort(
		(a, b) => a.request.askedAt - b.request.askedAt
	);
	const all = together.map((one) => one.request);
	const marks = await entryMarksOf(
		db,
		viewer.schoolId,
		together.map(({ id }) => id)
	);
	const around = peopleAround(telling.people, excludedOf(request), now);
	const isLeftOutShown = maySeeWhoWasLeftOut(viewer, request, around);
	return {
		item: withAgain(
			own,
			others.map((other) => sayRequest(other.id, other.events, telling))
		),
		holds,
		maySay: holds || viewer.role === 'lead',
		feeling: lastFelt(all)?.feeling ?? null,
		details: lastFelt(all)?.details ?? {},
		certainty: request.certainty,
		chosen: request.chosenAdultIds.map((id) => nameOfAdult(telling.adults, id)),
		chosenMe: request.chosenAdultIds.includes(viewer.staffId),
		outcome: request.outcome,
		words: together
			.filter((one) => one.request.withWords)
			.map((one) => ({ requestId: one.id, at: sayTime(one.request.askedAt, telling) })),
		helps: await helpsOf(db, viewer, own.item.child.kind === 'known' ? request.pupilId : null, now),
		timeline: inTime(together.map((one) => one.events)).map((event) => sayEvent(event, telling)),
		colleagues: colleaguesFor(request, telling),
		leftOut: isLeftOutShown
			? [...new Set(all.flatMap((one) => one.excludedAdultIds))].map((id) =>
					nameOfAdult(telling.adults, id)
				)
			: [],
		entries: together.flatMap(({ id, request: { pupilId, askedAt } }) => {
			const set = marks.get(id) ?? [];
			const at = sayTime(askedAt, telling);
			const mark = { isMistaken: isMistaken(set), mayUndo: mayUndoMark(viewer, set) };
			return pupilId === null ? [] : { id, at, ...mark };
		})
	};
}

/** The others of the same child that stand together with it, as far as this viewer may know of them. */
async function togetherWith(
	{ db }: RunningServer,
	viewer: RequestViewer,
	{ pupilId, requestId }: ListedRequest,
	request: TalkRequest,
	now: number
) {
	if (pupilId === null) return [];
	const listed = await listVisibleRequests(db, viewer, now - DAY_MS);
	const ids = listed
		.filter((one) => one.pupilId === pupilId && one.requestId !== requestId)
		.map((one) => one.requestId);
	const events = await eventsOf(db, viewer.schoolId, ids);
	return [...events]
		.map(([id, own]) => ({ id, events: own, request: replay(own) }))
		.filter((other) => areAskedTogether(request, other.request));
}

async function helpsOf(
	db: Db,
	viewer: RequestViewer,
	pupilId: string | null,
	now: number
): Promise<RequestPage['helps']> {
	const times = pupilId === null ? [] : await knownCalmTimes(db, viewer, { pupilId }, now);
	if (pupilId === null || times.length === 0) return null;
	const latest = times
		.slice(0, MOST_HELPS)
		.map(({ activity, name, ended, after }) => ({ activity, name, ended, after }));
	return { pupilId, latest };
}

/** What the child felt last, if they said so; of requests in time. */
const lastFelt = (asked: readonly TalkRequest[]): TalkRequest | undefined =>
	asked.findLast(({ feeling }) => feeling !== null);

/** What was done to several at once is one line. */
function inTime(all: readonly (readonly TalkEvent[])[]): TalkEvent[] {
	const lines = new Map<string, TalkEvent>();
	for (const event of all.flat()) {
		const by = 'by' in event ? event.by : '';
		const line = `${event.kind} ${event.at} ${by}`;
		if (!lines.has(line)) lines.set(line, event);
	}
	return all.length === 1 ? [...all.flat()] : [...lines.values()].sort((a, b) => a.at - b.at);
}

function sayEvent(event: TalkEvent, telling: Telling): TimelineLine {
	const { adults, viewer, rules } = telling;
	const by = 'by' in event && event.by !== 'clock' ? event.by : null;
	return {
		at: sayTime(event.at, telling),
		kind: event.kind,
		by: by === null ? null : nameOfAdult(adults, by),
		byMe: by === viewer.staffId,
		toNames: event.kind === 'handed-on' ? event.toIds.map((id) => nameOfAdult(adults, id)) : [],
		answer:
			event.kind === 'answered'
				? {
						at: sayTime(event.meetAt, telling),
						place: rules.places.find((place) => place.id === event.placeId)?.phrase ?? null
					}
				: null,
		note: event.kind === 'handed-on' ? event.note : null,
		got: event.kind === 'talk-checked' ? event.got : null,
		outcome: event.kind === 'closed' ? event.outcome : null
	};
}

/** Whom to ask, nearest to the child first; nobody who has it already, and nobody who must not know. */
function colleaguesFor(request: TalkRequest, telling: Telling): Colleague[] {
	const { people, adults, viewer, now } = telling;
	const around = peopleAround(people, excludedOf(request), now);
	const groups: [Colleague['why'], string[]][] = [
		['named', [...request.chosenAdultIds, ...(request.isNotThisChild ? [] : around.trustedIds)]],
		['class', around.classAdultIds],
		['lead', around.leadIds],
		['head', around.headIds]
	];
	const colleagues = new Map<string, Colleague>();
	for (const [why, staffIds] of groups) {
		for (const staffId of staffIds) {
			const adult = adults.get(staffId);
			const hasIt = request.holderIds.includes(staffId) || staffId === viewer.staffId;
			if (!adult || hasIt || colleagues.has(staffId)) continue;
			if (!mayTakeOn(staffId, request, { around, people })) continue;
			colleagues.set(staffId, { ...adult, why, away: around.awayIds.includes(staffId) });
		}
	}
	return [...colleagues.values()];
}
