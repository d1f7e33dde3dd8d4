// Brings the school's files to the tablet, one after the other, and drops those that the school has taken
// back. The outbox comes first: files are fetched only while there is room to spare, and make room for it.
import { toBase64Url, type Bytes } from '$lib/crossing/bytes';
import type { Directory } from '$lib/crossing/directory';
import type { FileStore, KeptFile } from './file-store';

/** As much stays free for messages of children. */
export const KEPT_FREE_BYTES = 32 * 1024 * 1024;

type Files = NonNullable<Directory['files']>;

/** All digests that the directory names: pictures before sounds. */
export function wantedDigests(files: Files | undefined): string[] {
	const { recording = {}, ...pictures } = files ?? {};
	const named = [...Object.values(pictures), recording].flatMap((ofKind) => Object.values(ofKind));
	return [...new Set(named)];
}

export interface FileSource {
	/** A signed request for one file; `null` when the server cannot be reached. */
	fetch(digest: string): Promise<Response | null>;
	/** Bytes that the browser would still keep; `null` where it does not say. */
	room(): Promise<number | null>;
}

export async function roomInBrowser(): Promise<number | null> {
	const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
	return quota === undefined || usage === undefined ? null : quota - usage;
}

export class KeptFiles {
	readonly #store: FileStore;
	readonly #source: FileSource;
	/** Called after something was kept or dropped. */
	readonly #changed: () => void;
	#wanted: readonly string[] = [];
	#running: Promise<void> | null = null;

	constructor(store: FileStore, source: FileSource, changed: () => void) {
		this.#store = store;
		this.#source = source;
		this.#changed = changed;
	}

	/** Resolves when all is here that can be had now. What is missing is tried at the next call. Never throws. */
	async follow(files: Files | undefined): Promise<void> {
		this.#wanted = wantedDigests(files);
		this.#running ??= this.#bring()
			.catch(() => undefined)
			.finally(() => (this.#running = null));
		await this.#running;
	}

	read(digest: string): Promise<KeptFile | undefined> {
		return this.#store.read(digest);
	}

	/** Drops all of them, for the outbox. Says whether that made room. */
	async makeRoom(): Promise<boolean> {
		const kept = await this.#store.digests();
		await this.#store.drop(kept);
		if (kept.length > 0) this.#changed();
		return kept.length > 0;
	}

	async #bring(): Promise<void> {
		const kept = new Set(await this.#store.digests());
		const missing = () => this.#wanted.find((digest) => !kept.has(digest) && !failed.has(digest));
		const failed = new Set<string>();
		for (let digest = missing(); digest !== undefined; digest = missing()) {
			const room = await this.#source.room();
			if (room !== null && room < KEPT_FREE_BYTES) break;
			const response = await this.#source.fetch(digest);
			if (!response) break;
			const file = response.ok ? await fileIn(response, digest) : null;
			if (!file) {
				failed.add(digest);
				continue;
			}
			await this.#store.keep(file);
			kept.add(digest);
			this.#changed();
		}
		const wanted = new Set(this.#wanted);
		const unwanted = [...kept].filter((digest) => !wanted.has(digest));
		if (unwanted.length === 0) return;
		await this.#store.drop(unwanted);
		this.#changed();
	}
}

/** `null` when these are other bytes than the directory named. */
async function fileIn(response: Response, digest: string): Promise<KeptFile | null> {
	const bytes: Bytes = new Uint8Array(await response.arrayBuffer());
	const found = toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
	if (found !== digest) return null;
	return { digest, type: response.headers.get('content-type') ?? '', bytes };
}
