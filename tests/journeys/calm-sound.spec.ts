// The sound of the calm space in a real browser: in step with the breath, back after an interruption, and
// never in the way.
import { CalmSoundPage } from '../support/calm-sound-page';
import { expect, test } from '../support/journey';

// A file that is missing must be missing.
test.use({ serviceWorkers: 'block' });
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** Picture and sound are one to whoever sees and hears them. */
const MOST_APART_MS = 40;

test('the sea keeps step with its clock: when it moves, after a pause and after a call', async ({
	page,
	server,
	school: _school
}) => {
	const sound = await CalmSoundPage.open(page, server);
	await sound.bed('sea');
	expect(await sound.state()).toBe('off');
	await sound.tap();
	expect(await sound.state()).toBe('on');
	await expect.poll(sound.contextState).toBe('running');
	const isInStep = async (why: string) =>
		expect
			.poll(async () => Math.abs((await sound.apartMs('sea')) ?? Infinity), why)
			.toBeLessThanOrEqual(MOST_APART_MS);
	await isInStep('from the beginning');
	await sound.putClockForward(1.3);
	await isInStep('after the clock was moved');

	await sound.pause();
	await expect.poll(sound.contextState).toBe('suspended');
	await sound.tap();
	expect(await sound.contextState(), 'paused, whatever is tapped').toBe('suspended');
	await sound.goOn();
	await isInStep('after a pause');

	await sound.interrupt();
	await sound.tap();
	await expect.poll(sound.contextState, 'at the next tap').toBe('running');
	await isInStep('after an interruption');

	await sound.stop();
	await expect.poll(sound.held).toBe(0);
	await expect.poll(sound.contextState).toBe('suspended');
});

test('a missing file, or a browser that refuses, leaves the visit without sound', async ({
	page,
	server,
	school: _school
}) => {
	const thrown: string[] = [];
	page.on('pageerror', ({ message }) => thrown.push(message));
	await page.route('**/calm/rain.wav', (route) => route.fulfill({ status: 404 }));
	await page.route('**/calm/stream.wav', (route) => route.abort());
	for (const bed of ['rain', 'stream'] as const) {
		const sound = await CalmSoundPage.open(page, server);
		await sound.bed(bed);
		await sound.tap();
		await expect.poll(sound.state).toBe('unavailable');
		expect(await sound.faults()).toContain(`${bed}.wav`);
	}
	await page.addInitScript(() => {
		Object.assign(window, { AudioContext: undefined, webkitAudioContext: undefined });
	});
	const sound = await CalmSoundPage.open(page, server);
	await sound.tap();
	await expect.poll(sound.state).toBe('unavailable');
	expect(await sound.faults()).toContain('web-audio');
	expect(thrown).toEqual([]);
});
