import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calmFaults } from '../calm-faults';
import { CalmSound } from './calm-sound.svelte';
import { CALM_SOUNDS } from './calm-sounds';
import { Howl, Howler, quietAgain } from './fake-howler';
import { Loudspeaker } from './loudspeaker';

vi.mock('howler', async () => import('./fake-howler'));

const kept = new Map<string, string>();
const page = Object.assign(new EventTarget(), { hidden: false });
let ceiling = 100;
let sound: CalmSound;

beforeEach(() => {
	vi.useFakeTimers();
	quietAgain();
	kept.clear();
	page.hidden = false;
	ceiling = 100;
	vi.stubGlobal('document', page);
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	});
	sound = new CalmSound(() => ceiling);
});
afterEach(() => {
	sound.stop();
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

const LEAD = CALM_SOUNDS.sea.leadSeconds;
const howlOf = (name: string) => Howl.held.find(({ file }) => file === `/calm/${name}.wav`);
const voicesOf = (name: string) => [...(howlOf(name)?.voices.values() ?? [])];
const louder = () => Howler.masterGain.gain.value;

/** By a tap, with every file arriving that is asked for. */
async function turnOn() {
	sound.turnOn();
	await vi.advanceTimersByTimeAsync(0);
	arrive();
}
const arrive = () => Howl.held.forEach((howl) => howl.state() === 'loading' && howl.arrive());
const show = (hidden: boolean) => {
	page.hidden = hidden;
	page.dispatchEvent(new Event('visibilitychange'));
};
/** Both clocks go on; `behind`: the loudspeaker's by so much less. */
function pass(clock: { seconds: number }, seconds: number, behind = 0) {
	clock.seconds += seconds;
	Howler.ctx.currentTime += seconds - behind;
	vi.advanceTimersByTime(seconds * 1000);
}

describe('sound in the calm space', () => {
	it('is off until it is chosen: nothing is loaded or played', () => {
		sound.bed('rain');
		sound.prepare(['chime-low']);
		sound.cue('chime-low');
		expect(sound.state).toBe('off');
		expect(Howl.held).toEqual([]);
	});

	it('plays the bed and each cue once it is on, no louder than is set', async () => {
		ceiling = 25;
		sound.bed('rain');
		await turnOn();
		sound.cue('tick');
		arrive();
		expect(sound.state).toBe('on');
		expect(voicesOf('rain')).toMatchObject([{ sprite: 'round', volume: 0.25 }]);
		expect(voicesOf('tick')).toMatchObject([{ sprite: 'once', volume: 0.25 }]);
		expect(louder()).toBe(1);
	});

	it('has nothing to turn on where the ceiling is 0', async () => {
		ceiling = 0;
		sound.bed('rain');
		await turnOn();
		expect(sound.isOffered).toBe(false);
		expect(sound.state).toBe('off');
		expect(Howl.held).toEqual([]);
	});

	it('is unlocked by the very tap that turns it on, once the player is there', async () => {
		await Loudspeaker.load();
		const resume = vi.spyOn(Howler.ctx, 'resume');
		sound.turnOn();
		expect(resume).toHaveBeenCalledOnce();
	});

	it('is silent again when turned off, and goes on when turned on', async () => {
		sound.bed('rain');
		await turnOn();
		sound.turnOff();
		sound.cue('tick');
		expect(louder()).toBe(0);
		await vi.advanceTimersByTimeAsync(1000);
		expect(Howler.ctx.state).toBe('suspended');
		expect(howlOf('tick')).toBeUndefined();
		await turnOn();
		expect(louder()).toBe(1);
		expect(voicesOf('rain')).toHaveLength(1);
	});

	it('plays a cue whose file was late only while it still says what is so', async () => {
		await turnOn();
		sound.cue('tick');
		sound.cue('chime-low');
		await vi.advanceTimersByTimeAsync(300);
		howlOf('chime-low')?.arrive();
		expect(voicesOf('chime-low')).toHaveLength(1);
		sound.cue('chime-mid');
		await vi.advanceTimersByTimeAsync(500);
		howlOf('chime-mid')?.arrive();
		expect(voicesOf('chime-mid')).toHaveLength(0);
	});

	it('has the cues ready that an activity will need', async () => {
		sound.prepare(['tick', 'beat']);
		await turnOn();
		expect(howlOf('tick')?.state()).toBe('loaded');
		expect(howlOf('beat')?.state()).toBe('loaded');
	});
});

describe('what is broken', () => {
	it('a missing file ends the sound, not the visit, and is told to grown-ups', async () => {
		Howl.broken.add('/calm/rain.wav');
		sound.bed('rain');
		await turnOn();
		expect(sound.state).toBe('unavailable');
		expect(sound.isOffered).toBe(false);
		expect(calmFaults(localStorage)).toEqual(['rain.wav']);
		sound.cue('tick');
		sound.pause();
		sound.goOn();
		sound.turnOn();
		expect(sound.state).toBe('unavailable');
		expect(howlOf('tick')).toBeUndefined();
	});

	it('is told no more once the file has come', async () => {
		Howl.broken.add('/calm/rain.wav');
		sound.bed('rain');
		await turnOn();
		Howl.broken.clear();
		sound = new CalmSound(() => ceiling);
		sound.bed('rain');
		await vi.advanceTimersByTimeAsync(1000);
		await turnOn();
		expect(sound.state).toBe('on');
		expect(calmFaults(localStorage)).toEqual([]);
	});

	it('a browser without WebAudio has no sound', async () => {
		Howler.usingWebAudio = false;
		await turnOn();
		expect(sound.state).toBe('unavailable');
		expect(calmFaults(localStorage)).toEqual(['web-audio']);
	});

	it('a sound that this version does not have is silent', async () => {
		await turnOn();
		sound.bed('whales');
		sound.cue('gong');
		expect(sound.state).toBe('on');
		expect(Howl.held).toEqual([]);
		expect(calmFaults(localStorage)).toEqual(['gong.wav', 'whales.wav']);
	});
});

describe('an interruption', () => {
	it('is taken up at the next tap', async () => {
		sound.bed('rain');
		await turnOn();
		Howler.ctx.refuses = true;
		Howler.ctx.become('interrupted');
		expect(louder()).toBe(0);
		page.dispatchEvent(new Event('click'));
		await vi.advanceTimersByTimeAsync(0);
		expect(Howler.ctx.state).toBe('interrupted');
		Howler.ctx.refuses = false;
		page.dispatchEvent(new Event('click'));
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
		page.dispatchEvent(new Event('click'));
		expect(Howler.ctx.state).toBe('suspended');
		sound.goOn();
		expect(Howler.ctx.state).toBe('running');
		sound.stop();
		await vi.advanceTimersByTimeAsync(1000);
		page.dispatchEvent(new Event('click'));
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

describe('memory', () => {
	it('holds nothing of an activity that is over, twenty times in a row', async () => {
		for (let round = 0; round < 20; round += 1) {
			sound.bed(round % 2 ? 'rain' : 'stream');
			sound.prepare(['tick']);
			await turnOn();
			sound.cue('chime-low');
			arrive();
			expect(Howl.held).toHaveLength(3);
			sound.stop();
			await vi.advanceTimersByTimeAsync(1000);
			expect(Howl.held).toEqual([]);
			expect(vi.getTimerCount()).toBe(0);
		}
	});

	it('frees the bed before when another is made', async () => {
		sound.bed('rain');
		await turnOn();
		sound.bed('sea');
		arrive();
		await vi.advanceTimersByTimeAsync(1000);
		expect(Howl.held.map(({ file }) => file)).toEqual(['/calm/sea.wav']);
		expect(voicesOf('sea')).toHaveLength(1);
	});
});

describe('a cue for the hand', () => {
	it('comes where sound is on, and is missed by nobody where the tablet cannot', async () => {
		const vibrate = vi.fn();
		vi.stubGlobal('navigator', { vibrate });
		sound.vibrate(50);
		expect(vibrate).not.toHaveBeenCalled();
		await turnOn();
		sound.vibrate(50);
		expect(vibrate).toHaveBeenCalledExactlyOnceWith(50);
		vi.stubGlobal('navigator', {});
		expect(() => sound.vibrate(50)).not.toThrow();
	});
});
