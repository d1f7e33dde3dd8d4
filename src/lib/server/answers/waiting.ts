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
	const story: Story = {
		requestId,
		request,
		// What somebody who was left out says does not count.
		events: events.filter((one) => !('by' in one && request.excludedAdultIds.includes(one.by)))
	};
	const isToday = (time: number) => !dayIsPast(time, at.now, at.timetable);
	switch (request.state) {
		case 'taken-back':
			return null;
		case 'met':
		case 'closed': {
			const ended = lastEnd(story);
			if (!ended || !isToday(ended.at)) return null;
			return request.outcome === 'not-now'
				? { kind: 'not-now', requestId, adultId: ended.by }
				: talkCheck(story, ended.by);
		}
		case 'arranged': {
			const { answer } = request;
			if (!answer || !isToday(answer.meetAt)) return null;
			if (at.now >= answer.meetAt + MEETING_LASTS_MS) return talkCheck(story, answer.by);
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
		default: {
			// The promised time has passed, and the clock has handed it on: just then the child is asked.
			const missed = request.answer && isToday(request.answer.meetAt) ? request.answer : null;
			const check = missed && talkCheck(story, missed.by);
			if (check) return check;
			if (missed && hasEnoughOf(request)) return null;
			return isToday(lastAsked(story)) ? stillAsked(story) : null;
		}
	}
}

interface Story {
	requestId: string;
	request: TalkRequest;
	events: readonly TalkEvent[];
}

/** `null` where there is nothing to ask, or the child has said so. */
function talkCheck(story: Story, adultId: string): OfRequest | null {
	const { requestId, request } = story;
	// A need is met on the spot, and an urgent request too: only a talk is asked about afterwards.
	if (request.kind !== 'talk' || isChecked(story)) return null;
	return { kind: 'talk-check', requestId, adultId: request.answer?.by ?? adultId };
}

/** Each promise is asked about: what the child said of one that was missed is not about the next. */
function isChecked({ request, events }: Story): boolean {
	const index = events.findLastIndex(({ kind }) => kind === 'talk-checked');
	const check = events[index];
	if (check?.kind !== 'talk-checked') return false;
	const later = events.slice(index + 1);
	if (later.some(({ kind }) => kind === 'answered')) return false;
	if (check.got !== 'not-yet') return true;
	const isBeforeItsTime = request.state === 'arranged' && check.at < (request.answer?.meetAt ?? 0);
	return !isBeforeItsTime && !later.some(({ kind }) => kind === 'met' || kind === 'closed');
}

const hasEnoughOf = ({ talkChecked }: TalkRequest) =>
	talkChecked === 'yes' || talkChecked === 'no-need';

function stillAsked(story: Story): OfRequest {
	const { requestId, request } = story;
	const mayTakeBack = request.kind !== 'urgent';
	const firstChosen = request.chosenAdultIds[0] ?? null;
	const adultId = whoHasIt(story);
	if (adultId !== null && adultId !== firstChosen)
		return { kind: 'handed-on', requestId, fromAdultId: firstChosen, adultId, mayTakeBack };
	const seen =
		firstChosen === null ? request.seenByIds.length > 0 : request.seenByIds.includes(firstChosen);
	return { kind: 'asked', requestId, adultId: firstChosen, seen, mayTakeBack };
}

/**
 * Who has taken it on, or to whom the clock has handed it: of several the one who has looked at it. `null`
 * while it is with whom the child asked. What a person hands on is the giver's, too, until it is taken on.
 */
function whoHasIt({ request, events }: Story): string | null {
	const holds = (id: string) => request.holderIds.includes(id);
	const last = events.findLast(
		(event) =>
			(event.kind === 'accepted' && holds(event.by)) ||
			(event.kind === 'handed-on' && event.by === 'clock' && event.toIds.some(holds))
	);
	if (last?.kind === 'accepted') return last.by;
	if (last?.kind !== 'handed-on') return null;
	const toIds = last.toIds.filter(holds);
	return toIds.find((id) => request.seenByIds.includes(id)) ?? toIds[0] ?? null;
}

/** Who said last that it is over, and when. */
function lastEnd({ events }: Story) {
	const ended = events.findLast(({ kind }) => kind === 'met' || kind === 'closed');
	return ended?.kind === 'met' || ended?.kind === 'closed' ? ended : null;
}

/** A child who says "not yet" has asked again. */
function lastAsked({ request, events }: Story): number {
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
