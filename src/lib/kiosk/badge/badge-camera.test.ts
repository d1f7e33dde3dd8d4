// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeText } from '$lib/domain/badge';
import { BadgeCamera, LOOK_EVERY_MS } from './badge-camera.svelte';

const TOKEN = 'ABCDEFGHIJKLMNOPQRSTUVWX23';

/** As much of a page as the camera needs. */
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });

class FakeTrack extends EventTarget {
	readyState = 'live';
	stop() {
		this.readyState = 'ended';
	}
}

function camera(answer: (tracks: FakeTrack[]) => Promise<FakeTrack[]> = async (tracks) => tracks) {
	const tracks = [new FakeTrack()];
	const video = { srcObject: null as unknown, play: vi.fn(async () => undefined) };
	const readQr = vi.fn(async (): Promise<string | null> => null);
	const read = vi.fn();
	const getUserMedia = vi.fn(async () => {
		const given = await answer(tracks);
		return { getTracks: () => given } as unknown as MediaStream;
	});
	const made = new BadgeCamera(read, { media: { getUserMedia }, reader: async () => readQr });
	const show = () => made.show(video as unknown as HTMLVideoElement);
	return { made, show, tracks, video, readQr, read, getUserMedia };
}
const settle = () => vi.advanceTimersByTimeAsync(1);

describe('the camera for badges', () => {
	beforeEach(() => {
		vi.useFakeTimers();
		page.visibilityState = 'visible';
		vi.stubGlobal('document', page);
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		vi.useRealTimers();
	});

	it('looks until a badge is there, is off by then, and says its token once', async () => {
		const { made, show, tracks, readQr, read } = camera();
		show();
		await settle();
		expect(made.state).toBe('looking');
		readQr.mockResolvedValueOnce('https://example.com/').mockResolvedValueOnce(badgeText(TOKEN));
		read.mockImplementation(() => expect(tracks[0]?.readyState).toBe('ended'));
		await vi.advanceTimersByTimeAsync(10 * LOOK_EVERY_MS);
		expect(read.mock.calls).toEqual([[TOKEN]]);
		expect(readQr).toHaveBeenCalledTimes(3);
	});

	it('stops when the screen goes, and shows nothing any more', async () => {
		const { show, tracks, video, readQr } = camera();
		const end = show();
		await settle();
		end();
		expect(tracks[0]?.readyState).toBe('ended');
		expect(video.srcObject).toBeNull();
		const looked = readQr.mock.calls.length;
		await vi.advanceTimersByTimeAsync(10 * LOOK_EVERY_MS);
		expect(readQr).toHaveBeenCalledTimes(looked);
	});

	it('stops when nobody sees the page', async () => {
		const { show, tracks } = camera();
		show();
		await settle();
		page.visibilityState = 'hidden';
		page.dispatchEvent(new Event('visibilitychange'));
		expect(tracks[0]?.readyState).toBe('ended');
	});

	it('never goes on for a child who has left before it was there', async () => {
		let allow: () => void = () => undefined;
		const { show, tracks, video } = camera(
			(given) => new Promise((resolve) => (allow = () => resolve(given)))
		);
		const end = show();
		await settle();
		end();
		allow();
		await settle();
		expect(tracks[0]?.readyState).toBe('ended');
		expect(video.play).not.toHaveBeenCalled();
	});

	it.each(['NotAllowedError', 'NotFoundError', 'NotReadableError'])(
		'says that it cannot be used: %s',
		async (name) => {
			const { made, show, read } = camera(async () => {
				throw new DOMException('', name);
			});
			show();
			await settle();
			expect(made.state).toBe('unavailable');
			expect(read).not.toHaveBeenCalled();
		}
	);

	it('cannot be used without a secure page, nor without a decoder, and leaves nothing on', async () => {
		const reader = async () => {
			throw new Error('offline');
		};
		const bare = new BadgeCamera(vi.fn(), { media: undefined, reader });
		bare.show({} as HTMLVideoElement);
		const { tracks, video, getUserMedia } = camera();
		const undecoded = new BadgeCamera(vi.fn(), { media: { getUserMedia }, reader });
		undecoded.show(video as unknown as HTMLVideoElement);
		await settle();
		expect(bare.state).toBe('unavailable');
		expect(undecoded.state).toBe('unavailable');
		expect(tracks[0]?.readyState).toBe('ended');
	});

	it('says so when it is pulled out', async () => {
		const { made, show, tracks } = camera();
		show();
		await settle();
		tracks[0]?.dispatchEvent(new Event('ended'));
		expect(made.state).toBe('unavailable');
	});
});
