import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ConnectionToServer } from './live-feed';

const CLOSED = 2;

class Source {
	readyState = 1;
	closed = false;
	onopen: (() => void) | null = null;
	onmessage: ((event: { lastEventId: string }) => void) | null = null;
	onerror: (() => void) | null = null;
	close() {
		this.closed = true;
	}
}

let sources: Source[];
let refreshes: number;
let said: boolean[];
const latest = () => sources.at(-1) ?? new Source();

function connect(refresh: () => Promise<void> = async () => void (refreshes += 1)) {
	const connection = new ConnectionToServer({
		refresh,
		say: (connected) => said.push(connected),
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
});
afterEach(() => void vi.useRealTimers());

it('loads again when it connects, for what happened before', async () => {
	connect();
	latest().onopen?.();
	await vi.runAllTimersAsync();
	expect(refreshes).toBe(1);
	expect(said).toEqual([true]);
});

it('loads again for an event, and not for one that comes twice', async () => {
	connect();
	latest().onmessage?.({ lastEventId: 'a' });
	await vi.runAllTimersAsync();
	latest().onmessage?.({ lastEventId: 'a' });
	await vi.runAllTimersAsync();
	expect(refreshes).toBe(1);
	latest().onmessage?.({ lastEventId: 'b' });
	await vi.runAllTimersAsync();
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
	await vi.runAllTimersAsync();
	finish();
	await vi.runAllTimersAsync();
	expect(loads).toBe(2);
});

it('says so when it is lost, and leaves it to the browser to try again', async () => {
	connect();
	const [first] = sources;
	if (!first) throw new Error('It did not connect.');
	first.readyState = 0;
	first.onerror?.();
	await vi.runAllTimersAsync();
	expect(said).toEqual([false]);
	expect(sources).toHaveLength(1);
});

it('tries again by itself when it is refused, and loads, so that a page that is signed out finds out', async () => {
	connect();
	latest().readyState = CLOSED;
	latest().onerror?.();
	await vi.runAllTimersAsync();
	expect(sources).toHaveLength(2);
	expect(refreshes).toBe(1);
});

it('stops for good with the page', async () => {
	const connection = connect();
	latest().readyState = CLOSED;
	latest().onerror?.();
	connection.stop();
	await vi.runAllTimersAsync();
	expect(sources).toHaveLength(1);
	expect(latest().closed).toBe(true);
});
