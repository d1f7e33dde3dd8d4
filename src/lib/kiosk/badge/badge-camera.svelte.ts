// The camera, while a badge is looked for, and not a moment longer: it stops when a badge was read, when the
// screen goes for whatever reason, and when nobody sees the page.
import { badgeTokenIn } from '$lib/domain/badge';
import { qrReader, type ReadQr } from './qr-reader';

/** Often enough that holding up a badge feels answered, seldom enough for a slow tablet. */
export const LOOK_EVERY_MS = 150;

/** `unavailable`: not allowed, not there, in use by something else, or nothing to read codes with. */
export type CameraState = 'starting' | 'looking' | 'unavailable' | 'stopped';

export interface CameraParts {
	/** Absent where the page has no secure context. */
	media: Pick<MediaDevices, 'getUserMedia'> | undefined;
	reader: () => Promise<ReadQr>;
}

export class BadgeCamera {
	#state = $state<CameraState>('starting');
	/** Not asked of `#state`, which tells its value from before while Svelte takes the video down. */
	#hasFailed = false;
	#stream: MediaStream | null = null;
	#pause: ReturnType<typeof setTimeout> | undefined;

	/** @param read called once, with the token of the badge; the camera is off by then */
	constructor(
		private readonly read: (token: string) => void,
		private readonly parts: CameraParts = { media: navigator.mediaDevices, reader: qrReader }
	) {}

	get state(): CameraState {
		return this.#state;
	}

	/** An attachment of the video in which the child sees where the badge is. Returns what stops it. */
	readonly show = (video: HTMLVideoElement): (() => void) => {
		const stopUnseen = () => {
			if (document.visibilityState === 'hidden') this.stop();
		};
		document.addEventListener('visibilitychange', stopUnseen);
		void this.#start(video);
		return () => {
			document.removeEventListener('visibilitychange', stopUnseen);
			video.srcObject = null;
			this.stop();
		};
	};

	stop(): void {
		this.#end('stopped');
	}

	#end(state: 'stopped' | 'unavailable'): void {
		clearTimeout(this.#pause);
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
		this.#stream = null;
		if (this.#hasFailed) return;
		this.#hasFailed = state === 'unavailable';
		this.#state = state;
	}

	get #isOver(): boolean {
		return this.#state === 'stopped' || this.#state === 'unavailable';
	}

	async #start(video: HTMLVideoElement): Promise<void> {
		try {
			const { media, reader } = this.parts;
			if (!media) throw new Error('There is no camera for this page.');
			// Together: the first may ask the child, or take a while to wake.
			const [stream, readQr] = await Promise.all([this.#open(media), reader()]);
			if (this.#isOver) return;
			for (const track of stream.getTracks())
				track.addEventListener('ended', () => this.#end('unavailable'));
			video.srcObject = stream;
			await video.play();
			if (this.#isOver) return;
			this.#state = 'looking';
			await this.#look(video, readQr);
		} catch {
			if (!this.#isOver) this.#end('unavailable');
		}
	}

	async #open(media: NonNullable<CameraParts['media']>): Promise<MediaStream> {
		const stream = await media.getUserMedia({
			video: { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } },
			audio: false
		});
		// Kept from here on, so that whatever fails later stops it; the child may have gone meanwhile.
		this.#stream = stream;
		if (this.#isOver) this.#end('stopped');
		return stream;
	}

	async #look(video: HTMLVideoElement, readQr: ReadQr): Promise<void> {
		while (!this.#isOver) {
			const token = badgeTokenIn((await readQr(video)) ?? '');
			if (this.#isOver) return;
			if (token !== null) {
				this.stop();
				return this.read(token);
			}
			await new Promise<void>((next) => {
				this.#pause = setTimeout(next, LOOK_EVERY_MS);
			});
		}
	}
}
