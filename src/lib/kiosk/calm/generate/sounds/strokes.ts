// What sounds once: two chimes, a tick and a beat. Soft at the start, because a sudden sound startles.
import { CALM_SOUNDS } from '../../sound/calm-sounds';

/** Well above twice the highest partial (2,125 Hz), and small: every tablet keeps these files. */
export const STROKE_RATE = 8_000;

interface Partial {
	hertz: number;
	loud: number;
	/** Until it is 60 dB less. */
	fadesInSeconds: number;
}

/** 60 dB, as a power of e. */
const SIXTY_DECIBELS = Math.log(1000);

function struck(seconds: number, riseSeconds: number, partials: Partial[]): Float64Array {
	const fallSeconds = seconds / 20;
	return Float64Array.from({ length: Math.round(seconds * STROKE_RATE) }, (_, n) => {
		const at = n / STROKE_RATE;
		const rise = at < riseSeconds ? 0.5 - 0.5 * Math.cos((Math.PI * at) / riseSeconds) : 1;
		const fall = Math.min(1, (seconds - at) / fallSeconds);
		const tone = partials.reduce(
			(sum, { hertz, loud, fadesInSeconds }) =>
				sum +
				loud *
					Math.exp((-SIXTY_DECIBELS * at) / fadesInSeconds) *
					Math.sin(2 * Math.PI * hertz * at),
			0
		);
		return tone * rise * fall;
	});
}

/** The partials of a small bowl; the lowest is doubled, a little apart, so that it lives. */
const bowl = (hertz: number, seconds: number): Float64Array =>
	struck(seconds, 0.08, [
		{ hertz, loud: 0.6, fadesInSeconds: seconds },
		{ hertz: hertz * 1.002, loud: 0.07, fadesInSeconds: seconds },
		{ hertz: hertz * 2.76, loud: 0.2, fadesInSeconds: seconds * 0.5 },
		{ hertz: hertz * 5.4, loud: 0.06, fadesInSeconds: seconds * 0.2 }
	]);

/** Middle C and the G above it: in every order they sound well together. */
export const CHIME_LOW_HERTZ = 261.63;
export const CHIME_MID_HERTZ = 392;

export const chimeLow = (): Float64Array => bowl(CHIME_LOW_HERTZ, CALM_SOUNDS['chime-low'].seconds);
export const chimeMid = (): Float64Array => bowl(CHIME_MID_HERTZ, CALM_SOUNDS['chime-mid'].seconds);

/** A fingertip on wood. */
export const tick = (): Float64Array =>
	struck(CALM_SOUNDS.tick.seconds, 0.004, [
		{ hertz: 880, loud: 1, fadesInSeconds: 0.09 },
		{ hertz: 1_870, loud: 0.3, fadesInSeconds: 0.05 }
	]);

/** A hand that pats a cushion; high enough for the speaker of a tablet. */
export const beat = (): Float64Array =>
	struck(CALM_SOUNDS.beat.seconds, 0.02, [
		{ hertz: 150, loud: 1, fadesInSeconds: 0.35 },
		{ hertz: 300, loud: 0.5, fadesInSeconds: 0.25 },
		{ hertz: 450, loud: 0.15, fadesInSeconds: 0.15 }
	]);
