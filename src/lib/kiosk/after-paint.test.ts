import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPaint, afterWholePaint, onceShown } from './after-paint';

/** What waits for the next frame. */
let waiting = new Map<number, () => void>();

beforeEach(() => {
	waiting = new Map();
	let asked = 0;
	vi.stubGlobal('requestAnimationFrame', (work: () => void) => {
		asked += 1;
		waiting.set(asked, work);
		return asked;
	});
	vi.stubGlobal('cancelAnimationFrame', (id: number) => void waiting.delete(id));
});
afterEach(() => {
	vi.unstubAllGlobals();
});

/** One frame, and all tasks that wait for it. */
async function frame(): Promise<void> {
	const now = [...waiting.values()];
	waiting.clear();
	for (const work of now) work();
	await new Promise((done) => setTimeout(done, 20));
}

test('a whole screen is there after two frames: its edges, then what is on it', async () => {
	const done: string[] = [];
	afterWholePaint(() => done.push('after all'));
	afterPaint(() => {
		done.push('edges are there');
		afterPaint(() => done.push('the rest is there'));
	});
	await frame();
	expect(done).toEqual(['edges are there']);
	await frame();
	expect(done).toEqual(['edges are there', 'the rest is there', 'after all']);
});

test.each([0, 1])('what is taken back after %i frames is not done', async (frames) => {
	let isDone = false;
	const forget = afterWholePaint(() => (isDone = true));
	for (let at = 0; at < frames; at += 1) await frame();
	forget();
	await frame();
	await frame();
	expect(isDone).toBe(false);
});

test('what must be done is done once: after the screen, or soon where nothing is painted', async () => {
	let times = 0;
	onceShown(() => (times += 1));
	await frame();
	expect(times).toBe(0);
	await frame();
	expect(times).toBe(1);
	onceShown(() => (times += 1));
	await vi.waitFor(() => expect(times).toBe(2));
	await frame();
	await frame();
	expect(times).toBe(2);
});

test('what waits for a frame that never comes is done all the same', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const work = vi.fn();
	afterPaint(work);
	await vi.advanceTimersByTimeAsync(499);
	expect(work).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(work).toHaveBeenCalledOnce();
	vi.useRealTimers();
});
