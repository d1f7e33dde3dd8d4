// The kiosk's feed: GET /crossing/v1/feed, signed, answered with server-sent events until either side
// ends it. Read with fetch, since EventSource cannot sign.
//
//   event: urgent-seen | urgent-answered    what an adult said to this kiosk's own urgent request
//   event: urgent-withdrawn                 the adult who said to be coming has passed it on instead
//   event: come-answered                    what an adult said to "May I come?" of this kiosk
//   event: pass-approved                    a grown-up opens For me: this kiosk may use the pass it asked for
//   event: pass-declined                    nobody opens it now; by whom and why is not told
//   event: directory                        the directory has changed: fetch it again
//   : still here                            every 15 s
//
// On each connection come the last 30 minutes again; the `id` tells what is known. No pupil's name or id.
import { COME_ANSWERS } from '$lib/domain/cwtch';
import * as v from 'valibot';

const Id = v.pipe(v.string(), v.uuid());

export const KioskFeedEvent = v.variant('kind', [
	v.object({
		kind: v.picklist(['urgent-seen', 'urgent-answered', 'urgent-withdrawn']),
		id: Id,
		/** The server's clock, ms. */
		at: v.number(),
		requestId: Id,
		adultId: Id,
		/** When the adult comes, ms. */
		meetAt: v.optional(v.number())
	}),
	v.object({
		kind: v.literal('come-answered'),
		id: Id,
		/** The server's clock, ms. */
		at: v.number(),
		requestId: Id,
		said: v.picklist(COME_ANSWERS)
	}),
	v.object({
		kind: v.picklist(['pass-approved', 'pass-declined']),
		id: Id,
		/** The server's clock, ms. */
		at: v.number(),
		passId: Id
	}),
	/** As in the header of the directory. */
	v.object({ kind: v.literal('directory'), etag: v.string() })
]);
export type KioskFeedEvent = v.InferOutput<typeof KioskFeedEvent>;

/** As server-sent event. */
export const kioskFeedText = (event: KioskFeedEvent): string =>
	`event: ${event.kind}\n${'id' in event ? `id: ${event.id}\n` : ''}data: ${JSON.stringify(event)}\n\n`;

export const STILL_HERE = ': still here\n\n';

/** The events as they come, until the feed ends. Kinds of a later version are passed over. Rejects when the network does. */
export async function* readKioskFeed(
	body: ReadableStream<Uint8Array<ArrayBuffer>>
): AsyncGenerator<KioskFeedEvent, void> {
	let rest = '';
	for await (const text of body.pipeThrough(new TextDecoderStream())) {
		const blocks = (rest + text).split('\n\n');
		rest = blocks.pop() ?? '';
		for (const block of blocks) {
			const event = eventOf(block);
			if (event) yield event;
		}
	}
}

function eventOf(block: string): KioskFeedEvent | null {
	const data = block.split('\n').find((line) => line.startsWith('data: '));
	if (!data) return null;
	try {
		const parsed = v.safeParse(KioskFeedEvent, JSON.parse(data.slice('data: '.length)));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}
