// The sound of the calm space in a page of the app, without the screens around it: what the browser really
// plays, and when.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { CalmSound } from '$lib/kiosk/calm/sound/calm-sound.svelte';
import { CALM_SOUNDS, type CalmSoundName } from '$lib/kiosk/calm/sound/calm-sounds';
import { build } from 'vite';
import type { AppServer } from './app-server';

const ROOT = resolve(import.meta.dirname, '../..');

/** What the page has once the script is in it. */
interface Sounding {
	calm: typeof import('$lib/kiosk/calm/sound/calm-sound.svelte');
	Howler: typeof import('howler').Howler & { _howls: unknown[] };
	sound: CalmSound;
	analyser: AnalyserNode;
	/** Seconds by which the clock of the activity was put forward. */
	forward: number;
}
declare const globalThis: Sounding & typeof window;

let script: Promise<string> | null = null;

async function bundled(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false })],
		resolve: { alias: { $lib: resolve(ROOT, 'src/lib') } },
		build: {
			write: false,
			minify: false,
			lib: {
				entry: resolve(ROOT, 'src/lib/kiosk/calm/sound/calm-sound.svelte.ts'),
				formats: ['iife'],
				name: 'calm'
			}
		}
	});
	const [bundle] = [built].flat();
	if (!bundle || !('output' in bundle)) throw new Error('The sound was not bundled.');
	return `${bundle.output[0].code}\nglobalThis.calm = calm;`;
}

export class CalmSoundPage {
	private constructor(readonly page: Page) {}

	/** With sound off. */
	static async open(page: Page, server: AppServer): Promise<CalmSoundPage> {
		script ??= bundled();
		await page.addInitScript({ content: await script });
		await page.goto(`${server.origin}/kiosk`);
		await page.evaluate(() => {
			globalThis.forward = 0;
			globalThis.sound = new globalThis.calm.CalmSound(() => 100);
			// A tap of its own, which belongs to no screen.
			document.body.addEventListener('pointerup', () => globalThis.sound.turnOn(), { once: true });
		});
		return new CalmSoundPage(page);
	}

	/** By a real tap, where nothing else is to be tapped. */
	async tap(): Promise<void> {
		await this.page.mouse.click(2, 2);
	}

	async bed(name: CalmSoundName): Promise<void> {
		await this.page.evaluate(
			(name) => globalThis.sound.bed(name, () => performance.now() / 1000 + globalThis.forward),
			name
		);
	}

	async putClockForward(seconds: number): Promise<void> {
		await this.page.evaluate((seconds) => (globalThis.forward += seconds), seconds);
	}

	state = () => this.page.evaluate(() => globalThis.sound.state);
	contextState = () => this.page.evaluate(() => globalThis.Howler.ctx?.state);
	faults = () => this.page.evaluate(() => localStorage.getItem('calm-faults'));
	/** How many sounds are loaded or loading. */
	held = () => this.page.evaluate(() => globalThis.Howler._howls.length);

	/** As a call does, or another app that takes the tablet's sound. */
	async interrupt(): Promise<void> {
		await this.page.evaluate(() => globalThis.Howler.ctx.suspend());
	}
	pause = () => this.page.evaluate(() => globalThis.sound.pause());
	goOn = () => this.page.evaluate(() => globalThis.sound.goOn());
	stop = () => this.page.evaluate(() => globalThis.sound.stop());

	/**
	 * By how much what the loudspeaker gets is ahead of the clock, in ms, found by comparing it with the file
	 * wave by wave; `null` where it is not that part of the file at all.
	 */
	apartMs(name: CalmSoundName): Promise<number | null> {
		return this.page.evaluate(async ({ file, leadSeconds, seconds }) => {
			const { Howler, forward } = globalThis;
			const { ctx } = Howler;
			const answer = await fetch(file);
			const wave = (await ctx.decodeAudioData(await answer.arrayBuffer())).getChannelData(0);
			globalThis.analyser ??= new AnalyserNode(ctx, { fftSize: 16_384 });
			const { analyser } = globalThis;
			Howler.masterGain.connect(analyser);
			await new Promise((done) => setTimeout(done, 600));
			const heard = new Float32Array(analyser.fftSize);
			analyser.getFloatTimeDomainData(heard);
			const clock = performance.now() / 1000 + forward;
			const ends = leadSeconds + ((clock + ctx.outputLatency) % seconds);
			const round = Math.round(seconds * ctx.sampleRate);
			const first = Math.round(leadSeconds * ctx.sampleRate);
			const expected = Math.round(ends * ctx.sampleRate) - heard.length;
			const widest = Math.round(0.15 * ctx.sampleRate);
			let best = { alike: 0, by: 0 };
			for (let by = -widest; by <= widest; by += 4) {
				let [product, own, other] = [0, 0, 0];
				for (let n = 0; n < heard.length; n += 2) {
					const at = first + ((((expected + by + n - first) % round) + round) % round);
					const sample = wave[at] ?? 0;
					product += sample * (heard[n] ?? 0);
					own += sample * sample;
					other += (heard[n] ?? 0) ** 2;
				}
				const alike = product / Math.sqrt(own * other);
				if (alike > best.alike) best = { alike, by };
			}
			return best.alike > 0.7 ? (best.by / ctx.sampleRate) * 1000 : null;
		}, CALM_SOUNDS[name]);
	}
}
