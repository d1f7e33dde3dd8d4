import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ConnectionToServer } from './live-feed';

const CLOSED = 2;

class Source {
	readyState = 1;
	closed = false;
	onopen: (() => void) | null = null;
	onmessage: ((event: { lastEventId: string }) => void) | null = null;
	onerror: (() => void) | null = null;
	beat: () => void = () => undefined;
	addEventListener(_kind: 'beat', heard: () => void) {
		this.beat = heard;
	}
	close() {
		this.closed = true;
	}
}

let sources: Source[];
let refreshes: number;
let said: boolean[];
let isReachable: boolean;
const latest = () => sources.at(-1) ?? new Source();

function connect(refresh: () => Promise<void> = async () => void (refreshes += 1)) {
	const connection = new ConnectionToServer({
		refresh,
		say: (connected) => said.push(connected),
		isReachable: async () => isReachable,
		open: () => {
			const source = new Source();
			sources.push(source);
			return source;
		}
	});
	connection.start();
	return connection;
}

beforeEach(() => {
	vi.useFakeTimers();
	sources = [];
	refreshes = 0;
	said = [];
	isReachable = true;
});
afterEach(() => void vi.useRealTimers());

it('loads again when it connects, for what happened before', async () => {
	connect();
	latest().onopen?.();
	await vi.advanceTimersByTimeAsync(6_000);
	expect(refreshes).toBe(1);
	expect(said).toEqual([true]);
});

it('loads again for an event, and not for one that comes twice', async () => {
	connect();
	latest().onmessage?.({ lastEventId: 'a' });
	await vi.advanceTimersByTimeAsync(6_000);
	latest().onmessage?.({ lastEventId: 'a' });
	await vi.advanceTimersByTimeAsync(6_000);
	expect(refreshes).toBe(1);
	latest().onmessage?.({ lastEventId: 'b' });
	await vi.advanceTimersByTimeAsync(6_000);
	expect(refreshes).toBe(2);
});

it('makes of many events at once one more load', async () => {
	let finish: () => void = () => undefined;
	let running = 0;
	let loads = 0;
	connect(async () => {
		loads += 1;
		running += 1;
		expect(running).toBe(1);
		await new Promise<void>((resolve) => (finish = resolve));
		running -= 1;
	});
	for (const id of ['a', 'b', 'c', 'd']) latest().onmessage?.({ lastEventId: id });
	finish();
	await vi.advanceTimersByTimeAsync(6_000);
	finish();
	await vi.advanceTimersByTimeAsync(6_000);
	expect(loads).toBe(2);
});

it('says so when it is lost, and leaves it to the browser to try again', async () => {
	connect();
	const [first] = sources;
	if (!first) throw new Error('It did not connect.');
	first.readyState = 0;
	first.onerror?.();
	await vi.advanceTimersByTimeAsync(6_000);
	expect(said).toEqual([false]);
	expect(sources).toHaveLength(1);
});

it('tries again by itself when it is refused, and loads, so that a page that is signed out finds out', async () => {
	connect();
	latest().readyState = CLOSED;
	latest().onerror?.();
	await vi.advanceTimersByTimeAsync(6_000);
	expect(sources).toHaveLength(2);
	expect(refreshes).toBe(1);
});

it('notices a connection that has died without a word', async () => {
	connect();
	const [first] = sources;
	first?.onopen?.();
	await vi.advanceTimersByTimeAsync(30_000);
	first?.beat();
	await vi.advanceTimersByTimeAsync(30_000);
	expect(said).toEqual([true]);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(said).toEqual([true, false]);
	expect(first?.closed).toBe(true);
	expect(sources).toHaveLength(2);
});

it('does not load while the server is away: the page that is there stays', async () => {
	connect();
	isReachable = false;
	latest().readyState = CLOSED;
	latest().onerror?.();
	await vi.advanceTimersByTimeAsync(6_000);
	expect(refreshes).toBe(0);
	expect(sources).toHaveLength(2);
});

it('stops for good with the page', async () => {
	const connection = connect();
	latest().readyState = CLOSED;
	latest().onerror?.();
	connection.stop();
	await vi.advanceTimersByTimeAsync(6_000);
	expect(sources).toHaveLength(1);
	expect(latest().closed).toBe(true);
});
