import { describe, expect, it, vi } from 'vitest';
import { calmFaults } from '../calm-faults';
import { Howl, Howler } from './fake-howler';
import { Loudspeaker } from './loudspeaker';
import {
	arrive,
	howlOf,
	louder,
	makeSound,
	most,
	sound,
	soundForEach,
	turnOn,
	voicesOf
} from './sound-in-tests';

vi.mock('howler', async () => import('./fake-howler'));
soundForEach();

describe('sound in the calm space', () => {
	it('is off until it is chosen: nothing is loaded or played', () => {
		sound.bed('rain');
		sound.prepare(['chime-low']);
		sound.cue('chime-low');
		expect(sound.state).toBe('off');
		expect(Howl.held).toEqual([]);
	});

	it('plays the bed and each cue once it is on, no louder than is set', async () => {
		most.volume = 25;
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
		most.volume = 0;
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
		makeSound();
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
