// Records one sentence at a time from this device's microphone, which is open only while it records.

/** Long enough for the longest sentence, short enough to be forgotten safely. */
export const LONGEST_MS = 20_000;
/** A double click on Record is no recording. */
const SHORTEST_MS = 300;
/** Clear speech; a sentence takes a few kilobytes. */
const BITS_PER_SECOND = 32_000;
/** The first that the browser can make; tablets play them all. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

export type MicrophoneProblem = 'denied' | 'no-microphone' | 'busy' | 'cannot' | 'too-short';

/** What a failure to open the microphone means for the person. */
export function problemOf(reason: unknown): MicrophoneProblem {
	const name = reason instanceof Error ? reason.name : '';
	if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
	if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-microphone';
	if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
	return 'cannot';
}

export class VoiceRecorder {
	#key = $state<string | null>(null);
	#isOpen = $state(false);
	#recorder: MediaRecorder | null = null;

	/** What is being recorded, from the wish on. */
	get key(): string | null {
		return this.#key;
	}
	/** The microphone hears. */
	get isOpen(): boolean {
		return this.#isOpen;
	}

	/** Resolves with the sound after `stop`, or after 20 s; with `null` when it was given up. */
	async record(key: string): Promise<Blob | { problem: MicrophoneProblem } | null> {
		this.giveUp();
		this.#key = key;
		let stream: MediaStream | null = null;
		try {
			if (!navigator.mediaDevices || !('MediaRecorder' in window)) return { problem: 'cannot' };
			stream = await navigator.mediaDevices.getUserMedia({
				audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true }
			});
			if (this.#key !== key) return null;
			const beganAt = performance.now();
			const sound = await this.#soundFrom(stream);
			if (!sound) return null;
			return performance.now() - beganAt < SHORTEST_MS ? { problem: 'too-short' } : sound;
		} catch (reason) {
			return { problem: problemOf(reason) };
		} finally {
			for (const track of stream?.getTracks() ?? []) track.stop();
			if (this.#key === key) this.#forget();
		}
	}

	stop(): void {
		if (this.#recorder?.state === 'recording') this.#recorder.stop();
	}

	/** Nothing comes of it. */
	giveUp(): void {
		const recorder = this.#recorder;
		this.#forget();
		if (recorder?.state === 'recording') recorder.stop();
	}

	#forget(): void {
		this.#key = null;
		this.#isOpen = false;
		this.#recorder = null;
	}

	#soundFrom(stream: MediaStream): Promise<Blob | null> {
		const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
		const recorder = new MediaRecorder(stream, {
			...(mimeType && { mimeType }),
			audioBitsPerSecond: BITS_PER_SECOND
		});
		this.#recorder = recorder;
		const pieces: Blob[] = [];
		return new Promise((resolve, reject) => {
			const late = setTimeout(() => this.stop(), LONGEST_MS);
			recorder.ondataavailable = ({ data }) => pieces.push(data);
			recorder.onerror = () => reject(new Error('The recorder gave up.'));
			recorder.onstart = () => (this.#isOpen = true);
			recorder.onstop = () => {
				clearTimeout(late);
				const [type = ''] = recorder.mimeType.split(';');
				resolve(this.#recorder === recorder ? new Blob(pieces, { type }) : null);
			};
			recorder.start();
		});
	}
}
