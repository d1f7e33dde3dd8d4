// The school's files as the screens use them: pictures as addresses that are ready before a child sees
// them, sounds read when they are wanted.
import type { Directory } from '$lib/crossing/directory';
import type { FileKind } from '$lib/domain/school-file';
import { SvelteMap } from 'svelte/reactivity';
import type { KeptFile } from './file-store';

const SHOWN_KINDS: readonly FileKind[] = ['portrait', 'symbol', 'activity-picture'];

export type ReadFile = (digest: string) => Promise<KeptFile | undefined>;

export class ShownFiles {
	readonly #urls = new SvelteMap<string, string>();
	readonly #files: () => Directory['files'];

	constructor(files: () => Directory['files']) {
		this.#files = files;
	}

	/** For an `img`; `null` where the school has none or it is not here yet. */
	url(kind: FileKind, name: string): string | null {
		const digest = this.digest(kind, name);
		return digest === null ? null : (this.#urls.get(digest) ?? null);
	}

	digest(kind: FileKind, name: string): string | null {
		return this.#files()?.[kind]?.[name] ?? null;
	}

	/** Makes addresses for the pictures that are here, and forgets those of pictures that are not wanted. */
	async renew(read: ReadFile): Promise<void> {
		const wanted = SHOWN_KINDS.flatMap((kind) => Object.values(this.#files()?.[kind] ?? {}));
		for (const [digest, url] of this.#urls) {
			if (wanted.includes(digest)) continue;
			this.#urls.delete(digest);
			URL.revokeObjectURL(url);
		}
		for (const digest of wanted) {
			if (this.#urls.has(digest)) continue;
			const file = await read(digest);
			// Two calls may overlap.
			if (file && !this.#urls.has(digest))
				this.#urls.set(digest, URL.createObjectURL(blobOf(file)));
		}
	}
}

export const blobOf = ({ bytes, type }: KeptFile): Blob => new Blob([bytes], { type });
