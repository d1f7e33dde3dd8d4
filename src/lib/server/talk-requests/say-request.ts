// One request as the staff pages say it to one viewer. Names are in the data; the page shows them only
// while they are held.
import { handOnDue, handOnTargets } from '$lib/domain/hand-on';
import { minutesOfSchoolDay, schoolDay, schoolMinutesBetween } from '$lib/domain/school-time';
import { replay, type TalkEvent, type TalkRequest } from '$lib/domain/talk-request';
import type { HelloToMe } from '../database/check-ins';
import {
	adultsOf,
	childrenOf,
	classNames,
	kioskNames,
	type ListedAdult,
	type ListedRequest
} from '../database/inbox';
import type { Db } from '../database/open';
import { loadPeople, peopleAround, type PeopleOfSchool } from '../database/people-around';
import type { SchoolRules } from '../database/school-rules';
import type { RequestViewer } from '../database/visible-requests';
import { dueHeading, type DueHeading } from './due-heading';
import { excludedOf } from './follow-events';

/** A moment as the page says it: minutes of the day, and which day. */
export interface SaidTime {
	minutes: number;
	day: 'today' | 'tomorrow' | 'other';
	/** `YYYY-MM-DD`, the school's own. */
	date: string;
}

export interface SaidChild {
	/** `null` when nobody said who it is. */
	name: string | null;
	/**
	 * Only a `known` child can be shown an answer on the tablet. A `new` one said "I'm new here" and is on no
	 * list yet; what is `mistaken` came in under another child's name, which leads alone are told; `nameless`
	 * is who asked without a name.
	 */
	kind: 'known' | 'new' | 'mistaken' | 'nameless';
	picture: string | null;
	className: string | null;
	emblem: string | null;
}

export interface InboxItem {
	id: string;
	heading: DueHeading;
	kind: TalkRequest['kind'];
	state: TalkRequest['state'];
	how: TalkRequest['how'];
	when: TalkRequest['when'];
	need: string | null;
	child: SaidChild;
	kioskName: string;
	asked: SaidTime;
	waitedMinutes: number;
	/** Who is asked too if nobody answers. */
	next: { to: 'adult' | 'adults' | 'alarm'; name: string; at: SaidTime } | null;
	answer: {
		byMe: boolean;
		by: string;
		at: SaidTime;
		/** `null` for an urgent request: at the tablet. */
		place: { en: string; cy: string } | null;
		isRead: boolean;
		hasPassed: boolean;
	} | null;
	/** "Did you get your talk?" */
	talkChecked: TalkRequest['talkChecked'];
	/** The same child asked the same adults more than once: when each time. Empty for once. */
	askedAgain: SaidTime[];
	/** What else was asked for then. */
	alsoAsked: AskedFor[];
	/** The child said that an urgent tap was a mistake. */
	byMistake: boolean;
	mine: boolean;
	/** Given to me by a colleague who waits for me to take it on. */
	offeredBy: string | null;
}

export type AskedFor = Pick<InboxItem, 'kind' | 'how' | 'when' | 'need' | 'child'>;

/** What everything said about requests needs to know. */
export interface Telling {
	viewer: RequestViewer;
	rules: SchoolRules;
	people: PeopleOfSchool;
	adults: ReadonlyMap<string, ListedAdult>;
	children: Awaited<ReturnType<typeof childrenOf>>;
	kiosks: Awaited<ReturnType<typeof kioskNames>>;
	classes: Awaited<ReturnType<typeof classNames>>;
	now: number;
}

export async function loadTelling(
	db: Db,
	viewer: RequestViewer,
	rules: SchoolRules,
	listed: readonly ListedRequest[],
	now: number
): Promise<Telling> {
	const { schoolId } = viewer;
	const pupilIds = listed.flatMap((one) => one.pupilId ?? []);
	const kioskIds = listed.map((one) => one.kioskId);
	return {
		viewer,
		rules,
		people: await loadPeople(db, schoolId, { pupilIds, kioskIds }),
		adults: await adultsOf(db, schoolId),
		children: await childrenOf(db, schoolId, pupilIds),
		kiosks: await kioskNames(db, schoolId),
		classes: await classNames(db, schoolId),
		now
	};
}

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Said {
	item: InboxItem;
	request: TalkRequest;
	holds: boolean;
	dueAt: number;
}

/** One entry for all that stand together: answered, handed on, met and closed with one tap. */
export function withAgain(first: Said, others: readonly Said[]): InboxItem {
	const { item } = first;
	if (others.length === 0) return item;
	const all = [first, ...others].sort((a, b) => a.request.askedAt - b.request.askedAt);
	const alsoAsked = others
		.map(({ item: { kind, how, when, need, child } }) => ({ kind, how, when, need, child }))
		.filter(({ how, when }) => how !== item.how || when !== item.when);
	return { ...item, askedAgain: all.map((one) => one.item.asked), alsoAsked };
}

export function sayRequest(id: string, events: readonly TalkEvent[], telling: Telling): Said {
	const { viewer, rules, people, adults, now } = telling;
	const { timetable, policy } = rules;
	const request = replay(events);
	const { state, answer } = request;
	const due = handOnDue(request, policy, timetable, now);
	const promised = state === 'arranged' && answer && answer.meetAt > now ? answer.meetAt : null;
	const dueAt = promised ?? due?.dueAt ?? null;
	const holds = request.holderIds.includes(viewer.staffId);
	const answeredByOther = state === 'arranged' && answer !== null && answer.by !== viewer.staffId;
	const targets =
		due && promised === null
			? handOnTargets(due.step, request, peopleAround(people, excludedOf(request), now))
			: null;
	const kiosk = telling.kiosks.get(request.kioskId);
	const item: InboxItem = {
		id,
		heading: dueHeading(request, dueAt, now, timetable),
		kind: request.kind,
		state,
		how: request.how,
		when: request.when,
		need: request.need,
		child: sayChild(request, telling),
		kioskName: kiosk?.name ?? '',
		asked: sayTime(request.askedAt, telling),
		waitedMinutes: Math.floor(
			request.kind === 'urgent'
				? (now - request.askedAt) / 60_000
				: schoolMinutesBetween(request.askedAt, now, timetable)
		),
		next:
			due && targets
				? {
						to:
							targets.kind === 'alarm' ? 'alarm' : targets.toIds.length === 1 ? 'adult' : 'adults',
						name: targets.kind === 'alarm' ? '' : nameOfAdult(adults, targets.toIds[0]),
						at: sayTime(Math.max(due.dueAt, now), telling)
					}
				: null,
		answer: answer && {
			byMe: answer.by === viewer.staffId,
			by: nameOfAdult(adults, answer.by),
			at: sayTime(answer.meetAt, telling),
			place: rules.places.find((place) => place.id === answer.placeId)?.phrase ?? null,
			isRead: answer.readAt !== null,
			hasPassed: answer.meetAt <= now
		},
		talkChecked: request.talkChecked,
		askedAgain: [],
		alsoAsked: [],
		byMistake: request.kind === 'urgent' && events.some((event) => event.kind === 'taken-back'),
		mine: holds && !answeredByOther,
		offeredBy: offeredBy(events, request, telling)
	};
	return { item, request, holds, dueAt: dueAt ?? Number.MAX_SAFE_INTEGER };
}

/** Who handed it on to me and still waits for me to take it on. */
function offeredBy(
	events: readonly TalkEvent[],
	request: TalkRequest,
	{ viewer, adults }: Telling
): string | null {
	const me = viewer.staffId;
	const offered = events.findLastIndex(
		(event) => event.kind === 'handed-on' && event.by !== 'clock' && event.toIds.includes(me)
	);
	const event = events[offered];
	if (event?.kind !== 'handed-on' || !request.holderIds.includes(me)) return null;
	const isTaken = events
		.slice(offered)
		.some((later) => ['accepted', 'answered', 'met', 'closed'].includes(later.kind));
	return isTaken ? null : nameOfAdult(adults, event.by);
}

export function sayChild(request: TalkRequest, telling: Telling): SaidChild {
	const { children, kiosks, classes, viewer } = telling;
	const child = request.pupilId === null ? undefined : children.get(request.pupilId);
	const kiosk = kiosks.get(request.kioskId);
	const atKiosk = {
		picture: null,
		className: kiosk?.className ?? null,
		emblem: kiosk?.emblem ?? null
	};
	if (child && request.isNotThisChild) {
		return { kind: 'mistaken', name: viewer.role === 'lead' ? nameOf(child) : null, ...atKiosk };
	}
	if (child) {
		const { picture, className, emblem } = child;
		return { kind: 'known', name: nameOf(child), picture, className, emblem };
	}
	const { newInClassId, namelessInClassId } = request;
	const inClass = (classId: string | null) => {
		const said = classId === null ? undefined : classes.get(classId);
		const { name: className = null, emblem = null } = said ?? {};
		return { name: null, picture: null, className, emblem };
	};
	if (namelessInClassId !== undefined) return { kind: 'nameless', ...inClass(namelessInClassId) };
	if (newInClassId !== undefined) return { kind: 'new', ...inClass(newInClassId) };
	return { kind: 'known', name: null, ...atKiosk };
}

export const nameOf = ({
	firstName,
	distinguisher
}: Pick<HelloToMe, 'firstName' | 'distinguisher'>): string =>
	distinguisher ? `${firstName} ${distinguisher}` : firstName;

export const nameOfAdult = (
	adults: ReadonlyMap<string, ListedAdult>,
	staffId: string | undefined
): string => (staffId === undefined ? '' : (adults.get(staffId)?.name ?? ''));

export function sayTime(
	at: number,
	{ rules, now }: { rules: Pick<SchoolRules, 'timetable'>; now: number }
): SaidTime {
	const { timetable } = rules;
	const date = schoolDay(at, timetable);
	const days = (Date.parse(date) - Date.parse(schoolDay(now, timetable))) / DAY_MS;
	return {
		minutes: minutesOfSchoolDay(at, timetable),
		day: days === 0 ? 'today' : days === 1 ? 'tomorrow' : 'other',
		date
	};
}
