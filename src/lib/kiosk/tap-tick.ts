// The same soft tick for every tap that counts, so that it tells nobody what was tapped. Loaded where a child
// has it; a browser that gives no sound stays silent.

const PITCH_HZ = 520;
const LASTS_S = 0.06;
/** Of what the tablet can: beside a quiet voice. */
const SOFT = 0.12;
/** Exponential ramps never reach 0. */
const SILENT = 0.0001;

let context: AudioContext | null = null;

/** @param volume the most that anything sounds here, in per cent */
export function tick(volume: number): void {
	if (volume <= 0) return;
	try {
		context ??= new AudioContext();
		void context.resume();
		const now = context.currentTime;
		const loudness = context.createGain();
		loudness.gain.setValueAtTime((SOFT * volume) / 100, now);
		loudness.gain.exponentialRampToValueAtTime(SILENT, now + LASTS_S);
		const tone = context.createOscillator();
		tone.frequency.value = PITCH_HZ;
		tone.connect(loudness).connect(context.destination);
		tone.onended = () => loudness.disconnect();
		tone.start(now);
		tone.stop(now + LASTS_S);
	} catch {
		// Taps count without it.
	}
}
