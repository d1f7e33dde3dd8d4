import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActivityStep } from '$lib/domain/activity';
import { Player, type Moment } from './player.svelte';

/** The browser's clock and frames, as far as a player needs them: time moves with `pass` only. */
let now = 0;
let frames = new Map<number, () => void>();
let asked = 0;

class StandInAnimation {
	playState = 'idle';
	#startedAt = 0;
	#held = 0;
	get currentTime(): number {
		return this.playState === 'running' ? now - this.#startedAt : this.#held;
	}
	set currentTime(ms: number) {
		this.#held = ms;
		this.#startedAt = now - ms;
	}
	play() {
		if (this.playState === 'running') return;
		this.#startedAt = now - this.#held;
		this.playState = 'running';
	}
	pause() {
		this.#held = this.currentTime;
		this.playState = 'paused';
	}
	cancel() {
		this.#held = 0;
		this.playState = 'idle';
	}
}

beforeEach(() => {
	now = 0;
	frames = new Map();
	vi.stubGlobal('Animation', StandInAnimation);
	vi.stubGlobal('KeyframeEffect', function KeyframeEffect() {});
	vi.stubGlobal('requestAnimationFrame', (work: () => void) => {
		frames.set(++asked, work);
		return asked;
	});
	vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
});
afterEach(() => vi.unstubAllGlobals());

const FRAME_MS = 16;
/** A frame of a usual screen, in seconds. */
const SEEN_AFTER = 1 / 60;
function pass(seconds: number, frameMs = FRAME_MS): void {
	const until = now + seconds * 1000;
	while (now < until) {
		now = Math.min(until, now + frameMs);
		const due = [...frames.values()];
		frames.clear();
		for (const work of due) work();
	}
}

const step = (cue: string, seconds: number, more: Partial<ActivityStep> = {}): ActivityStep => ({
	cue,
	seconds,
	say: { en: cue, cy: cue },
	...more
});
const BREATH = [step('intro', 2), step('in', 3), step('out', 4), step('in', 3), step('out', 4)];

function playing(steps: ActivityStep[]) {
	const begun: string[] = [];
	const player = new Player(steps, (moment) => begun.push(moment.step.cue));
	player.start();
	return { player, begun };
}

describe('steps with a time', () => {
	it('follow the clock, and then it is over', () => {
		const { player, begun } = playing(BREATH);
		expect(player.step?.cue).toBe('intro');
		pass(2.1);
		expect(player.step?.cue).toBe('in');
		expect(player.rounds).toEqual({ begun: 1, all: 2 });
		pass(13.8);
		expect(player.state).toBe('playing');
		pass(0.2);
		expect(player.state).toBe('over');
		expect(begun).toEqual(['intro', 'in', 'out', 'in', 'out']);
		expect(frames.size).toBe(0);
	});

	it('are at the right place after frames that did not come', () => {
		const { player, begun } = playing(BREATH);
		pass(10, 5_000);
		expect(player.step?.cue).toBe('in');
		expect(player.rounds.begun).toBe(2);
		expect(begun).toEqual(['intro', 'in', 'out', 'in']);
	});

	it('tell where they are when a picture is seen, and a new listener at once', () => {
		const { player } = playing(BREATH);
		pass(3);
		const seen: number[] = [];
		const end = player.follow(({ seconds }) => seen.push(seconds));
		expect(seen).toEqual([3]);
		pass(0.032);
		expect(seen).toHaveLength(3);
		expect(seen[1]).toBeCloseTo(3.016 + SEEN_AFTER);
		expect(seen[2]).toBeCloseTo(3.032 + SEEN_AFTER);
		end();
		pass(0.1);
		expect(seen).toHaveLength(3);
	});

	it('begin with the frame that is seen once they are due, and never look back', () => {
		const { player } = playing(BREATH);
		const seen: (Moment & { at: number })[] = [];
		player.follow((moment) => seen.push({ ...moment, at: now / 1000 }));
		pass(3);
		const first = seen.find(({ step }) => step.cue === 'in');
		expect(first?.at).toBeLessThan(2);
		expect(first?.at).toBeGreaterThanOrEqual(2 - SEEN_AFTER);
		expect(seen.every(({ seconds, step }) => seconds >= step.startsAt)).toBe(true);
	});

	it('stay begun when a pause comes before they are due', () => {
		const { player } = playing(BREATH);
		const seen: Moment[] = [];
		player.follow((moment) => seen.push(moment));
		pass(1.985);
		expect(player.step?.cue).toBe('in');
		player.pause();
		player.goOn();
		expect(seen.at(-1)).toMatchObject({ seconds: 2, step: { cue: 'in' } });
	});

	it('stand still in a pause and go on where they were', () => {
		const { player } = playing(BREATH);
		pass(3);
		player.pause();
		pass(60);
		expect(player.seconds).toBe(3);
		expect(frames.size).toBe(0);
		player.goOn();
		pass(1.9);
		expect(player.step?.cue).toBe('in');
		pass(0.2);
		expect(player.step?.cue).toBe('out');
	});

	it('begin again', () => {
		const { player } = playing(BREATH);
		pass(20);
		expect(player.state).toBe('over');
		player.start();
		expect(player.step?.cue).toBe('intro');
		pass(16.1);
		expect(player.state).toBe('over');
	});
});

describe('steps that wait', () => {
	const FIND = [step('intro', 1), step('tap3', 20, { waits: 'next', count: 3 }), step('end', 2)];

	it('wait for ever, and cost nothing meanwhile', () => {
		const { player } = playing(FIND);
		pass(1_000);
		expect(player.isWaiting).toBe(true);
		expect(player.step?.cue).toBe('tap3');
		expect(player.seconds).toBe(21);
		expect(frames.size).toBe(0);
		player.next();
		expect(player.step?.cue).toBe('end');
		pass(2.1);
		expect(player.state).toBe('over');
	});

	it('end when all is found, also before their time', () => {
		const { player } = playing(FIND);
		pass(3);
		player.find();
		player.find();
		expect(player.found).toBe(2);
		player.find();
		expect(player.step?.cue).toBe('end');
		expect(player.found).toBe(0);
		player.find();
		expect(player.found).toBe(0);
		pass(2.1);
		expect(player.state).toBe('over');
	});

	const JAR = [step('tap', 6, { waits: 'touch' }), step('settle', 10)];

	it('do not wait for whoever only watches', () => {
		const { player } = playing(JAR);
		player.onlyWatched = true;
		pass(6.1);
		expect(player.step?.cue).toBe('settle');
	});

	it('go on at once when a child says so while it waits', () => {
		const { player } = playing(JAR);
		pass(30);
		expect(player.isWaiting).toBe(true);
		player.onlyWatched = true;
		expect(player.step?.cue).toBe('settle');
	});

	it('can be left out while paused, and the pause stays', () => {
		const { player } = playing(JAR);
		pass(1);
		player.pause();
		player.next();
		expect(player.state).toBe('paused');
		expect(player.step?.cue).toBe('settle');
		pass(30);
		expect(player.step?.cue).toBe('settle');
	});

	it('are over after the last, also while paused', () => {
		const { player } = playing(JAR);
		player.pause();
		player.next();
		player.next();
		expect(player.state).toBe('over');
	});
});

it('runs nothing after it was stopped', () => {
	const { player } = playing(BREATH);
	let told = 0;
	player.follow(() => (told += 1));
	player.stop();
	pass(20);
	expect(told).toBe(1);
	expect(player.state).toBe('over');
});
