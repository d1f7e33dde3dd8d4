import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepVersion, ShellWorker } from './shell-worker';

interface FakeRegistration {
	installing?: object | null;
	waiting?: { postMessage: (message: string) => void } | null;
	active?: object | null;
	update: () => Promise<void>;
}

let answers: (FakeRegistration | Error)[] = [];
const register = vi.fn(() => {
	const answer = answers.shift() ?? new Error('No more answers.');
	return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
});
const update = vi.fn(() => Promise.resolve());
const says = { isResting: vi.fn(() => true), tookOver: vi.fn() };
const { locks } = navigator;
let changeController = () => {};

beforeEach(() => {
	vi.useFakeTimers({ now: 1_000 });
	vi.stubGlobal('navigator', {
		serviceWorker: {
			controller: null,
			addEventListener: (_event: string, listener: () => void) => (changeController = listener),
			ready: new Promise(() => undefined),
			register
		}
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.clearAllMocks();
});

/** Rest for so long, looked at every ten seconds. */
async function rest(worker: ShellWorker, seconds: number): Promise<void> {
	for (let passed = 0; passed < seconds; passed += 10) {
		await vi.advanceTimersByTimeAsync(10_000);
		worker.rests();
	}
}

it.each([
	['a file could not be had', { update }],
	['the script itself could not be had', new Error('offline')]
])('is installed again when %s', async (_, first) => {
	answers = [first, { active: {}, update }];
	const worker = new ShellWorker(says);
	await worker.register('classic');
	await rest(worker, 20);
	expect(register).toHaveBeenCalledTimes(1);
	await rest(worker, 10);
	expect(register).toHaveBeenCalledTimes(2);
	await rest(worker, 600);
	expect(register).toHaveBeenCalledTimes(2);
});

it('lets a new version take over at Rest, and looks for one each hour', async () => {
	const waiting = { postMessage: vi.fn() };
	answers = [{ active: {}, waiting, update }];
	const worker = new ShellWorker(says);
	worker.rests();
	expect(register).not.toHaveBeenCalled();
	await worker.register('classic');
	await rest(worker, 10);
	expect(waiting.postMessage).toHaveBeenCalledWith('take-over');
	expect(update).not.toHaveBeenCalled();
	await rest(worker, 60 * 60);
	expect(update).toHaveBeenCalledTimes(1);
});

const waitingWorker = () => {
	const waiting = { postMessage: vi.fn() };
	answers = [{ active: {}, waiting, update }];
	return waiting;
};

it('lets none take over while another page of the tablet has a child', async () => {
	vi.useRealTimers();
	vi.stubGlobal('navigator', { serviceWorker: navigator.serviceWorker, locks });
	const waiting = waitingWorker();
	const worker = new ShellWorker(says);
	await worker.register('classic');
	const childGoes = keepVersion(locks);
	await vi.waitFor(async () => expect((await locks.query()).held).toHaveLength(1));
	worker.rests();
	await locks.query();
	expect(waiting.postMessage).not.toHaveBeenCalled();
	childGoes();
	await vi.waitFor(() => {
		worker.rests();
		expect(waiting.postMessage).toHaveBeenCalledWith('take-over');
	});
});

it('begins again with one that has taken over at Rest only, where it was not the first', async () => {
	waitingWorker();
	vi.stubGlobal('navigator', { serviceWorker: { ...navigator.serviceWorker, controller: {} } });
	const worker = new ShellWorker(says);
	await worker.register('classic');
	says.isResting.mockReturnValue(false);
	changeController();
	expect(says.tookOver).not.toHaveBeenCalled();
	says.isResting.mockReturnValue(true);
	worker.rests();
	expect(says.tookOver).toHaveBeenCalledTimes(1);
});

it('goes on with the first one that was ever installed, and begins again with the second', async () => {
	waitingWorker();
	const worker = new ShellWorker(says);
	await worker.register('classic');
	changeController();
	expect(says.tookOver).not.toHaveBeenCalled();
	changeController();
	expect(says.tookOver).toHaveBeenCalledTimes(1);
});
