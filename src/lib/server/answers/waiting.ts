// What one request has to tell its child now. Pure. Nothing whose day has passed is told: whoever gets in
// with another child's pictures learns little, and never what was said.
import type { Waiting } from '$lib/crossing/answers';
import type { MeetingPlace, SchoolTimetable } from '$lib/domain/school';
import { dayIsPast } from '$lib/domain/school-time';
import { replay, type TalkEvent, type TalkRequest } from '$lib/domain/talk-request';

/** From then on the child is asked "did you get your talk?" instead of told when. */
export const MEETING_LASTS_MS = 30 * 60 * 1000;

export interface Now {
	now: number;
	timetable: SchoolTimetable;
	places: readonly MeetingPlace[];
}

/** What a request has to tell. */
export type OfRequest = Extract<Waiting, { requestId: string }>;

export function waitingOf(
	requestId: string,
	events: readonly TalkEvent[],
	at: Now
): OfRequest | null {
	const request = replay(events);
	// To reflect with a child is for grown-ups: the child has asked for nothing.
	if (request.isNotThisChild || request.kind === 'reflect') return null;
	const isToday = (time: number) => !dayIsPast(time, at.now, at.timetable);
	switch (request.state) {
		case 'taken-back':
			return null;
		case 'met':
		case 'closed': {
			const ended = lastEnd(events, request);
			if (!ended || !isToday(ended.at)) return null;
			return request.outcome === 'not-now'
				? { kind: 'not-now', requestId, adultId: ended.by }
				: talkCheck(requestId, request, ended.by);
		}
		case 'arranged': {
			const { answer } = request;
			if (!answer || !isToday(answer.meetAt)) return null;
			if (at.now >= answer.meetAt + MEETING_LASTS_MS) {
				return talkCheck(requestId, request, answer.by);
			}
			const listed = at.places.find(({ id }) => id === answer.placeId);
			const place = listed && { phrase: listed.phrase, picture: listed.picture };
			return {
				kind: 'meeting',
				requestId,
				adultId: answer.by,
				how: request.how,
				slot: answer.slot,
				meetAt: answer.meetAt,
				place: place ?? null,
				...(request.kind === 'come' && { come: true }),
				mayTakeBack: request.kind !== 'urgent'
			};
		}
		default:
			return isToday(lastAsked(events, request)) ? stillAsked(requestId, events, request) : null;
	}
}

function talkCheck(requestId: string, request: TalkRequest, adultId: string): OfRequest | null {
	// A need is met on the spot, and an urgent request too: only a talk is asked about afterwards.
	if (request.kind !== 'talk' || request.talkChecked !== null) return null;
	return { kind: 'talk-check', requestId, adultId: request.answer?.by ?? adultId };
}

function stillAsked(
	requestId: string,
	events: readonly TalkEvent[],
	request: TalkRequest
): OfRequest | null {
	const mayTakeBack = request.kind !== 'urgent';
	const firstChosen = request.chosenAdultIds[0] ?? null;
	const takenOnBy = events.findLast(
		(event) => event.kind === 'accepted' && request.holderIds.includes(event.by)
	);
	if (takenOnBy?.kind === 'accepted' && takenOnBy.by !== firstChosen) {
		const adultId = takenOnBy.by;
		return { kind: 'handed-on', requestId, fromAdultId: firstChosen, adultId, mayTakeBack };
	}
	const seen =
		firstChosen === null ? request.seenByIds.length > 0 : request.seenByIds.includes(firstChosen);
	return { kind: 'asked', requestId, adultId: firstChosen, seen, mayTakeBack };
}

/** Who said last that it is over, and when. */
function lastEnd(events: readonly TalkEvent[], request: TalkRequest) {
	const ended = events.findLast(
		(event) =>
			(event.kind === 'met' || event.kind === 'closed') &&
			!request.excludedAdultIds.includes(event.by)
	);
	return ended?.kind === 'met' || ended?.kind === 'closed' ? ended : null;
}

/** A child who says "not yet" has asked again. */
function lastAsked(events: readonly TalkEvent[], request: TalkRequest): number {
	const again = events.findLast(
		(event) => event.kind === 'talk-checked' && event.got === 'not-yet'
	);
	return Math.max(again?.at ?? 0, request.askedAt);
}

const order = {
	meeting: 0,
	'talk-check': 1,
	'handed-on': 2,
	asked: 3,
	'not-now': 4,
	'hello-back': 5
};

/** Meetings by their time, then the rest as they come. */
export const inOrder = <One extends Waiting>(waiting: readonly One[]): One[] =>
	[...waiting].sort((a, b) =>
		a.kind === 'meeting' && b.kind === 'meeting'
			? a.meetAt - b.meetAt
			: order[a.kind] - order[b.kind]
	);

export const adultsIn = (waiting: readonly Waiting[]): string[] => [
	...new Set(
		waiting.flatMap((one) =>
			one.kind === 'handed-on' ? [one.fromAdultId ?? [], one.adultId].flat() : (one.adultId ?? [])
		)
	)
];
