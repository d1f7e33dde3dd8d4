// Says one thing: a recording of the school's, else the tablet's own voice, else nothing.
import type { Language } from '$lib/domain/check-in';
import { deviceVoice, type Sayable } from './sayable';

/** A voice that never says that it is done is not waited for. */
const LONGEST_MS = 20_000;
/** A little slower than it would speak by itself. */
const RATE = 0.9;

export interface VoiceSettings {
	language: Language;
	/** Of what the tablet can, in per cent. */
	volume: number;
	/** A recording by its name, if it is on this tablet. */
	recording: (name: string) => Promise<Blob | null>;
}

const ownVoices = (): SpeechSynthesisVoice[] => globalThis.speechSynthesis?.getVoices() ?? [];

export const hasDeviceVoice = (language: Language): boolean =>
	deviceVoice(ownVoices(), language) !== null;

/** Resolves when it is said: false when there was nothing to say it with. Stops at once with the signal. */
export async function say(
	sayable: Sayable,
	{ language, volume, recording }: VoiceSettings,
	signal: AbortSignal
): Promise<boolean> {
	for (const name of sayable.recordings) {
		const sound = await recording(name);
		if (signal.aborted) return false;
		if (sound && (await play(sound, volume, signal))) return true;
	}
	const voice = deviceVoice(ownVoices(), language);
	if (!voice || signal.aborted) return false;
	return speak(sayable.text, voice, volume, signal);
}

async function play(sound: Blob, volume: number, signal: AbortSignal): Promise<boolean> {
	const address = URL.createObjectURL(sound);
	const audio = new Audio(address);
	audio.volume = volume / 100;
	try {
		return await untilOver(signal, (over) => {
			audio.onended = () => over(true);
			audio.onerror = () => over(false);
			audio.play().catch(() => over(false));
		});
	} finally {
		audio.pause();
		URL.revokeObjectURL(address);
	}
}

async function speak(
	text: string,
	voice: SpeechSynthesisVoice,
	volume: number,
	signal: AbortSignal
): Promise<boolean> {
	const utterance = new SpeechSynthesisUtterance(text);
	Object.assign(utterance, { voice, lang: voice.lang, rate: RATE, volume: volume / 100 });
	try {
		return await untilOver(signal, (over) => {
			utterance.onend = () => over(true);
			utterance.onerror = () => over(false);
			speechSynthesis.speak(utterance);
		});
	} finally {
		speechSynthesis.cancel();
	}
}

/** What `over` is called with; false when the signal or the time comes first. */
function untilOver(
	signal: AbortSignal,
	begin: (over: (isSaid: boolean) => void) => void
): Promise<boolean> {
	return new Promise((resolve) => {
		const late = setTimeout(() => resolve(false), LONGEST_MS);
		const end = (isSaid: boolean) => {
			clearTimeout(late);
			resolve(isSaid);
		};
		signal.addEventListener('abort', () => end(false), { once: true });
		begin(end);
	});
}
