// The working parts of a kiosk behind its screens: loaded at idle, so that Rest answers at once.
import {
	WHO_CHECK_BYTES,
	type Answers,
	type PicturesAnswer,
	type WhoCheck
} from '$lib/crossing/answers';
import type { Directory } from '$lib/crossing/directory';
import type { KioskFeedEvent } from '$lib/crossing/kiosk-feed';
import type { Routing } from '$lib/domain/check-in';
import { onceShown } from '../after-paint';
import { FeedListener } from '../feed';
import { openFileStore, type KeptFile } from '../school-files/file-store';
import { KeptFiles, roomInBrowser } from '../school-files/kept-files';
import type { UrgentNews } from '../urgent-news';
import { startCovers } from './covers';
import { KioskDatabase } from './database';
import { postLines } from './deliver';
import { DirectoryRenewal } from './directory-renewal';
import { EnvelopeKeeper, type Sender } from './envelope-keeper';
import { Forwarder } from './forwarder';
import type { Identity } from './names';
import { askForSync, OUTBOX_CHANNEL, type OutboxNews } from './news';
import { forgetOldTombstones, StorageFull } from './outbox';
import { becomeKiosk, forgetNames, pairWithServer, type Paired } from './pairing';
import { ServerContact } from './server-contact';

export interface EngineNews {
	outbox(news: OutboxNews): void;
	waiting(count: number): void;
	directory(directory: Directory): void;
	contact(at: number): void;
	/** What an adult said to an urgent request of this tablet. */
	urgent(news: UrgentNews): void;
	/** What an adult said to "May I come?" of this tablet. */
	come(news: ComeNews): void;
	/** Portraits, symbols or recordings came or went. */
	files(): void;
	/** What a grown-up said to a pass that this tablet asked for. */
	pass(news: PassNews): void;
	/** The server does not take this tablet for a kiosk any more. */
	revoked(): void;
}

export type PassNews = Extract<KioskFeedEvent, { passId: string }>;
export type ComeNews = Extract<KioskFeedEvent, { kind: 'come-answered' }>;

export type Offline = { outcome: 'offline' };

/** After this the visit goes on without the check. */
const CHECK_TIMEOUT_MS = 8_000;
/** The feed tells of changes at once; this is for when it cannot. */
const DIRECTORY_EVERY_MS = 5 * 60_000;
const PREPARE_AFTER_MS = 1_000;
const COUNT_AFTER_MS = 200;

export class Engine {
	readonly #database = new KioskDatabase();
	readonly #keeper = new EnvelopeKeeper(this.#database.storage);
	readonly #news: EngineNews;
	readonly #channel = new BroadcastChannel(OUTBOX_CHANNEL);
	readonly #forwarder: Forwarder;
	#identity: Identity | null = null;
	#directory: Directory | null = null;
	#stopCovers: () => void = () => undefined;
	#directoryTimer: ReturnType<typeof setInterval> | undefined;
	#counting: ReturnType<typeof setTimeout> | undefined;
	readonly #server = new ServerContact(this.#database, {
		identity: () => this.#identity,
		contact: (at) => this.#news.contact(at),
		unpaired: () => this.#beRevoked()
	});
	readonly #files = new KeptFiles(
		openFileStore(),
		{
			fetch: (digest) => this.#server.ask({ path: `/crossing/v1/files/${digest}` }),
			room: roomInBrowser
		},
		() => this.#news.files()
	);
	readonly #directoryRenewal = new DirectoryRenewal({
		identity: () => this.#identity,
		kept: () => this.#database.storage.read('directory'),
		keep: (kept) => this.#database.write('directory', kept),
		ask: (request) => this.#server.ask(request),
		changed: (directory) => {
			this.#directory = directory;
			this.#news.directory(directory);
			void this.#files.follow(directory.files);
		},
		unchanged: () => void this.#files.follow(this.#directory?.files)
	});
	readonly #feed = new FeedListener(
		(signal) => this.#server.ask({ path: '/crossing/v1/feed', signal }),
		(event) => {
			if (event.kind === 'directory') void this.refreshDirectory();
			else if ('passId' in event) this.#news.pass(event);
			else if (event.kind === 'come-answered') this.#news.come(event);
			else this.#news.urgent(event);
		}
	);

	constructor(news: EngineNews) {
		this.#news = news;
		this.#channel.onmessage = ({ data }: MessageEvent<OutboxNews>) => {
			this.#heard(data);
		};
		this.#forwarder = new Forwarder(this.#database.storage, {
			sending: (ids) => this.#tell({ kind: 'sending', ids }),
			waiting: (ids) => this.#tell({ kind: 'waiting', ids }),
			delivered: (ids) => {
				this.#tell({ kind: 'delivered', ids });
				this.#server.note();
			}
		});
	}

	/** Reads what the tablet keeps and starts forwarding, if it is a kiosk. */
	async start(): Promise<void> {
		this.#identity = (await this.#database.storage.read('identity')) ?? null;
		const kept = await this.#database.storage.read('directory');
		if (kept) this.#directory = JSON.parse(kept.text) as Directory;
		await this.#count();
		if (this.#identity) this.#begin();
	}

	#begin(): void {
		this.#forwarder.start();
		this.#stopCovers = startCovers(() => this.#sendCover());
		this.#feed.start();
		this.#directoryTimer = setInterval(() => void this.refreshDirectory(), DIRECTORY_EVERY_MS);
		addEventListener('online', this.#refresh);
		void forgetOldTombstones(this.#database, Date.now());
		// Not waited for: everything works from what is kept, and the network may be gone.
		void this.refreshDirectory();
	}

	readonly #refresh = (): void => {
		void this.refreshDirectory();
	};

	/** Makes this tablet a kiosk. */
	async pair(code: string): Promise<{ outcome: Paired['outcome'] }> {
		const paired = await pairWithServer(code);
		if (paired.outcome !== 'paired') return paired;
		await becomeKiosk(this.#database, paired.identity);
		this.#identity = paired.identity;
		this.#begin();
		await this.refreshDirectory();
		return { outcome: 'paired' };
	}

	/** Forgets everything, unless something would be lost. */
	async unpair(): Promise<{ outcome: 'unpaired' } | { outcome: 'not-empty'; waiting: number }> {
		const waiting = await this.#database.outbox.count();
		if (waiting > 0) return { outcome: 'not-empty', waiting };
		// Where the server cannot be reached the office can still revoke it.
		await this.#server.ask({ method: 'DELETE', path: '/crossing/v1/pairing' });
		this.stop();
		await this.#database.delete();
		await this.#files.makeRoom();
		return { outcome: 'unpaired' };
	}

	stop(): void {
		this.#forwarder.stop();
		this.#stopCovers();
		this.#feed.stop();
		this.#directoryRenewal.stop();
		clearInterval(this.#directoryTimer);
		clearTimeout(this.#counting);
		removeEventListener('online', this.#refresh);
	}

	/** Resolves with the envelope's id when it is on the disk. Throws `StorageFull`. */
	async keepSafe(routing: Routing, words: Uint8Array | null): Promise<string> {
		const keep = () => this.#keeper.keep(this.#ready(), routing, words);
		const id = await keep().catch(async (problem: unknown) => {
			// What a child says comes before pictures and sounds, which can be fetched again.
			if (problem instanceof StorageFull && !(await this.#files.makeRoom())) throw problem;
			// Whatever else it was: a child is not told that it went wrong while it might still go well.
			return keep();
		});
		// The child is told first, but where help is called for it goes at once.
		(routing.kind === 'urgent' ? setTimeout : onceShown)(() => this.#afterKeeping(id));
		return id;
	}

	#afterKeeping(id: string): void {
		this.#tell({ kind: 'kept', ids: [id] });
		this.#forwarder.nudge();
		void askForSync();
		// For the next child; sending this one's goes first.
		setTimeout(() => void this.#keeper.prepare(this.#ready()), PREPARE_AFTER_MS);
	}

	/** By pictures, badge or a grown-up's pass. */
	async checkWho(tried: WhoCheck): Promise<PicturesAnswer | Offline> {
		const response = await this.#server.ask({
			method: 'POST',
			path: '/crossing/v1/secret-pictures',
			body: JSON.stringify(tried).padEnd(WHO_CHECK_BYTES),
			signal: AbortSignal.timeout(CHECK_TIMEOUT_MS)
		});
		return response?.ok ? ((await response.json()) as PicturesAnswer) : { outcome: 'offline' };
	}

	async answers(token: string): Promise<Answers | Offline> {
		const response = await this.#server.ask({
			path: '/crossing/v1/answers',
			headers: { 'cwtch-answer-token': token },
			signal: AbortSignal.timeout(CHECK_TIMEOUT_MS)
		});
		return response?.ok ? ((await response.json()) as Answers) : { outcome: 'offline' };
	}

	/** Resolves when the directory is the newest that can be had now. Never throws. */
	refreshDirectory(): Promise<void> {
		return this.#directoryRenewal.renew();
	}

	/** One of the school's files, if it is on this tablet. */
	readFile(digest: string): Promise<KeptFile | undefined> {
		return this.#files.read(digest);
	}

	/** At idle: the first envelope after a start would be slow. */
	async warmUp(): Promise<void> {
		if (this.#identity && this.#directory) await this.#keeper.warmUp(this.#ready());
	}

	async #sendCover(): Promise<void> {
		await postLines(await this.#keeper.cover(this.#ready()));
	}

	#ready(): Sender {
		if (!this.#identity || !this.#directory) throw new Error('This tablet is no kiosk yet.');
		return { identity: this.#identity, directory: this.#directory };
	}

	async #beRevoked(): Promise<void> {
		const { identity, directory } = this.#ready();
		if (identity.revokedAt === undefined) {
			// First: a directory that is on its way is not kept for another identity.
			const revoked = { ...identity, revokedAt: Date.now() };
			this.#identity = revoked;
			await forgetNames(this.#database, revoked, directory);
		}
		await this.#files.follow({});
		this.#news.revoked();
	}

	#tell(news: OutboxNews): void {
		this.#channel.postMessage(news);
		this.#heard(news);
	}

	#heard(news: OutboxNews): void {
		this.#news.outbox(news);
		if (news.kind === 'kept' || news.kind === 'delivered') this.#countSoon();
	}

	async #count(): Promise<void> {
		this.#news.waiting(await this.#database.outbox.count());
	}

	/** A long queue takes long to count, and a delivery is followed by the next. */
	#countSoon(): void {
		this.#counting ??= setTimeout(() => {
			this.#counting = undefined;
			void this.#count();
		}, COUNT_AFTER_MS);
	}
}
