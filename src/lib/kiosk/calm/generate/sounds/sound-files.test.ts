// What can be said of the sounds without an ear: their levels, spectra, times and seams.
import { describe, expect, it } from 'vitest';
import { CALM_SOUNDS, SWELL_SECONDS, type CalmSoundName } from '../../sound/calm-sounds';
import { swellAt } from './beds';
import { loudestMoment, loudness, loudnessOver } from './loudness';
import { BED_LUFS, CHIME_LUFS, soundFiles, TOUCH_LUFS } from './sound-files';
import { Spectrum } from './spectrum';
import { CHIME_LOW_HERTZ, CHIME_MID_HERTZ } from './strokes';
import { readWav } from './wav';

const MOST_BYTES = 3_000_000;
const BEDS = ['brown', 'rain', 'sea', 'stream'] as const;
const CHIMES = { 'chime-low': CHIME_LOW_HERTZ, 'chime-mid': CHIME_MID_HERTZ } as const;
const names = Object.keys(CALM_SOUNDS) as CalmSoundName[];

const files = soundFiles();
const read = Object.fromEntries(
	names.map((name) => [name, readWav(files[`${name}.wav`] ?? new Uint8Array(44))])
) as Record<CalmSoundName, ReturnType<typeof readWav>>;

/** Without what comes before and after. */
function roundOf(name: CalmSoundName): { samples: Float64Array; rate: number } {
	const { samples, samplesPerSecond: rate } = read[name];
	const { leadSeconds, seconds } = CALM_SOUNDS[name];
	const lead = Math.round(leadSeconds * rate);
	return { samples: samples.subarray(lead, lead + Math.round(seconds * rate)), rate };
}
const spectrumOf = (name: CalmSoundName) => {
	const { samples, rate } = roundOf(name);
	return new Spectrum(samples, rate);
};
const peakOf = (samples: Float64Array) =>
	samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
const meanOf = (values: ArrayLike<number>) =>
	Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe('the sounds of the calm space', () => {
	it('are small enough for every tablet to keep', () => {
		const bytes = Object.values(files).reduce((sum, file) => sum + file.length, 0);
		expect(bytes).toBeLessThan(MOST_BYTES);
	});

	it.each(names)('%s is PCM, mono, 16 bits, and as long as the tablet believes', (name) => {
		const file = files[`${name}.wav`] ?? new Uint8Array(44);
		const view = new DataView(file.buffer);
		expect(Buffer.from(file.subarray(0, 16)).toString('latin1')).toMatch(/^RIFF.{4}WAVEfmt $/s);
		expect([20, 22, 34].map((at) => view.getUint16(at, true))).toEqual([1, 1, 16]);
		const { samples, samplesPerSecond } = read[name];
		const { leadSeconds, seconds } = CALM_SOUNDS[name];
		expect(samples.length / samplesPerSecond).toBeCloseTo(seconds + 2 * leadSeconds, 6);
	});

	it.each(names)('%s startles nobody: far from the top, and around zero', (name) => {
		const { samples } = read[name];
		expect(peakOf(samples)).toBeLessThan(0.3);
		expect(Math.abs(meanOf(samples))).toBeLessThan(0.001 * peakOf(samples));
	});

	it.each(BEDS)('%s is as loud to people as the other beds', (name) => {
		const { samples, rate } = roundOf(name);
		expect(loudness(samples, rate)).toBeCloseTo(BED_LUFS, 1);
		// Another measure, which hears less of what is low.
		expect(spectrumOf(name).decibelsA).toBeGreaterThan(-31);
		expect(spectrumOf(name).decibelsA).toBeLessThan(-25);
	});

	it.each(['brown', 'rain', 'stream'] as const)('%s goes on evenly', (name) => {
		const { samples, rate } = roundOf(name);
		for (const second of loudnessOver(samples, rate, 1))
			expect(Math.abs(second - BED_LUFS)).toBeLessThan(3);
		expect(loudestMoment(samples, rate)).toBeLessThan(BED_LUFS + 4);
	});
});

describe('a loop', () => {
	it.each([...BEDS, 'beat'] as const)('%s goes on after its end as it began', (name) => {
		const { samples, samplesPerSecond: rate } = read[name];
		const { leadSeconds, seconds } = CALM_SOUNDS[name];
		const around = Math.round(2 * leadSeconds * rate);
		expect(around).toBeGreaterThan(0);
		const ends = samples.subarray(Math.round(seconds * rate));
		expect(ends).toEqual(samples.subarray(0, around));
	});
});

describe('brown noise', () => {
	it('falls by 6 dB with each octave', () => {
		const spectrum = spectrumOf('brown');
		for (const hertz of [125, 250, 500, 1000])
			expect(Math.abs(spectrum.decibelsOver(hertz, hertz * 2) - 6), `${hertz} Hz`).toBeLessThan(1);
		expect(Math.abs(spectrum.decibelsOver(125, 2000) / 4 - 6)).toBeLessThan(0.5);
	});
	it('spares small speakers what they cannot give', () => {
		expect(spectrumOf('brown').decibelsOver(20, 80)).toBeLessThan(-8);
	});
});

describe('rain', () => {
	it('lies above 1 kHz, and is not sharp', () => {
		const spectrum = spectrumOf('rain');
		expect(spectrum.shareBetween(1000, Infinity)).toBeGreaterThan(0.7);
		expect(spectrum.decibelsOver(6000, 2000)).toBeLessThan(-4);
	});
});

describe('a stream', () => {
	it('is lower than rain, and bubbles', () => {
		const spectrum = spectrumOf('stream');
		expect(spectrum.shareBetween(300, 2500)).toBeGreaterThan(0.7);
		const { samples, rate } = roundOf('stream');
		const moments = loudnessOver(samples, rate, 0.05);
		const middle = meanOf(moments);
		const unrest = Math.sqrt(meanOf(moments.map((moment) => (moment - middle) ** 2)));
		expect(unrest).toBeGreaterThan(1);
		expect(unrest).toBeLessThan(3);
	});
});

describe('the sea', () => {
	const STEP_SECONDS = 0.5;
	const { samples, rate } = roundOf('sea');
	const steps = loudnessOver(samples, rate, STEP_SECONDS);
	const perSwell = SWELL_SECONDS / STEP_SECONDS;

	it('rises for four seconds and falls for four, again and again', () => {
		expect(steps.length % perSwell).toBe(0);
		for (let at = 0; at < steps.length - 1; at += 1) {
			// Half a second around its top and its foot it only turns.
			const isTurning = (at + 1) % (perSwell / 2) === 0;
			const isRising = at % perSwell < perSwell / 2;
			const change = (steps[at + 1] ?? 0) - (steps[at] ?? 0);
			if (isTurning) expect(Math.abs(change), `${at}`).toBeLessThan(1.5);
			else expect(isRising ? change : -change, `${at}`).toBeGreaterThan(0);
		}
	});

	it('has a swell of exactly eight seconds', () => {
		const fine = loudnessOver(samples, rate, 0.05);
		const middle = meanOf(fine);
		const alike = (shift: number) =>
			meanOf(
				fine.map(
					(moment, n) => (moment - middle) * ((fine[(n + shift) % fine.length] ?? 0) - middle)
				)
			);
		const shifts = Array.from({ length: 120 }, (_, n) => 100 + n);
		const period = shifts.reduce((best, shift) => (alike(shift) > alike(best) ? shift : best));
		expect(Math.abs(period * 0.05 - SWELL_SECONDS)).toBeLessThanOrEqual(0.1);
		const shape = fine.map((_, n) => swellAt((n + 0.5) * 0.05));
		const shapeMiddle = meanOf(shape);
		const together = meanOf(fine.map((at, n) => (at - middle) * ((shape[n] ?? 0) - shapeMiddle)));
		const spread = (values: number[], around: number) =>
			Math.sqrt(meanOf(values.map((value) => (value - around) ** 2)));
		expect(together / spread(fine, middle) / spread(shape, shapeMiddle)).toBeGreaterThan(0.95);
	});

	it('can be heard at its foot and is no roar at its top', () => {
		const quietest = Math.min(...steps);
		const loudest = Math.max(...steps);
		expect(loudest - quietest).toBeGreaterThan(8);
		expect(loudest - quietest).toBeLessThan(16);
		expect(loudest).toBeLessThan(BED_LUFS + 6);
	});
});

describe.each(Object.entries(CHIMES))('%s', (name, hertz) => {
	const { samples, rate } = roundOf(name as keyof typeof CHIMES);
	const seconds = (from: number, to: number) =>
		samples.subarray(Math.round(from * rate), Math.round(to * rate));

	it('has the partials of a small bowl', () => {
		const beginning = new Spectrum(seconds(0.1, 2.5), rate);
		for (const times of [1, 2.76, 5.4]) {
			const partial = hertz * times;
			const found = beginning.peakBetween(partial * 0.9, partial * 1.1);
			expect(Math.abs(found - partial)).toBeLessThan(3);
		}
		expect(beginning.decibelsOver(hertz, hertz * 2.76)).toBeGreaterThan(6);
	});
	it('begins softly, and is as loud as the other', () => {
		expect(peakOf(seconds(0, 0.01))).toBeLessThan(0.1 * peakOf(samples));
		expect(peakOf(seconds(0, 0.04))).toBeLessThan(0.6 * peakOf(samples));
		expect(loudestMoment(samples, rate)).toBeCloseTo(CHIME_LUFS, 0);
	});
	it('fades by 60 dB in twelve seconds, and ends in silence', () => {
		const each = loudnessOver(samples, rate, 1);
		const inSevenSeconds = (each[2] ?? 0) - (each[9] ?? 0);
		expect(Math.abs(inSevenSeconds - (60 * 7) / 12)).toBeLessThan(1.5);
		for (let at = 1; at < each.length; at += 1) expect(each[at]).toBeLessThan(each[at - 1] ?? 0);
		expect(peakOf(seconds(11.99, 12))).toBeLessThan(0.001 * peakOf(samples));
	});
});

describe.each(['tick', 'beat'] as const)('%s', (name) => {
	const { samples, rate } = roundOf(name);
	it('is soft, short, and over before the next', () => {
		const last = samples.subarray(Math.round(samples.length * 0.9));
		expect(peakOf(last)).toBeLessThan(0.02 * peakOf(samples));
		expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
		expect(peakOf(samples.subarray(0, Math.round(0.001 * rate)))).toBeLessThan(
			0.6 * peakOf(samples)
		);
		expect(loudestMoment(samples, rate)).toBeLessThanOrEqual(TOUCH_LUFS + 1);
	});
});
