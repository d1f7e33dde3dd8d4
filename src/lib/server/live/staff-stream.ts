// GET /staff/live, as server-sent events:
//
//   retry: 2000
//   id: UUIDv7 of the feed row          (comes back as Last-Event-ID)
//   data: {"kind":"request","id":"…"}   (no name, no feeling, no state)
//   event: beat                         (every 15 s, so that both ends notice a dead connection)
//
// After a reconnection the last 10 s before Last-Event-ID come again; the page drops what it knows.
import { staffFeedSince, timeOfId, type StaffFeedEvent } from '../database/live-feed';
import type { RunningServer } from '../running';
import { subscribeStaff } from './announce';
import { OVERLAP_MS } from './live-bus';

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2_000;
/** A page that does not read gets no more than this kept for it; it reconnects and catches up. */
const MOST_UNREAD_BYTES = 256 * 1024;
/** A page that was away for longer loads everything anyway. */
const LONGEST_CATCH_UP_MS = 60 * 60 * 1000;

export interface StreamReader {
	schoolId: string;
	staffId: string;
	/** When the session ends, ms. */
	endsAt: number;
	lastEventId: string | null;
	/** False after a sign-out: the stream ends with the session. */
	isStillSignedIn: () => Promise<boolean>;
}

const encoder = new TextEncoder();

const eventText = ({ eventId, kind, subjectId }: StaffFeedEvent): string =>
	`id: ${eventId}\ndata: ${JSON.stringify({ kind, id: subjectId })}\n\n`;

export function staffStream(
	running: RunningServer,
	reader: StreamReader
): ReadableStream<Uint8Array> {
	let stop: () => void = () => undefined;
	return new ReadableStream<Uint8Array>(
		{
			start(controller) {
				let ended = false;
				const end = () => {
					if (ended) return;
					ended = true;
					stop();
					controller.close();
				};
				const send = (text: string) => {
					if (ended) return;
					controller.enqueue(encoder.encode(text));
					if ((controller.desiredSize ?? 0) < -MOST_UNREAD_BYTES) end();
				};
				const unsubscribe = subscribeStaff(running, reader.schoolId, reader.staffId, (events) =>
					send(events.map(eventText).join(''))
				);
				const beat = setInterval(() => {
					if (Date.now() >= reader.endsAt) return end();
					send('event: beat\ndata: \n\n');
					reader.isStillSignedIn().then(
						(signedIn) => {
							if (!signedIn) end();
						},
						// The database is away for a moment: the page keeps its stream.
						() => undefined
					);
				}, HEARTBEAT_MS);
				stop = () => {
					ended = true;
					clearInterval(beat);
					unsubscribe();
				};
				send(`retry: ${RETRY_MS}\n\n`);
				void missedSince(running, reader).then((events) => send(events.map(eventText).join('')));
			},
			cancel: () => stop()
		},
		{ highWaterMark: 0 }
	);
}

async function missedSince(
	running: RunningServer,
	{ schoolId, staffId, lastEventId }: StreamReader
): Promise<StaffFeedEvent[]> {
	const lastAt = timeOfId(lastEventId ?? '');
	if (lastAt === null) return [];
	const since = Math.max(lastAt - OVERLAP_MS, Date.now() - LONGEST_CATCH_UP_MS);
	try {
		return await staffFeedSince(running.db, schoolId, [staffId], since);
	} catch (error) {
		running.log.error({ err: error }, 'a page could not catch up; it loads everything instead');
		return [];
	}
}
