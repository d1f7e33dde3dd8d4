import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CALM_SOUNDS } from './calm-sounds';
import { Howler } from './fake-howler';
import {
	arrive,
	louder,
	pass,
	show,
	sound,
	soundForEach,
	tapPage,
	turnOn,
	voicesOf
} from './sound-in-tests';

vi.mock('howler', async () => import('./fake-howler'));
soundForEach();

const LEAD = CALM_SOUNDS.sea.leadSeconds;

describe('an interruption', () => {
	it('is taken up at the next tap', async () => {
		sound.bed('rain');
		await turnOn();
		Howler.ctx.refuses = true;
		Howler.ctx.become('interrupted');
		expect(louder()).toBe(0);
		tapPage();
		await vi.advanceTimersByTimeAsync(0);
		expect(Howler.ctx.state).toBe('interrupted');
		Howler.ctx.refuses = false;
		tapPage();
		expect(Howler.ctx.state).toBe('running');
		expect(louder()).toBe(1);
		expect(voicesOf('rain')).toHaveLength(1);
	});

	it('ends when the tab is shown again, and nobody hears a hidden one', async () => {
		sound.bed('rain');
		await turnOn();
		show(true);
		sound.cue('tick');
		await vi.advanceTimersByTimeAsync(1000);
		expect(Howler.ctx.state).toBe('suspended');
		show(false);
		arrive();
		expect(Howler.ctx.state).toBe('running');
		expect(louder()).toBe(1);
		expect(voicesOf('tick')).toHaveLength(0);
	});

	it('leaves alone what is off or paused', async () => {
		await turnOn();
		sound.pause();
		await vi.advanceTimersByTimeAsync(1000);
		show(true);
		show(false);
		tapPage();
		expect(Howler.ctx.state).toBe('suspended');
		sound.goOn();
		expect(Howler.ctx.state).toBe('running');
		sound.stop();
		await vi.advanceTimersByTimeAsync(1000);
		tapPage();
		expect(Howler.ctx.state).toBe('suspended');
	});
});

describe('the bed of an activity with a clock', () => {
	const clock = { seconds: 0 };
	beforeEach(async () => {
		clock.seconds = 20.5;
		Howler.ctx.outputLatency = 0.1;
		sound.bed('sea', () => clock.seconds);
		await turnOn();
	});

	it('begins where its clock is, and as much earlier as the tablet is late', () => {
		expect(voicesOf('sea')[0]?.seek).toBeCloseTo(LEAD + 4.6, 5);
	});

	it('is left alone while it is in step, round after round', () => {
		const [first] = voicesOf('sea');
		for (let look = 0; look < 200; look += 1) pass(clock, 0.25);
		expect(voicesOf('sea')).toEqual([first]);
	});

	it('finds its place when it has fallen behind by more than anybody notices', () => {
		pass(clock, 0.25, 0.06);
		pass(clock, 0.25);
		pass(clock, 0.25);
		expect(voicesOf('sea')).toHaveLength(1);
		expect(voicesOf('sea')[0]?.seek).toBeCloseTo(LEAD + ((clock.seconds + 0.1) % 16), 5);
	});

	it('does not jump for a clock that was read wrongly once', () => {
		const [first] = voicesOf('sea');
		pass(clock, 0.25, 0.06);
		pass(clock, 0.25, -0.06);
		pass(clock, 1);
		expect(voicesOf('sea')).toEqual([first]);
	});

	it('stands still with its clock, and goes on with it', async () => {
		sound.pause();
		expect(louder()).toBe(0);
		await vi.advanceTimersByTimeAsync(5000);
		expect(Howler.ctx.state).toBe('suspended');
		clock.seconds += 0.2;
		sound.goOn();
		expect(louder()).toBe(1);
		expect(voicesOf('sea')).toHaveLength(1);
		expect(voicesOf('sea')[0]?.seek).toBeCloseTo(LEAD + ((clock.seconds + 0.1) % 16), 5);
	});
});
