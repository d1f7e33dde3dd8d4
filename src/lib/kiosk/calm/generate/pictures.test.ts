import { describe, expect, it } from 'vitest';
import { timedSteps } from '../activity';
import type { AnimationFile } from './animation-file';
import { PICTURES } from './calm-files';
import { activityOf } from './picture';

const KILOBYTE = 1000;
const COLOUR_PARTS = 4;

interface Keyframe {
	t: number;
	s: unknown;
	/** Stays as it is, and changes at once. */
	h?: 1;
}
interface Moving {
	/**
	 * The player's name of what moves: p(osition), s(ize), r(otation), o(pacity), e(nd of a line), ks (a path),
	 * tm (which pose).
	 */
	name: string;
	keyframes: Keyframe[];
	/** How many of its own frames pass in one frame where it is fastest, between two of its own. */
	fastest: (from: number, to: number) => number;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
const isMoving = (value: unknown): value is { k: Keyframe[] } =>
	isRecord(value) && value['a'] === 1 && Array.isArray(value['k']);

function found<Found>(
	part: unknown,
	pick: (name: string, value: unknown) => Found | undefined
): Found[] {
	if (!isRecord(part)) return [];
	return Object.entries(part).flatMap(([name, value]) => {
		const one = pick(name, value);
		return one === undefined ? found(value, pick) : [one];
	});
}

const numbersOf = (value: unknown): number[] =>
	typeof value === 'number'
		? [value]
		: isRecord(value)
			? Object.values(value).flatMap(numbersOf)
			: [];

const movingIn = (layers: unknown, fastest: Moving['fastest'] = () => FASTEST): Moving[] =>
	found(layers, (name, value) =>
		isMoving(value) ? { name, keyframes: value.k, fastest } : undefined
	);

/** The most that changes in one frame between two neighbouring keyframes. */
const changes = ({ keyframes, fastest }: Moving) =>
	keyframes.slice(1).map((next, n) => {
		const before = keyframes[n] ?? next;
		const from = numbersOf(before.s);
		const most = Math.max(...numbersOf(next.s).map((to, i) => Math.abs(to - (from[i] ?? to))));
		const frames = next.t - before.t;
		const inOneFrame = before.h ? most : (most / frames) * fastest(before.t, next.t);
		return { frames, at: before.t, inOneFrame };
	});

/** Share of the way in the fastest frame, for the slow in and out of a breath. */
const FASTEST = 1.8;

/** How fast a part goes through what lies between two frames of its poses. */
const throughPoses =
	(turns: Moving[], framesPerSecond: number): Moving['fastest'] =>
	(from, to) => {
		const rates = turns.flatMap(({ keyframes }) =>
			keyframes.slice(1).map((next, n) => {
				const before = keyframes[n] ?? next;
				const frames = [before, next]
					.flatMap(({ s }) => numbersOf(s))
					.map((pose) => pose * framesPerSecond);
				const [first, last] = [Math.min(...frames), Math.max(...frames)];
				const isThere = first < to && last > from;
				return isThere ? ((last - first) / (next.t - before.t)) * FASTEST : 0;
			})
		);
		return Math.max(0, ...rates);
	};

/** What moves, and in the poses too: those go as fast as their part goes from one to the next. */
const allMoving = ({ layers, assets, fr }: AnimationFile): Moving[] => [
	...movingIn(layers),
	...assets.flatMap(({ id, layers: poses }) => {
		const part = layers.find((layer) => layer.ty === 0 && layer.refId === id);
		const turns = movingIn(part).filter(({ name }) => name === 'tm');
		expect(turns.length, id).toBe(1);
		return movingIn(poses, throughPoses(turns, fr));
	})
];

/** The most in one frame, by what moves: percent, degrees, parts of the picture's 1600, poses. */
const SOFT: Record<string, number> = { o: 4, s: 6, e: 6, r: 4, p: 14, ks: 14, tm: 0.1 };

describe.each(Object.entries(PICTURES))('the moving picture %s', (name, picture) => {
	const activity = activityOf(picture);
	const file = picture.draw(activity);
	const moving = allMoving(file);

	it('lasts exactly as long as the steps', () => {
		expect(file.op / file.fr).toBe(timedSteps(activity).at(-1)?.endsAt);
		for (const { keyframes } of moving) {
			expect(keyframes[0]?.t).toBeGreaterThanOrEqual(0);
			expect(keyframes.at(-1)?.t).toBeLessThanOrEqual(file.op);
		}
	});

	it('is the same each time, and small', () => {
		const bytes = JSON.stringify(file);
		expect(JSON.stringify(picture.draw(activity))).toBe(bytes);
		expect(bytes.length).toBeLessThanOrEqual(25 * KILOBYTE);
		expect(bytes).not.toMatch(/null|NaN|\d\.\d{4}/);
	});

	it('moves softly: nothing jumps or flashes', () => {
		expect(moving.length, name).toBeGreaterThan(0);
		for (const one of moving)
			for (const { inOneFrame, frames, at } of changes(one)) {
				expect(frames, `${one.name} at ${at}`).toBeGreaterThan(0);
				expect(inOneFrame, `${one.name} at ${at}`).toBeLessThanOrEqual(SOFT[one.name] ?? 0);
			}
	});

	it('frightens nobody: it has no red', () => {
		const colours = found(file.layers, (key, value) =>
			key === 'c' && isRecord(value) ? numbersOf(value['k']) : undefined
		);
		expect(colours.length).toBeGreaterThan(0);
		for (const colour of colours) {
			expect(colour).toHaveLength(COLOUR_PARTS);
			const [red = 0, green = 0, blue = 0] = colour;
			expect(red - Math.max(green, blue), colour.join()).toBeLessThan(0.3);
		}
	});
});

const breathing = Object.entries(PICTURES).filter(
	([, picture]) => activityOf(picture).kind === 'breath'
);
describe.each(breathing)('the breath of %s', (_name, picture) => {
	it('turns exactly where its steps do', () => {
		const activity = activityOf(picture);
		const file = picture.draw(activity);
		const turns = new Set(allMoving(file).flatMap(({ keyframes }) => keyframes.map(({ t }) => t)));
		const breaths = timedSteps(activity).filter(({ cue }) => ['in', 'out'].includes(cue));
		expect(breaths.length).toBeGreaterThan(0);
		for (const { startsAt, endsAt } of breaths) {
			expect(turns).toContain(startsAt * file.fr);
			expect(turns).toContain(endsAt * file.fr);
		}
	});
});

describe('the moving pictures', () => {
	// Packed for the way to a tablet: a sixth of it.
	it('weigh little all together', () => {
		const bytes = Object.values(PICTURES).map(
			(picture) => JSON.stringify(picture.draw(activityOf(picture))).length
		);
		expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(400 * KILOBYTE);
	});
});
