// The recording studio of one page: records a string, sends it, plays it back. What could not be sent stays
// until it is sent or the page is left.
import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { VoiceRecorder } from './voice-recorder.svelte';

export class VoiceStudio {
	readonly recorder = new VoiceRecorder();
	#savingKey = $state<string | null>(null);
	#playingKey = $state<string | null>(null);
	#problem = $state.raw<{ key: string; what: string } | null>(null);
	#unsent = $state.raw<{ key: string; language: string; sound: Blob } | null>(null);
	#savedKey = $state<string | null>(null);
	#audio: HTMLAudioElement | null = null;

	get savingKey(): string | null {
		return this.#savingKey;
	}
	get playingKey(): string | null {
		return this.#playingKey;
	}
	/** What was saved last, to be said. */
	get savedKey(): string | null {
		return this.#savedKey;
	}
	/** The last part of a message's key: as the server names it, or as the microphone does. */
	problemWith(key: string): string | null {
		return this.#problem?.key === key ? this.#problem.what : null;
	}
	isUnsent(key: string): boolean {
		return this.#unsent?.key === key;
	}

	/** Begins, or ends what was begun. */
	async toggleRecording(key: string, language: string): Promise<void> {
		this.stopPlaying();
		if (this.recorder.key === key) {
			this.recorder.stop();
			return;
		}
		this.#problem = null;
		this.#savedKey = null;
		this.#unsent = null;
		const sound = await this.recorder.record(key);
		if (sound === null) return;
		if ('problem' in sound) this.#problem = { key, what: sound.problem };
		else await this.#send({ key, language, sound });
	}

	async sendAgain(): Promise<void> {
		if (this.#unsent) await this.#send(this.#unsent);
	}

	async #send(made: { key: string; language: string; sound: Blob }): Promise<void> {
		const { key, language, sound } = made;
		this.#savingKey = key;
		this.#problem = null;
		const body = new FormData();
		body.set('key', key);
		body.set('voice', language);
		body.set('sound', sound, 'sound');
		try {
			const response = await fetch('?/save', {
				method: 'POST',
				body,
				headers: { 'x-sveltekit-action': 'true' }
			});
			const result = deserialize<{ done: string }, { problem: string }>(await response.text());
			if (result.type === 'success') {
				this.#unsent = null;
				await invalidateAll();
				this.#savedKey = key;
			} else if (result.type === 'failure' && result.data) {
				this.#problem = { key, what: result.data.problem };
			} else throw new Error('The server did not take it.');
		} catch {
			this.#unsent = made;
			this.#problem = { key, what: 'not-saved' };
		} finally {
			this.#savingKey = null;
		}
	}

	/** @param address of the sound */
	togglePlaying(key: string, address: string): void {
		const wasPlaying = this.#playingKey === key;
		this.stopPlaying();
		if (wasPlaying) return;
		this.recorder.giveUp();
		this.#problem = null;
		const audio = new Audio(address);
		const over = (what?: string) => {
			if (this.#audio !== audio) return;
			this.stopPlaying();
			if (what) this.#problem = { key, what };
		};
		this.#audio = audio;
		this.#playingKey = key;
		audio.onended = () => over();
		audio.play().catch(() => over('not-heard'));
	}

	stopPlaying(): void {
		this.#audio?.pause();
		this.#audio = null;
		this.#playingKey = null;
	}

	/** The page is left. */
	close(): void {
		this.stopPlaying();
		this.recorder.giveUp();
	}
}
