import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { kioskFeedText, STILL_HERE, type KioskFeedEvent } from '$lib/crossing/kiosk-feed';
import { FeedListener, SILENT_MS } from './feed';

const directory = (etag: string): KioskFeedEvent => ({ kind: 'directory', etag });

/** A server whose connections stay open until they are aborted. */
class Server {
	readonly connections: { say: (text: string) => void; signal: AbortSignal }[] = [];
	readonly open = (signal: AbortSignal): Promise<Response> => {
		const body = new ReadableStream<Uint8Array>({
			start: (controller) => {
				const say = (text: string) => controller.enqueue(new TextEncoder().encode(text));
				this.connections.push({ say, signal });
				signal.addEventListener('abort', () => controller.error(signal.reason));
			}
		});
		return Promise.resolve(new Response(body));
	};
	get newest() {
		const connection = this.connections.at(-1);
		if (!connection) throw new Error('Nobody listens.');
		return connection;
	}
}

let server: Server;
let listener: FeedListener;
const heard = vi.fn<(event: KioskFeedEvent) => void>();

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
	const page = new EventTarget();
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
	heard.mockClear();
	server = new Server();
	listener = new FeedListener(server.open, heard);
	listener.start();
});

afterEach(() => {
	listener.stop();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

it('hears what the server tells, and stays while it says that it is there', async () => {
	server.newest.say(STILL_HERE + kioskFeedText(directory('1')));
	for (let beat = 0; beat < 10; beat += 1) {
		await vi.advanceTimersByTimeAsync(15_000);
		server.newest.say(STILL_HERE);
	}
	await vi.advanceTimersByTimeAsync(0);
	expect(heard.mock.calls).toEqual([[directory('1')]]);
	expect(server.connections).toHaveLength(1);
});

it('leaves a connection that has fallen silent, and comes again', async () => {
	server.newest.say(STILL_HERE);
	await vi.advanceTimersByTimeAsync(SILENT_MS);
	expect(server.connections[0]?.signal.aborted).toBe(true);
	await vi.advanceTimersByTimeAsync(6_000);
	expect(server.connections).toHaveLength(2);
	server.newest.say(kioskFeedText(directory('2')));
	await vi.advanceTimersByTimeAsync(0);
	expect(heard.mock.calls).toEqual([[directory('2')]]);
});

it('ends when the page is hidden, and begins anew when it is seen again', async () => {
	const show = (visibilityState: string) => {
		Object.assign(document, { visibilityState });
		document.dispatchEvent(new Event('visibilitychange'));
	};
	show('hidden');
	expect(server.newest.signal.aborted).toBe(true);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(server.connections).toHaveLength(1);
	show('visible');
	await vi.advanceTimersByTimeAsync(0);
	expect(server.connections).toHaveLength(2);
	expect(server.newest.signal.aborted).toBe(false);
});
