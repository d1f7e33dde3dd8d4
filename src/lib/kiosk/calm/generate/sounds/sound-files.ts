// All sounds, equally loud, as files.
import { CALM_SOUNDS, type CalmSoundFile, type CalmSoundName } from '../../sound/calm-sounds';
import { brown, BROWN_RATE, rain, sea, stream, WATER_RATE } from './beds';
import { loudestMoment, louderBy, loudness } from './loudness';
import { beat, chimeLow, chimeMid, STROKE_RATE, tick } from './strokes';
import { wavFile } from './wav';

/** Quieter than somebody who speaks to the child (some -20 LUFS). */
export const BED_LUFS = -27;
/** In its loudest tenth of a second: heard over a bed, and startling nobody. */
export const CHIME_LUFS = -22;
/** The same, of what is short and comes again and again. */
export const TOUCH_LUFS = -28;

interface Source {
	play: () => Float64Array;
	samplesPerSecond: number;
	lufs: number;
}

const SOURCES: Record<CalmSoundName, Source> = {
	brown: { play: brown, samplesPerSecond: BROWN_RATE, lufs: BED_LUFS },
	rain: { play: rain, samplesPerSecond: WATER_RATE, lufs: BED_LUFS },
	sea: { play: sea, samplesPerSecond: WATER_RATE, lufs: BED_LUFS },
	stream: { play: stream, samplesPerSecond: WATER_RATE, lufs: BED_LUFS },
	beat: { play: beat, samplesPerSecond: STROKE_RATE, lufs: TOUCH_LUFS },
	'chime-low': { play: chimeLow, samplesPerSecond: STROKE_RATE, lufs: CHIME_LUFS },
	'chime-mid': { play: chimeMid, samplesPerSecond: STROKE_RATE, lufs: CHIME_LUFS },
	tick: { play: tick, samplesPerSecond: STROKE_RATE, lufs: TOUCH_LUFS }
};

/** With what comes before the beginning of a round and after its end. */
function withLead(round: Float64Array, { leadSeconds }: CalmSoundFile, rate: number): Float64Array {
	const lead = Math.round(leadSeconds * rate);
	return Float64Array.from(
		{ length: round.length + 2 * lead },
		(_, n) => round[(n - lead + round.length) % round.length] ?? 0
	);
}

function soundFile(name: CalmSoundName): Uint8Array<ArrayBuffer> {
	const { play, samplesPerSecond: rate, lufs } = SOURCES[name];
	const raw = play();
	const now = lufs === BED_LUFS ? loudness(raw, rate) : loudestMoment(raw, rate);
	return wavFile(withLead(louderBy(raw, lufs - now), CALM_SOUNDS[name], rate), rate);
}

/** Contents by file name. */
export const soundFiles = (): Record<string, Uint8Array> =>
	Object.fromEntries(
		(Object.keys(SOURCES) as CalmSoundName[]).map((name) => [`${name}.wav`, soundFile(name)])
	);
