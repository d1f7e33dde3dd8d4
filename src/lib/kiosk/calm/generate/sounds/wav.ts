// A WAV file, PCM, mono, 16 bits: the one format that every engine plays.

const BYTES_PER_SAMPLE = 2;
const HEADER_BYTES = 44;
const FULL_SCALE = 32_767;

/** @param samples from -1 to 1; throws for what would be cut off at the top. */
export function wavFile(samples: Float64Array, samplesPerSecond: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(HEADER_BYTES + samples.length * BYTES_PER_SAMPLE);
	const view = new DataView(bytes.buffer);
	const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
	write(0, 'RIFF');
	view.setUint32(4, bytes.length - 8, true);
	write(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, samplesPerSecond, true);
	view.setUint32(28, samplesPerSecond * BYTES_PER_SAMPLE, true);
	view.setUint16(32, BYTES_PER_SAMPLE, true);
	view.setUint16(34, 8 * BYTES_PER_SAMPLE, true);
	write(36, 'data');
	view.setUint32(40, bytes.length - HEADER_BYTES, true);
	samples.forEach((sample, n) => {
		if (Math.abs(sample) > 1) throw new Error(`Sample ${n} is cut off: ${sample}`);
		view.setInt16(HEADER_BYTES + n * BYTES_PER_SAMPLE, Math.round(sample * FULL_SCALE), true);
	});
	return bytes;
}

/** What `wavFile` has written. */
export function readWav(bytes: Uint8Array): { samples: Float64Array; samplesPerSecond: number } {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const count = (bytes.length - HEADER_BYTES) / BYTES_PER_SAMPLE;
	const samples = Float64Array.from(
		{ length: count },
		(_, n) => view.getInt16(HEADER_BYTES + n * BYTES_PER_SAMPLE, true) / FULL_SCALE
	);
	return { samples, samplesPerSecond: view.getUint32(24, true) };
}
