// A low, soft chime, made of the partials of a small bowl. Deterministic: the same bytes each time.

/** Well above twice the highest partial (1,413 Hz), and small: every tablet keeps this file. */
const SAMPLES_PER_SECOND = 8000;
const SECONDS = 1.8;
const BYTES_PER_SAMPLE = 2;
const HEADER_BYTES = 44;

/** Frequency as a multiple of the base, loudness, and how fast it fades (per second). */
const PARTIALS = [
	{ times: 1, loud: 0.6, fade: 2.4 },
	{ times: 2.76, loud: 0.2, fade: 4.2 },
	{ times: 5.4, loud: 0.07, fade: 7 }
];
const BASE_HERTZ = 261.63;
/** Soft at the start: a sudden sound startles. */
const RISE_SECONDS = 0.05;

/** A mono 16-bit WAV file. */
export function chimeLow(): Uint8Array<ArrayBuffer> {
	const samples = Math.round(SECONDS * SAMPLES_PER_SECOND);
	const bytes = new Uint8Array(HEADER_BYTES + samples * BYTES_PER_SAMPLE);
	const view = new DataView(bytes.buffer);
	writeHeader(bytes, view);
	for (let n = 0; n < samples; n += 1) {
		const sample = Math.round(loudnessAt(n / SAMPLES_PER_SECOND) * 32_767);
		view.setInt16(HEADER_BYTES + n * BYTES_PER_SAMPLE, sample, true);
	}
	return bytes;
}

function loudnessAt(seconds: number): number {
	const rise = Math.min(1, seconds / RISE_SECONDS);
	const fall = Math.min(1, (SECONDS - seconds) / 0.2);
	const tone = PARTIALS.reduce(
		(sum, { times, loud, fade }) =>
			sum + loud * Math.exp(-fade * seconds) * Math.sin(2 * Math.PI * BASE_HERTZ * times * seconds),
		0
	);
	return tone * rise * fall * 0.7;
}

function writeHeader(bytes: Uint8Array, view: DataView): void {
	const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
	write(0, 'RIFF');
	view.setUint32(4, bytes.length - 8, true);
	write(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, SAMPLES_PER_SECOND, true);
	view.setUint32(28, SAMPLES_PER_SECOND * BYTES_PER_SAMPLE, true);
	view.setUint16(32, BYTES_PER_SAMPLE, true);
	view.setUint16(34, 8 * BYTES_PER_SAMPLE, true);
	write(36, 'data');
	view.setUint32(40, bytes.length - HEADER_BYTES, true);
}
