// Up to a minute of sound. The microphone is on only between start and stop; whoever leaves the screen in
// between keeps what was said until then.
import {
	MOST_SOUND_BYTES,
	MOST_SOUND_MS,
	SOUND_BITS_A_SECOND,
	type Sound
} from '$lib/crossing/child-words';

const LOOK_EVERY_MS = 250;
/** Opus where there is; Safari records AAC. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

export type RecordingState = 'ready' | 'asking' | 'recording' | 'ending' | 'no-microphone';

export interface RecordingSays {
	/** All of it. */
	recorded(sound: Sound): void;
	/** Somebody is there. */
	goesOn(): void;
}

export class Recording {
	#state = $state<RecordingState>('ready');
	#ms = $state(0);
	#isFull = $state(false);
	#isLeft = false;
	#stream: MediaStream | null = null;
	#recorder: MediaRecorder | null = null;
	#ended: Promise<void> | null = null;
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(private readonly says: RecordingSays) {}

	get state(): RecordingState {
		return this.#state;
	}
	/** From 0 to 1. */
	get share(): number {
		return Math.min(1, this.#ms / MOST_SOUND_MS);
	}
	/** It ended by itself, and is kept as far as it goes. */
	get isFull(): boolean {
		return this.#isFull;
	}

	/** Asks for the microphone; never rejects. */
	async start(): Promise<void> {
		if (this.#state !== 'ready' && this.#state !== 'no-microphone') return;
		this.#state = 'asking';
		this.#ms = 0;
		this.#isFull = false;
		try {
			const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
			this.#stream = stream;
			// The answer may come when nobody is here any more.
			if (this.#isLeft) this.#letGo();
			else this.#record(stream);
		} catch {
			this.#letGo();
			this.#state = 'no-microphone';
		}
	}

	stop(): void {
		if (this.#recorder?.state === 'recording') this.#recorder.stop();
	}

	/** The screen is left. Resolves when what was said until then has been handed over. */
	async leave(): Promise<void> {
		this.#isLeft = true;
		this.stop();
		await this.#ended;
		this.#letGo();
	}

	/** There is something still to come. */
	get isOn(): boolean {
		return this.#state === 'recording' || this.#state === 'ending';
	}

	#record(stream: MediaStream): void {
		const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
		const recorder = new MediaRecorder(stream, {
			...(mimeType ? { mimeType } : {}),
			audioBitsPerSecond: SOUND_BITS_A_SECOND
		});
		const pieces: Blob[] = [];
		let bytes = 0;
		recorder.ondataavailable = ({ data }) => {
			// A browser that takes more than it was told to: what fits is kept, and can be played.
			if (bytes + data.size > MOST_SOUND_BYTES) {
				this.#isFull = true;
				return this.stop();
			}
			bytes += data.size;
			pieces.push(data);
		};
		this.#ended = new Promise((ended) => {
			recorder.onstop = () => {
				clearInterval(this.#timer);
				this.#state = 'ending';
				this.#letGo();
				void this.#handOver(new Blob(pieces, { type: recorder.mimeType })).then(ended);
			};
		});
		this.#recorder = recorder;
		recorder.start(LOOK_EVERY_MS);
		this.#state = 'recording';
		const since = performance.now();
		this.#timer = setInterval(() => {
			this.#ms = performance.now() - since;
			this.says.goesOn();
			if (this.#ms < MOST_SOUND_MS) return;
			this.#isFull = true;
			this.stop();
		}, LOOK_EVERY_MS);
	}

	async #handOver(blob: Blob): Promise<void> {
		if (blob.size === 0) {
			this.#state = 'no-microphone';
			return;
		}
		const bytes = new Uint8Array(await blob.arrayBuffer());
		this.says.recorded({ type: blob.type, ms: Math.round(this.#ms), bytes });
		this.#state = 'ready';
	}

	/** The light of the microphone goes out. */
	#letGo(): void {
		for (const track of this.#stream?.getTracks() ?? []) track.stop();
		this.#stream = null;
	}
}
