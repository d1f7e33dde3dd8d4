import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { digestOf, toBase64Url, utf8 } from '$lib/crossing/bytes';
import { receiptsText, type Receipt } from '$lib/crossing/receipt';
import { server as keys, strangers } from './example-keys';
import { LANES, type OutboxEntry } from './names';
import { Pass, type Waiting } from './pass';

const IN_A_DELIVERY = 2;

/** A disk. */
class Disk implements Waiting {
	constructor(readonly entries: OutboxEntry[]) {}
	next(leaving: readonly OutboxEntry[]) {
		const rest = this.entries.filter((one) => one.lane !== LANES.stuck && !leaving.includes(one));
		return Promise.resolve(rest.slice(0, IN_A_DELIVERY));
	}
	markDelivered(delivered: readonly OutboxEntry[]) {
		for (const one of delivered) this.entries.splice(this.entries.indexOf(one), 1);
		return Promise.resolve(delivered.map(({ id }) => id));
	}
	setAside(id: string) {
		for (const one of this.entries) if (one.id === id) one.lane = LANES.stuck;
		return Promise.resolve();
	}
	stuck() {
		return Promise.resolve(this.entries.filter(({ lane }) => lane === LANES.stuck));
	}
	get ids() {
		return this.entries.map(({ id }) => id);
	}
}

const entry = async (counter: number): Promise<OutboxEntry> => {
	const line = JSON.stringify({ counter, sealed: 'x' });
	const digest = await digestOf(line);
	return { id: `id-${counter}`, lane: LANES.usual, counter, line, digest, keptAt: 0 };
};
const queued = async (count: number) =>
	new Disk(await Promise.all(Array.from({ length: count }, (_, i) => entry(i + 1))));

/** A server that keeps lines, with a key to sign that it has them. */
class Server {
	readonly stored: string[] = [];
	/** How many bodies came at all. */
	posts = 0;
	most = 0;
	onTheirWay = 0;
	signWith = keys.privateKey;
	/** What becomes of the answer to the n-th body (from 1), after the lines are stored. */
	spoil: (receipts: Receipt[], post: number) => Receipt[] | 'lost' | Response = (receipts) =>
		receipts;
	/** Lines that it takes for no envelope. */
	refuses: (line: string) => boolean = () => false;

	readonly fetch = async (_path: string, { body }: { body: string }): Promise<Response> => {
		this.onTheirWay += 1;
		this.posts += 1;
		this.most = Math.max(this.most, this.onTheirWay);
		try {
			return await this.#take(body.split('\n'), this.posts);
		} finally {
			this.onTheirWay -= 1;
		}
	};

	async #take(lines: string[], post: number): Promise<Response> {
		if (lines.some(this.refuses)) return new Response('{}', { status: 400 });
		const receipts = await Promise.all(
			lines.map(async (line): Promise<Receipt> => {
				const { counter } = JSON.parse(line) as { counter: number };
				const outcome = this.stored.includes(line) ? 'duplicate' : 'stored';
				if (outcome === 'stored') this.stored.push(line);
				return { id: `id-${counter}`, digest: await digestOf(line), outcome };
			})
		);
		const spoilt = this.spoil(receipts, post);
		if (spoilt === 'lost') throw new TypeError('network error');
		if (spoilt instanceof Response) return spoilt;
		const signed = utf8(receiptsText(1, spoilt));
		const signature = await crypto.subtle.sign('Ed25519', this.signWith, signed);
		return Response.json({
			v: 1,
			at: 1,
			receipts: spoilt,
			signature: toBase64Url(new Uint8Array(signature))
		});
	}
}

const news = () => ({
	sending: vi.fn<(ids: string[]) => void>(),
	waiting: vi.fn<(ids: string[]) => void>(),
	delivered: vi.fn<(ids: string[]) => void>()
});

let server: Server;
beforeEach(() => {
	server = new Server();
	vi.stubGlobal('fetch', server.fetch);
});
afterEach(() => {
	vi.unstubAllGlobals();
});

describe('a pass over the outbox', () => {
	it('deletes what verified receipts name, and sends each once, a few deliveries abreast', async () => {
		const disk = await queued(9);
		const told = news();
		expect(await new Pass(disk, keys.publicKey, told).deliverAll()).toBe('done');
		expect(disk.ids).toEqual([]);
		expect(server.stored).toHaveLength(9);
		expect(server.posts).toBe(5);
		expect(server.most).toBeGreaterThan(1);
		expect(told.delivered.mock.calls.flat(2)).toHaveLength(9);
		expect(told.waiting).not.toHaveBeenCalled();
	});

	it('keeps everything that a stranger signs for', async () => {
		const disk = await queued(3);
		const told = news();
		server.signWith = strangers.privateKey;
		expect(await new Pass(disk, keys.publicKey, told).deliverAll()).toBe('later');
		expect(disk.ids).toEqual(['id-1', 'id-2', 'id-3']);
		expect(told.delivered).not.toHaveBeenCalled();
		expect(told.waiting.mock.calls.flat(2).sort()).toEqual(disk.ids);
	});

	it('keeps what is named with another digest', async () => {
		const disk = await queued(1);
		server.spoil = (receipts) => receipts.map((one) => ({ ...one, digest: 'another' }));
		expect(await new Pass(disk, keys.publicKey, news()).deliverAll()).toBe('later');
		expect(disk.ids).toEqual(['id-1']);
	});

	it('sends again what a short answer left out', async () => {
		const disk = await queued(6);
		server.spoil = (receipts, post) => (post === 1 ? receipts.slice(1) : receipts);
		expect(await new Pass(disk, keys.publicKey, news()).deliverAll()).toBe('done');
		expect(disk.ids).toEqual([]);
		expect(server.stored).toHaveLength(6);
	});

	it('keeps what the answer was lost for, though the server has it; the next pass is told so', async () => {
		const disk = await queued(4);
		server.spoil = (receipts, post) => (post === 1 ? 'lost' : receipts);
		expect(await new Pass(disk, keys.publicKey, news()).deliverAll()).toBe('later');
		expect(disk.ids).toEqual(['id-1', 'id-2']);
		expect(await new Pass(disk, keys.publicKey, news()).deliverAll()).toBe('done');
		expect(disk.ids).toEqual([]);
		expect(server.stored).toHaveLength(4);
	});

	it('keeps everything when the server has no room', async () => {
		const disk = await queued(3);
		server.spoil = () => new Response('{}', { status: 503 });
		expect(await new Pass(disk, keys.publicKey, news()).deliverAll()).toBe('later');
		expect(disk.ids).toHaveLength(3);
	});

	it('sets aside the one that is refused, and delivers the others', async () => {
		const disk = await queued(5);
		server.refuses = (line) => line.includes('"counter":2');
		const pass = new Pass(disk, keys.publicKey, news());
		expect(await pass.deliverAll()).toBe('done');
		expect(disk.ids).toEqual(['id-2']);
		await pass.retryStuck();
		expect(disk.ids).toEqual(['id-2']);
		server.refuses = () => false;
		await pass.retryStuck();
		expect(disk.ids).toEqual([]);
	});

	it('ends with nothing on its way when the disk fails', async () => {
		const disk = await queued(6);
		disk.markDelivered = () => Promise.reject(new Error('broken disk'));
		const pass = new Pass(disk, keys.publicKey, news());
		await expect(pass.deliverAll()).rejects.toThrow('broken disk');
		expect(disk.ids).toHaveLength(6);
		expect(server.onTheirWay).toBe(0);
	});
});
