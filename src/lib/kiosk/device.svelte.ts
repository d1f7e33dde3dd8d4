// This tablet as the screens see it: paired or not, what it knows, what still waits to be sent.
import { version } from '$app/environment';
import type { Answers, PicturesAnswer, WhoCheck } from '$lib/crossing/answers';
import type { Directory } from '$lib/crossing/directory';
import type { Routing } from '$lib/domain/check-in';
import type { FileKind } from '$lib/domain/school-file';
import type { ComeAnswer } from '$lib/domain/cwtch';
import type { ComeNews, Engine, EngineNews, Offline, PassNews } from './outbox/engine';
import type { OutboxNews } from './outbox/news';
import type { Paired } from './outbox/pairing';
import { protectStorage } from './protected-storage';
import { readAtStart } from './read-at-start';
import { blobOf, ShownFiles } from './school-files/shown-files.svelte';
import { answerOf, type UrgentAnswer, type UrgentNews } from './urgent-news';

export type SendingState = 'waiting' | 'sending' | 'delivered';

/** One envelope that is on the disk. Its state is the truth that the goodbye screen shows. */
export class Kept {
	readonly id: string;
	#state = $state<SendingState>('waiting');
	constructor(id: string) {
		this.id = id;
	}
	get state(): SendingState {
		return this.#state;
	}
	hear(news: OutboxNews): void {
		if (!news.ids.includes(this.id) || this.#state === 'delivered') return;
		if (news.kind !== 'kept') this.#state = news.kind;
	}
}

/** Visits end soon; what is older than this many is not on any screen any more. */
const MOST_FOLLOWED = 20;

export class Kiosk {
	#state = $state<'loading' | 'unpaired' | 'paired'>('loading');
	#directory = $state.raw<Directory | null>(null);
	#waiting = $state(0);
	#lastContactAt = $state<number | null>(null);
	#persisted = $state<boolean | null>(null);
	#urgentNews = $state.raw<UrgentNews[]>([]);
	#comeNews = $state.raw<ComeNews[]>([]);
	#passes = $state.raw<PassNews[]>([]);
	#followed: Kept[] = [];
	#filesChanged = $state(0);
	readonly #shownFiles = new ShownFiles(() => this.#directory?.files);
	#engine: Promise<Engine> | null = null;

	get state(): 'loading' | 'unpaired' | 'paired' {
		return this.#state;
	}
	get directory(): Directory | null {
		return this.#directory;
	}
	/** Envelopes not delivered yet. */
	get waiting(): number {
		return this.#waiting;
	}
	get lastContactAt(): number | null {
		return this.#lastContactAt;
	}
	/** Whether the browser promised not to clear the storage; `null` where it cannot say. */
	get storagePersisted(): boolean | null {
		return this.#persisted;
	}
	get version(): string {
		return version;
	}

	/** What adults did about this urgent request; `null` while nobody has. `id` is its envelope's. */
	urgentAnswer(id: string): UrgentAnswer | null {
		return answerOf(this.#urgentNews, id);
	}

	/** The latest that an adult said to this "May I come?"; `null` while nobody has. `id` is its envelope's. */
	comeAnswer(id: string): ComeAnswer | null {
		return this.#comeNews.findLast(({ requestId }) => requestId === id)?.said ?? null;
	}

	/** Resolves as soon as the screens can begin; the working parts are loaded after that. */
	static async open(): Promise<Kiosk> {
		const kiosk = new Kiosk();
		const known = await readAtStart();
		if (known.directory) kiosk.#directory = JSON.parse(known.directory.text) as Directory;
		kiosk.#lastContactAt = known.lastContactAt;
		kiosk.#state = known.identity && !known.identity.revokedAt ? 'paired' : 'unpaired';
		return kiosk;
	}

	/** Loads the working parts, and seals once or thrice with nothing inside: at idle. */
	warmUp(): void {
		void this.#working().then((engine) => engine.warmUp());
		this.#renewFiles();
		void this.protectStorage(false);
	}

	async pair(code: string): Promise<{ outcome: Paired['outcome'] }> {
		const answer = await (await this.#working()).pair(code);
		if (answer.outcome === 'paired') {
			this.#state = 'paired';
			void this.protectStorage(true);
		}
		return answer;
	}

	/** Looks, and asks for it where that disturbs no child. */
	async protectStorage(isGrownUpThere: boolean): Promise<void> {
		this.#persisted = await protectStorage(isGrownUpThere);
	}

	async unpair(): Promise<{ outcome: 'unpaired' } | { outcome: 'not-empty'; waiting: number }> {
		const answer = await (await this.#working()).unpair();
		if (answer.outcome === 'unpaired') {
			this.#engine = null;
			this.#directory = null;
			this.#waiting = 0;
			this.#state = 'unpaired';
		}
		return answer;
	}

	/** Resolves when it is durably on the disk. Throws `StorageFull` when there is no room. */
	async keepSafe(routing: Routing, words?: Uint8Array<ArrayBuffer>): Promise<Kept> {
		const engine = await this.#working();
		const kept = new Kept(await engine.keepSafe(routing, words ?? null));
		this.#followed = [kept, ...this.#followed].slice(0, MOST_FOLLOWED);
		return kept;
	}

	/** By pictures, badge or a grown-up's pass. */
	async checkWho(tried: WhoCheck): Promise<PicturesAnswer | Offline> {
		return (await this.#working()).checkWho(tried);
	}

	/** What a grown-up said to this pass; `null` while nobody has. The server says for how long it opens. */
	passSaid(passId: string): PassNews['kind'] | null {
		return this.#passes.find((one) => one.passId === passId)?.kind ?? null;
	}

	async answers(token: string): Promise<Answers | Offline> {
		return (await this.#working()).answers(token);
	}

	/** The address of one of the school's pictures; `null` where there is none, or not yet. */
	fileUrl(kind: FileKind, name: string): string | null {
		return this.#shownFiles.url(kind, name);
	}

	/** One of the school's files, if it is on this tablet. */
	async file(kind: FileKind, name: string): Promise<Blob | null> {
		const digest = this.#shownFiles.digest(kind, name);
		// Whoever asks in an effect is asked again when files have come or gone.
		void this.#filesChanged;
		const file = digest ? await (await this.#working()).readFile(digest) : undefined;
		return file ? blobOf(file) : null;
	}

	#renewFiles(): void {
		void this.#working().then((engine) =>
			this.#shownFiles.renew((digest) => engine.readFile(digest))
		);
	}

	#working(): Promise<Engine> {
		this.#engine ??= import('./outbox/engine').then(async ({ Engine }) => {
			const engine = new Engine(this.#news);
			await engine.start();
			return engine;
		});
		return this.#engine;
	}

	readonly #news: EngineNews = {
		outbox: (news) => {
			for (const kept of this.#followed) kept.hear(news);
		},
		waiting: (count) => {
			this.#waiting = count;
		},
		directory: (directory) => {
			this.#directory = directory;
			this.#renewFiles();
		},
		files: () => {
			this.#filesChanged += 1;
			this.#renewFiles();
		},
		contact: (at) => {
			this.#lastContactAt = at;
		},
		urgent: (news) => {
			this.#urgentNews = [...this.#urgentNews, news].slice(-MOST_FOLLOWED);
		},
		come: (news) => {
			this.#comeNews = [...this.#comeNews, news].slice(-MOST_FOLLOWED);
		},
		pass: (news) => {
			this.#passes = [...this.#passes, news].slice(-MOST_FOLLOWED);
		},
		// A visit that is under way is not disturbed: the screens change at Rest.
		revoked: () => {
			this.#state = 'unpaired';
		}
	};
}
