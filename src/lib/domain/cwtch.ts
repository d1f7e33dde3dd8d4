// The Cwtch is a place with an adult. Who is there is what an adult has said, and it ends by itself: nobody
// is taken to be there because they usually are.
import type { StayWord } from './check-in';
import type { TalkEvent } from './talk-event';

/** What an adult can say to "May I come?", with one tap. */
export const COME_ANSWERS = ['now', 'soon', 'not-now'] as const;
export type ComeAnswer = (typeof COME_ANSWERS)[number];

/** What an event of such a request says to the child; `null` for nothing. */
export function comeAnswerIn(event: TalkEvent): ComeAnswer | null {
	if (event.kind === 'closed') return event.outcome === 'not-now' ? 'not-now' : null;
	if (event.kind !== 'answered') return null;
	return event.slot === 'soon' ? 'soon' : 'now';
}

/** For how long an adult can say to be there. */
export const HERE_MINUTES = [15, 30, 60] as const;
export type HereMinutes = (typeof HERE_MINUTES)[number];

/** How long a child stays, as the child chooses it; on the screen it is a picture without a number. */
export const STAY_LENGTHS = ['short', 'middle', 'long'] as const;
export type StayLength = (typeof STAY_LENGTHS)[number];
export const STAY_MINUTES: Record<StayLength, number> = { short: 5, middle: 10, long: 15 };

/** "A bit longer". */
export const LONGER_MINUTES = 5;

/** Once the candle is out: the tablet asks whether the child is still there, and goes back to Rest. */
const GOING_MINUTES = 5;

/**
 * Until when (ms UTC) a child is taken to be in the room who says no more than this; `null` once they have
 * said to be ready. Whoever would like to talk first waits for somebody, as long as the longest stay.
 *
 * @param length of one that begins; where it is not said, the longest
 */
export function stayOpenUntil(
	word: StayWord | 'begun',
	at: number,
	length?: StayLength
): number | null {
	if (word === 'ready') return null;
	const minutes = word === 'longer' ? LONGER_MINUTES : STAY_MINUTES[length ?? 'long'];
	return at + (minutes + GOING_MINUTES) * 60_000;
}

/** What was said before this is of an earlier stay. */
export const STAY_LASTS_MS = 45 * 60_000;

/**
 * Whoever has said within these days to be in the room looks after it, and hears of a child who is there
 * alone.
 */
export const ROOM_ADULTS_MS = 14 * 24 * 60 * 60_000;

/** A stay is kept as long as leads look back; the time itself stands with what helps this child. */
export const STAYS_KEPT_MS = 28 * 24 * 60 * 60_000;

/** What arrives later than this is about a child who has gone. More than a tablet's clock is wrong by. */
const NEWS_MS = 30 * 60_000;

/** An envelope that waited on the tablet says nothing of now. */
export const isNewsOfRoom = (at: number, receivedAt: number): boolean => receivedAt - at <= NEWS_MS;

export interface RoomAdults {
	/** Have said to be there now. */
	hereIds: readonly string[];
	/** Look after the room, here or not. */
	usualIds: readonly string[];
}
