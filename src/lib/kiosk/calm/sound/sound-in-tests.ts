// The sound of a tablet whose files, clocks and interruptions a test decides. Never imported by the app; a test
// that uses it mocks howler with `fake-howler`.
import { afterEach, beforeEach, vi } from 'vitest';
import { CalmSound } from './calm-sound.svelte';
import { Howl, Howler, quietAgain } from './fake-howler';

const kept = new Map<string, string>();
const page = Object.assign(new EventTarget(), { hidden: false });

/** In per cent. */
export const most = { volume: 100 };
export let sound: CalmSound;

/** As when the calm space is opened again. */
export function makeSound(): void {
	sound = new CalmSound(() => most.volume);
}

/** For the head of a test file. */
export function soundForEach(): void {
	beforeEach(() => {
		vi.useFakeTimers();
		quietAgain();
		kept.clear();
		page.hidden = false;
		most.volume = 100;
		vi.stubGlobal('document', page);
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
			removeItem: (key: string) => void kept.delete(key)
		});
		makeSound();
	});
	afterEach(() => {
		sound.stop();
		vi.useRealTimers();
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
	});
}

export const howlOf = (name: string) => Howl.held.find(({ file }) => file === `/calm/${name}.wav`);
export const voicesOf = (name: string) => [...(howlOf(name)?.voices.values() ?? [])];
export const louder = () => Howler.masterGain.gain.value;

/** By a tap, with every file arriving that is asked for. */
export async function turnOn(): Promise<void> {
	sound.turnOn();
	await vi.advanceTimersByTimeAsync(0);
	arrive();
}
export const arrive = () =>
	Howl.held.forEach((howl) => howl.state() === 'loading' && howl.arrive());
export const show = (hidden: boolean) => {
	page.hidden = hidden;
	page.dispatchEvent(new Event('visibilitychange'));
};
/** As a finger does that touches anything. */
export const tapPage = () => page.dispatchEvent(new Event('click'));
/** Both clocks go on; `behind`: the loudspeaker's by so much less. */
export function pass(clock: { seconds: number }, seconds: number, behind = 0): void {
	clock.seconds += seconds;
	Howler.ctx.currentTime += seconds - behind;
	vi.advanceTimersByTime(seconds * 1000);
}
