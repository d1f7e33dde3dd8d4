// What the browser's loudspeaker is given, compared wave by wave with the file that should sound.
import type { Page } from '@playwright/test';
import type { CalmSoundFile } from '$lib/kiosk/calm/sound/calm-sounds';

/** As much is listened to at once. */
const SAMPLES = 16_384;
/** Looked for this far to both sides. */
const WIDEST_SECONDS = 0.2;
/** Less alike is another sound, or the end of a fade. */
const LEAST_ALIKE = 0.7;

interface SoundingWindow extends Window {
	Howler?: { ctx: AudioContext; masterGain: GainNode };
	cwtchAnalyser?: AnalyserNode;
}

export interface Wave {
	samples: Float32Array;
	/** A second. */
	rate: number;
}

export interface HeardNow extends Wave {
	/** Of the activity, in seconds, as the last of the samples were given to the loudspeaker. */
	clock: number;
	/** Seconds until they are heard. */
	latency: number;
}

const floats = (base64: string): Float32Array => {
	const bytes = Buffer.from(base64, 'base64');
	return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
};

/** The file at the rate of this browser's loudspeaker. */
export async function waveOf(page: Page, { file }: CalmSoundFile): Promise<Wave> {
	const { samples, rate } = await page.evaluate(async (path) => {
		const { Howler } = window as SoundingWindow;
		if (!Howler) throw new Error('Nothing sounds here.');
		const answer = await fetch(path);
		const decoded = await Howler.ctx.decodeAudioData(await answer.arrayBuffer());
		const bytes = new Uint8Array(decoded.getChannelData(0).slice().buffer);
		let text = '';
		for (let at = 0; at < bytes.length; at += 0x8000)
			text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
		return { samples: btoa(text), rate: Howler.ctx.sampleRate };
	}, file);
	return { samples: floats(samples), rate };
}

/** `null` while there is no clock. */
export async function heardNow(page: Page): Promise<HeardNow | null> {
	const now = await page.evaluate(async (size) => {
		const { Howler } = window as SoundingWindow;
		const [clock] = window.cwtchHurry?.clocks ?? [];
		if (!Howler || !clock) return null;
		const sounding = window as SoundingWindow;
		const analyser = (sounding.cwtchAnalyser ??= new AnalyserNode(Howler.ctx, { fftSize: size }));
		Howler.masterGain.connect(analyser);
		await new Promise((filled) => setTimeout(filled, 500));
		const samples = new Float32Array(size);
		analyser.getFloatTimeDomainData(samples);
		const { currentTime } = clock;
		const bytes = new Uint8Array(samples.buffer);
		let text = '';
		for (let at = 0; at < bytes.length; at += 0x8000)
			text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
		return {
			samples: btoa(text),
			rate: Howler.ctx.sampleRate,
			clock: Number(currentTime) / 1000,
			latency: Howler.ctx.outputLatency
		};
	}, SAMPLES);
	return now && { ...now, samples: floats(now.samples) };
}

/**
 * Milliseconds that the sound is ahead of the clock; `null` where it is not this part of the file.
 *
 * @param firstSeconds of the clock, when the loop begins
 */
export function apartMs(
	heard: HeardNow,
	wave: Wave,
	{ leadSeconds, seconds }: CalmSoundFile,
	firstSeconds: number
): number | null {
	const { rate } = wave;
	const round = Math.round(seconds * rate);
	const first = Math.round(leadSeconds * rate);
	const ends = (heard.clock - firstSeconds + heard.latency) * rate;
	const expected = Math.round(ends) - heard.samples.length;
	const widest = Math.round(WIDEST_SECONDS * rate);
	let best = { alike: 0, by: 0 };
	for (let by = -widest; by <= widest; by += 4) {
		let [product, own, other] = [0, 0, 0];
		for (let n = 0; n < heard.samples.length; n += 4) {
			const at = first + ((((expected + by + n) % round) + round) % round);
			const sample = wave.samples[at] ?? 0;
			const given = heard.samples[n] ?? 0;
			product += sample * given;
			own += sample * sample;
			other += given * given;
		}
		const alike = product / Math.sqrt(own * other);
		if (alike > best.alike) best = { alike, by };
	}
	return best.alike > LEAST_ALIKE ? (best.by / rate) * 1000 : null;
}
