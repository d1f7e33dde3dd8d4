import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toBase64Url, utf8 } from '$lib/crossing/bytes';
import type { FileStore, KeptFile } from './file-store';
import { KEPT_FREE_BYTES, KeptFiles, wantedDigests } from './kept-files';

const digestOf = async (text: string) =>
	toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text))));

class StoreInMemory implements FileStore {
	readonly kept = new Map<string, KeptFile>();
	digests = async () => [...this.kept.keys()];
	read = async (digest: string) => this.kept.get(digest);
	keep = async (file: KeptFile) => void this.kept.set(file.digest, file);
	drop = async (digests: readonly string[]) => digests.forEach((one) => this.kept.delete(one));
}

describe('the school’s files on a tablet', () => {
	let store: StoreInMemory;
	let room: number | null;
	let isReached: boolean;
	let onServer: Map<string, string>;
	let asked: string[];
	const changed = vi.fn();
	let files: KeptFiles;

	beforeEach(() => {
		changed.mockClear();
		store = new StoreInMemory();
		room = null;
		isReached = true;
		onServer = new Map();
		asked = [];
		files = new KeptFiles(
			store,
			{
				fetch: async (digest) => {
					if (!isReached) return null;
					asked.push(digest);
					const text = onServer.get(digest);
					const headers = { 'content-type': 'image/webp' };
					return text === undefined
						? new Response(null, { status: 404 })
						: new Response(text, { headers });
				},
				room: async () => room
			},
			changed
		);
	});

	async function has(text: string): Promise<string> {
		const digest = await digestOf(text);
		onServer.set(digest, text);
		return digest;
	}

	it('come once, pictures before sounds, and are there without the server', async () => {
		const sound = await has('sound');
		const face = await has('face');
		const named = { recording: { 'en/start': sound }, portrait: { evans: face } };
		await files.follow(named);
		expect(asked).toEqual([face, sound]);
		isReached = false;
		await files.follow(named);
		expect(asked).toHaveLength(2);
		const kept = await files.read(face);
		expect(kept).toMatchObject({ digest: face, type: 'image/webp' });
		expect(new TextDecoder().decode(kept?.bytes)).toBe('face');
	});

	it('go when the school takes them back', async () => {
		const face = await has('face');
		await files.follow({ portrait: { evans: face } });
		changed.mockClear();
		await files.follow({ portrait: {} });
		expect(store.kept.size).toBe(0);
		expect(changed).toHaveBeenCalledOnce();
		await files.follow(undefined);
		expect(changed).toHaveBeenCalledOnce();
	});

	it('are kept only as the directory named them', async () => {
		const face = await has('face');
		const other = await has('other');
		onServer.set(face, 'something else');
		await files.follow({ portrait: { evans: face, bowen: other } });
		expect([...store.kept.keys()]).toEqual([other]);
	});

	it('wait where the server has one no more, without holding up the others', async () => {
		const gone = await digestOf('gone');
		const face = await has('face');
		await files.follow({ portrait: { evans: gone, bowen: face } });
		expect([...store.kept.keys()]).toEqual([face]);
	});

	it('come later when the network is gone, or the tablet is nearly full', async () => {
		const face = await has('face');
		isReached = false;
		await files.follow({ portrait: { evans: face } });
		isReached = true;
		room = KEPT_FREE_BYTES - 1;
		await files.follow({ portrait: { evans: face } });
		expect(store.kept.size).toBe(0);
		room = KEPT_FREE_BYTES;
		await files.follow({ portrait: { evans: face } });
		expect(store.kept.size).toBe(1);
	});

	it('make room for what a child says', async () => {
		const face = await has('face');
		await files.follow({ portrait: { evans: face } });
		expect(await files.makeRoom()).toBe(true);
		expect(store.kept.size).toBe(0);
		expect(await files.makeRoom()).toBe(false);
	});

	it('never break what goes on around them', async () => {
		store.keep = async () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		const face = await has('face');
		await expect(files.follow({ portrait: { evans: face } })).resolves.toBeUndefined();
	});
});

it('names each file once, whatever kinds there will be', () => {
	expect(
		wantedDigests({ recording: { a: 'one' }, later: { b: 'two' }, symbol: { c: 'two' } })
	).toEqual(['two', 'one']);
	expect(wantedDigests(undefined)).toEqual([]);
});
