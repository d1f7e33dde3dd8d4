import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { activityNamed } from '$lib/content/activities';
import { Heard } from './heard';
import type { Moment, Player } from './player.svelte';
import { timedSteps } from '$lib/domain/activity';

const said: string[] = [];
vi.mock('../read-aloud/voice', () => ({
	say: async ({ text }: { text: string }) => {
		said.push(text);
		return true;
	}
}));

/** As a player stands in a step of an activity. */
function at(id: string, index: number, more: Partial<Player> = {}) {
	const activity = activityNamed(id);
	const steps = timedSteps(activity);
	const step = steps[index];
	if (!step) throw new Error(`${id} has no step ${index}`);
	const player = { steps, onlyWatched: false, seconds: step.startsAt, ...more } as Player;
	const moment: Moment = { seconds: step.startsAt, step, index };
	return { activity, player, moment };
}

function hearing(state: 'on' | 'off' = 'on') {
	const heard = new Heard(() => ({
		language: 'en',
		volume: 100,
		recording: async () => null
	}));
	const cue = vi.spyOn(heard.sound, 'cue').mockImplementation(() => undefined);
	const bed = vi.spyOn(heard.sound, 'bed').mockImplementation(() => undefined);
	const pulse = vi.spyOn(heard.sound, 'vibrate').mockImplementation(() => undefined);
	vi.spyOn(heard.sound, 'prepare').mockImplementation(() => undefined);
	vi.spyOn(heard.sound, 'goOn').mockImplementation(() => undefined);
	vi.spyOn(heard.sound, 'state', 'get').mockReturnValue(state);
	const play = (id: string, index: number, more: Partial<Player> = {}) => {
		const { activity, player, moment } = at(id, index, more);
		heard.begin(activity, player, null);
		heard.step(moment, player);
		vi.runAllTimers();
		return { player, moment };
	};
	return { heard, cue, bed, pulse, play };
}

beforeEach(() => {
	said.length = 0;
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

describe('what is heard of an activity', () => {
	it('is a chime, a pulse and the words at the first breaths', () => {
		const { cue, pulse, play } = hearing();
		play('flower-candle', 1);
		expect(cue).toHaveBeenCalledWith('chime-low');
		expect(pulse).toHaveBeenCalledOnce();
		expect(said).toEqual(['Smell the flower']);
	});

	it('is no word of the third breath, nor of what is too short to be said', () => {
		const { play } = hearing();
		play('flower-candle', 3);
		play('flower-candle', 7);
		expect(said).toEqual([]);
	});

	it('is no word for a child who only watches', () => {
		const { play } = hearing();
		play('flower-candle', 1, { onlyWatched: true });
		expect(said).toEqual([]);
	});

	it('is nothing at all until sound is chosen', () => {
		const { cue, pulse, play } = hearing('off');
		play('flower-candle', 1);
		expect(cue).not.toHaveBeenCalled();
		expect(pulse).not.toHaveBeenCalled();
		expect(said).toEqual([]);
	});

	it('is a beat once a second, however often the picture moves', () => {
		const { heard, cue, play } = hearing();
		const tapping = activityNamed('self-cwtch').steps.findIndex(({ cue: one }) => one === 'tap');
		const { moment } = play('self-cwtch', tapping);
		for (let ms = 0; ms < 3_000; ms += 16)
			heard.moment({ ...moment, seconds: moment.step.startsAt + ms / 1000 });
		expect(cue.mock.calls).toEqual([['beat'], ['beat'], ['beat']]);
	});
});

describe('a voice', () => {
	it('waits until the moment it speaks of is drawn, and is silent when that is over', () => {
		const { heard, pulse } = hearing();
		const { activity, player, moment } = at('flower-candle', 1);
		heard.begin(activity, player, null);
		heard.step(moment, player);
		expect(said).toEqual([]);
		heard.pause();
		vi.runAllTimers();
		expect(said).toEqual([]);
		expect(pulse).not.toHaveBeenCalled();
	});
});

describe('what is heard under it', () => {
	it('begins its swell with the first breath in', () => {
		const { bed, play } = hearing();
		play('balloon', 1);
		const [name, clock] = bed.mock.lastCall ?? [];
		expect(name).toBe('sea');
		expect(clock?.()).toBe(0);
	});

	it('runs by itself where no breath goes with it, and is none where there is none', () => {
		const { bed, play } = hearing();
		play('dragon', 0);
		expect(bed).toHaveBeenLastCalledWith('brown', undefined);
		play('square', 0);
		expect(bed).toHaveBeenLastCalledWith(null, undefined);
	});
});
