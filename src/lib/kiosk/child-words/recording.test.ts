import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_SOUND_BYTES, MOST_SOUND_MS, type Sound } from '$lib/crossing/child-words';
import { Recording } from './recording.svelte';

/** A microphone whose pieces the test hands out. */
class FakeRecorder {
	static last: FakeRecorder | null = null;
	static readonly isTypeSupported = (type: string) => type.includes('opus');
	state = 'inactive';
	ondataavailable: ((event: { data: Blob }) => void) | null = null;
	onstop: (() => void) | null = null;
	mimeType: string;
	constructor(
		readonly stream: unknown,
		readonly options: { mimeType?: string; audioBitsPerSecond: number }
	) {
		this.mimeType = options.mimeType ?? '';
		FakeRecorder.last = this;
	}
	start() {
		this.state = 'recording';
	}
	stop() {
		this.state = 'inactive';
		this.onstop?.();
	}
	gives(bytes: number) {
		this.ondataavailable?.({ data: new Blob([new Uint8Array(bytes)]) });
	}
}

const track = { stop: vi.fn() };
const getUserMedia = vi.fn();
const says = { recorded: vi.fn<(sound: Sound) => void>(), goesOn: vi.fn() };

beforeEach(() => {
	vi.useFakeTimers();
	vi.clearAllMocks();
	FakeRecorder.last = null;
	getUserMedia.mockResolvedValue({ getTracks: () => [track] });
	vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
	vi.stubGlobal('MediaRecorder', FakeRecorder);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

async function started() {
	const recording = new Recording(says);
	await recording.start();
	const recorder = FakeRecorder.last;
	if (!recorder) throw new Error('Nothing records.');
	return { recording, recorder };
}

describe('a recording', () => {
	it('is handed over when it is stopped, and the microphone is off', async () => {
		const { recording, recorder } = await started();
		expect(recorder.options).toEqual({
			mimeType: 'audio/webm;codecs=opus',
			audioBitsPerSecond: 32_000
		});
		recorder.gives(10);
		vi.advanceTimersByTime(1_500);
		recorder.gives(5);
		recording.stop();
		expect(track.stop).toHaveBeenCalledOnce();
		await recording.leave();
		expect(says.recorded).toHaveBeenCalledOnce();
		const [sound] = says.recorded.mock.calls[0] ?? [];
		expect(sound?.bytes).toHaveLength(15);
		expect(sound?.type).toBe('audio/webm;codecs=opus');
	});

	it('says all the time that somebody is there, and ends after a minute', async () => {
		const { recording, recorder } = await started();
		recorder.gives(3);
		vi.advanceTimersByTime(MOST_SOUND_MS / 2);
		expect(recording.share).toBeCloseTo(0.5, 1);
		expect(says.goesOn.mock.calls.length).toBeGreaterThan(30);
		expect(recording.isFull).toBe(false);
		vi.advanceTimersByTime(MOST_SOUND_MS / 2);
		expect(recorder.state).toBe('inactive');
		expect(recording.isFull).toBe(true);
		await recording.leave();
		expect(says.recorded).toHaveBeenCalledOnce();
	});

	it('keeps what fits of a browser that takes more than it was told to', async () => {
		const { recording, recorder } = await started();
		recorder.gives(MOST_SOUND_BYTES - 10);
		recorder.gives(11);
		expect(recording.isFull).toBe(true);
		await recording.leave();
		const [sound] = says.recorded.mock.calls[0] ?? [];
		expect(sound?.bytes).toHaveLength(MOST_SOUND_BYTES - 10);
	});

	it('keeps what was said when the child leaves the screen', async () => {
		const { recording, recorder } = await started();
		recorder.gives(7);
		await recording.leave();
		expect(says.recorded).toHaveBeenCalledOnce();
		expect(track.stop).toHaveBeenCalled();
	});
});

describe('without a microphone', () => {
	it.each([
		['denied', () => getUserMedia.mockRejectedValue(new DOMException('', 'NotAllowedError'))],
		['missing', () => getUserMedia.mockRejectedValue(new DOMException('', 'NotFoundError'))],
		['unknown to the browser', () => vi.stubGlobal('navigator', {})],
		['not recordable', () => vi.stubGlobal('MediaRecorder', undefined)]
	])('when it is %s, it says so, lets go, and can be tried again', async (_why, arrange) => {
		arrange();
		const recording = new Recording(says);
		await recording.start();
		expect(recording.state).toBe('no-microphone');
		await recording.start();
		expect(recording.state).toBe('no-microphone');
		expect(says.recorded).not.toHaveBeenCalled();
	});

	it('when it gives nothing', async () => {
		const { recording } = await started();
		await recording.leave();
		expect(recording.state).toBe('no-microphone');
		expect(says.recorded).not.toHaveBeenCalled();
	});

	it('the answer that comes after the child has gone turns nothing on', async () => {
		let allow: (stream: unknown) => void = () => undefined;
		getUserMedia.mockReturnValue(new Promise((resolve) => (allow = resolve)));
		const recording = new Recording(says);
		const starting = recording.start();
		await recording.leave();
		allow({ getTracks: () => [track] });
		await starting;
		expect(track.stop).toHaveBeenCalledOnce();
		expect(FakeRecorder.last).toBeNull();
	});
});
