// How screens look to somebody who stands two metres away, and how far apart two of them are for that eye.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';

/** Of a tablet of 10 inches, 16 to 10, at 1280 pixels a line. */
const PIXEL_MM = 215 / 1280;
const DISTANCE_MM = 2_000;
/** What a healthy eye makes of a point in good light: a Gaussian as wide as this at half its height. */
const POINT_ARCMIN = 1.4;
const FWHM_TO_SIGMA = 2.355;
/** The cones of the eye’s middle are half an arc minute apart: nothing finer is seen. */
const CONE_ARCMIN = 0.5;
/** Of 255: an eye tells one percent of contrast, never less. */
const LEAST_STEP = 2.55;

const PIXEL_ARCMIN = (PIXEL_MM / DISTANCE_MM) * (180 / Math.PI) * 60;
const BLUR_PX = POINT_ARCMIN / FWHM_TO_SIGMA / PIXEL_ARCMIN;
const SAMPLE_PX = CONE_ARCMIN / PIXEL_ARCMIN;

/** For the figure’s table. */
export const OPTICS = `10 inch tablet at ${DISTANCE_MM / 1000} m, an eye that draws a point ${POINT_ARCMIN} arc minutes wide: Gaussian blur of ${BLUR_PX.toFixed(1)} px (sigma), a sample each ${SAMPLE_PX.toFixed(1)} px, steps under 1 % not seen`;

declare global {
	interface Window {
		cwtchLooks?: Uint8ClampedArray[];
	}
}

/** Pictures as an eye has them, each kept once. Give it a page of its own. */
export class EyeAtTwoMetres {
	readonly #numbers = new Map<string, number>();
	readonly #distances: number[][] = [];
	/** One after the other, so that each is compared with all that have a smaller number. */
	#busy: Promise<unknown> = Promise.resolve();

	constructor(private readonly page: Page) {}

	/** A number for what was seen: the same picture has the same one. @param picture PNG */
	async look(picture: Buffer): Promise<number> {
		const digest = createHash('sha256').update(picture).digest('hex');
		const known = this.#numbers.get(digest);
		if (known !== undefined) return known;
		const number = this.#numbers.size;
		this.#numbers.set(digest, number);
		const what = {
			base64: picture.toString('base64'),
			blurPx: BLUR_PX,
			samplePx: SAMPLE_PX,
			leastStep: LEAST_STEP
		};
		const compared = this.#busy.then(() => this.page.evaluate(seeAndCompare, what));
		this.#busy = compared;
		this.#distances[number] = await compared;
		return number;
	}

	/** How many different pictures there were, before the eye. */
	get pictures(): number {
		return this.#numbers.size;
	}

	/** Squares of steps that are seen, over all samples of two pictures by their numbers. */
	distance(one: number, other: number): number {
		const [smaller, larger] = one < other ? [one, other] : [other, one];
		return this.#distances[larger]?.[smaller] ?? 0;
	}
}

/** In the page: how far the new picture is from each before it. */
async function seeAndCompare(what: {
	base64: string;
	blurPx: number;
	samplePx: number;
	leastStep: number;
}): Promise<number[]> {
	const bytes = Uint8Array.from(atob(what.base64), (letter) => letter.charCodeAt(0));
	const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
	const draw = (width: number, height: number, from: CanvasImageSource, filter: string) => {
		const canvas = new OffscreenCanvas(Math.round(width), Math.round(height));
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (!context) throw new Error('There is no canvas here.');
		context.filter = filter;
		context.drawImage(from, 0, 0, canvas.width, canvas.height);
		return { canvas, context };
	};
	const blurred = draw(bitmap.width, bitmap.height, bitmap, `blur(${what.blurPx}px)`);
	const [width, height] = [bitmap.width / what.samplePx, bitmap.height / what.samplePx];
	const { canvas, context } = draw(width, height, blurred.canvas, 'none');
	const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
	const looks = (window.cwtchLooks ??= []);
	const distances = looks.map((before) => {
		let sum = 0;
		for (let at = 0; at < data.length; at += 1) {
			const step = Math.abs((data[at] ?? 0) - (before[at] ?? 0));
			if (step > what.leastStep) sum += step * step;
		}
		return sum;
	});
	looks.push(data);
	return distances;
}

export interface Seen {
	/** Numbers of the pictures, in their order. */
	frames: number[];
	/** What the classifier is to guess. */
	is: string;
}

/**
 * How often the nearest of all other visits is of the same kind, 0 to 1. Where several are equally near,
 * each counts as much as the others, as if one were drawn by lot.
 */
export function guessedRight(eye: EyeAtTwoMetres, visits: readonly Seen[]): number {
	const apart = (one: Seen, other: Seen) =>
		one.frames.reduce((sum, frame, at) => sum + eye.distance(frame, other.frames[at] ?? frame), 0);
	const shares = visits.map((visit) => {
		let nearest = Infinity;
		let equally: Seen[] = [];
		for (const other of visits) {
			if (other === visit) continue;
			const distance = apart(visit, other);
			if (distance < nearest) [nearest, equally] = [distance, []];
			if (distance === nearest) equally.push(other);
		}
		return equally.filter(({ is }) => is === visit.is).length / Math.max(1, equally.length);
	});
	return shares.reduce((sum, share) => sum + share, 0) / visits.length;
}
