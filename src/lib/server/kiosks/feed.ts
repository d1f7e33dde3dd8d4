// GET /crossing/v1/feed: what a kiosk hears while it is on. The protocol is in crossing/kiosk-feed.ts.
import * as v from 'valibot';
import { KioskFeedEvent, kioskFeedText, STILL_HERE } from '$lib/crossing/kiosk-feed';
import { kioskById, kioskFeedSince, noteKioskContact, type KioskRow } from '../database/kiosks';
import { directoryOf } from '../directory/directory';
import { subscribeKiosk } from '../live/announce';
import type { RunningServer } from '../running';
import { CONTACT_NOTED_EVERY_MS, readSignedRequest } from './signed-request';

export const FEED_REMEMBERS_MS = 30 * 60 * 1000;
export const HEARTBEAT_MS = 15 * 1000;
/** Then the kiosk comes again with a new signature; what was missed meanwhile comes then. */
export const FEED_LASTS_MS = 10 * 60 * 1000;
/** A page and its worker may overlap for a moment at a reload; older feeds of the kiosk are ended. */
const MOST_FEEDS = 3;

const openFeeds = new WeakMap<RunningServer['db'], Map<string, KioskFeed[]>>();

function feedsOf({ db }: RunningServer, kioskId: string): KioskFeed[] {
	const ofServer = openFeeds.get(db) ?? new Map<string, KioskFeed[]>();
	openFeeds.set(db, ofServer);
	const feeds = ofServer.get(kioskId) ?? [];
	ofServer.set(kioskId, feeds);
	return feeds;
}

/** One connection of one kiosk. */
class KioskFeed {
	readonly #running: RunningServer;
	readonly #kiosk: KioskRow;
	readonly #startedAt = Date.now();
	#contactAt = Date.now();
	#sentIds = new Set<string>();
	#sentEtag = '';
	#isLooking = false;
	#lookAgain = false;
	#controller: ReadableStreamDefaultController<Uint8Array> | null = null;
	#stop: (() => void)[] = [];

	constructor(running: RunningServer, kiosk: KioskRow) {
		this.#running = running;
		this.#kiosk = kiosk;
	}

	/** Once for each feed. */
	open(): ReadableStream<Uint8Array> {
		return new ReadableStream<Uint8Array>({
			start: (controller) => this.#start(controller),
			cancel: () => this.end()
		});
	}

	#start(controller: ReadableStreamDefaultController<Uint8Array>): void {
		this.#controller = controller;
		const feeds = feedsOf(this.#running, this.#kiosk.kiosk_id);
		feeds.push(this);
		if (feeds.length > MOST_FEEDS) feeds[0]?.end();
		// Before the first look: what happens in between is looked at again.
		this.#stop.push(subscribeKiosk(this.#running, this.#kiosk.kiosk_id, () => this.#look()));
		const heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
		this.#stop.push(() => clearInterval(heartbeat));
		this.#send(STILL_HERE);
		this.#look();
	}

	/** Ends the connection, from either side; twice does no harm. */
	end(): void {
		const controller = this.#controller;
		if (!controller) return;
		this.#controller = null;
		for (const stop of this.#stop) stop();
		const feeds = feedsOf(this.#running, this.#kiosk.kiosk_id);
		const index = feeds.indexOf(this);
		if (index >= 0) feeds.splice(index, 1);
		if (feeds.length === 0) openFeeds.get(this.#running.db)?.delete(this.#kiosk.kiosk_id);
		try {
			controller.close();
		} catch {
			// The kiosk has gone already.
		}
	}

	#send(text: string): void {
		this.#controller?.enqueue(new TextEncoder().encode(text));
	}

	#beat(): void {
		this.#send(STILL_HERE);
		const now = Date.now();
		if (now - this.#startedAt >= FEED_LASTS_MS) return this.end();
		if (now - this.#contactAt < CONTACT_NOTED_EVERY_MS) return;
		this.#contactAt = now;
		this.#orEnd(this.#noteContact(now));
	}

	async #noteContact(now: number): Promise<void> {
		const { school_id, kiosk_id } = this.#kiosk;
		if (!(await noteKioskContact(this.#running.db, school_id, kiosk_id, now))) this.end();
	}

	/** One look at a time; a wake during a look is followed by another. */
	#look(): void {
		this.#lookAgain = true;
		if (this.#isLooking) return;
		this.#orEnd(this.#lookUntilQuiet());
	}

	async #lookUntilQuiet(): Promise<void> {
		this.#isLooking = true;
		try {
			while (this.#lookAgain && this.#controller) {
				this.#lookAgain = false;
				await this.#lookOnce();
			}
		} finally {
			// In the same turn as the last look at `#lookAgain`: a wake in between would be lost.
			this.#isLooking = false;
		}
	}

	async #lookOnce(): Promise<void> {
		const { db } = this.#running;
		const { school_id, kiosk_id } = this.#kiosk;
		const kiosk = await kioskById(db, kiosk_id);
		if (!kiosk || kiosk.revoked_at !== null) return this.end();
		const from = Date.now() - FEED_REMEMBERS_MS;
		for (const row of await kioskFeedSince(db, school_id, kiosk_id, from)) this.#tell(row);
		const { etag } = await directoryOf(this.#running, kiosk);
		if (etag === this.#sentEtag) return;
		this.#sentEtag = etag;
		this.#send(kioskFeedText({ kind: 'directory', etag }));
	}

	#tell(row: { event_id: string; kind: string; detail_json: string; at: number }): void {
		if (this.#sentIds.has(row.event_id)) return;
		this.#sentIds.add(row.event_id);
		const detail = JSON.parse(row.detail_json) as Record<string, unknown>;
		// Only what the schema knows goes out: whatever else is in the row stays here.
		const event = v.safeParse(KioskFeedEvent, {
			...detail,
			kind: row.kind,
			id: row.event_id,
			at: row.at
		});
		if (event.success) this.#send(kioskFeedText(event.output));
	}

	/** A feed that fails is ended: the kiosk comes again. */
	#orEnd(work: Promise<void>): void {
		work.catch((error: unknown) => {
			const reason = error instanceof Error ? error.message : 'unknown';
			this.#running.log.error({ kiosk: this.#kiosk.kiosk_id, reason }, 'a feed has failed');
			this.end();
		});
	}
}

export async function answerFeed(running: RunningServer, request: Request): Promise<Response> {
	const signed = await readSignedRequest(running, request);
	if (signed instanceof Response) return signed;
	const feed = new KioskFeed(running, signed.kiosk);
	request.signal.addEventListener('abort', () => feed.end());
	return new Response(feed.open(), {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			// Proxies that gather an answer before they pass it on would hold back what is urgent.
			'x-accel-buffering': 'no'
		}
	});
}
