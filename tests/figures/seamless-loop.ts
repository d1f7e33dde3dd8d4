// Whether anybody can hear where the loops of the calm space come round, from the files as the app serves
// them, decoded and played by the browser.
import { chromium, type Page } from '@playwright/test';
import { CALM_SOUNDS, type CalmSoundFile } from '$lib/kiosk/calm/sound/calm-sounds';
import { AppServer } from '../support/app-server';
import { launchOptions } from '../support/browser';
import { rounded, type Figure } from '../support/figure';
import { isHeard, joinOf, withFault, type Join } from './support/loop-join';

const LOOPS = ['brown', 'rain', 'sea', 'stream'] as const;
/** Of the audio hardware: the browser brings the files to it. */
const RATES = [44_100, 48_000];

export const figure: Figure = {
	name: 'seamless-loop',
	promise: 'Rain, sea, stream and brown noise go round and nobody hears where.',
	unit: 'ranks among all moments of 20 ms of the loop, each against the tenth of a second on both sides: the largest jump, energy and spectral flux of the join (worst of all loops at 44.1 and 48 kHz), the quietest eighth of it (least), and its energy as a share of the loudest moment; turnsDiffer: largest difference between two turns; faultsFound: of joins with a hole of 5 ms and with a click, made on purpose',
	target:
		'no rank above 0.998, least not below 0.002, the join no louder than the loudest moment, both turns the same to 0.0001, all faults found',
	tries: LOOPS.length * RATES.length,
	async run({ say }) {
		const server = await AppServer.prepare();
		const browser = await chromium.launch(launchOptions());
		const joins: Join[] = [];
		let turnsDiffer = 0;
		let faults = 0;
		let found = 0;
		try {
			await server.start();
			const page = await browser.newPage();
			await page.goto(`${server.origin}/kiosk`);
			for (const name of LOOPS) {
				for (const rate of RATES) {
					const sound = CALM_SOUNDS[name];
					const turns = await twoTurns(page, sound, rate);
					const join = joinOf(turns, rate, sound.seconds);
					joins.push(join);
					const differ = largestDifference(turns, Math.round(sound.seconds * rate));
					turnsDiffer = Math.max(turnsDiffer, differ);
					for (const change of [() => 0, (sample: number) => sample + 0.15]) {
						const faulty = withFault(turns, rate, sound.seconds, change);
						faults += 1;
						if (isHeard(joinOf(faulty, rate, sound.seconds))) found += 1;
					}
					say(`${name} at ${rate}: ${JSON.stringify({ ...join, differ })}`);
				}
			}
		} finally {
			await browser.close();
			await server.remove();
		}
		const most = (of: keyof Join) => rounded(Math.max(...joins.map((join) => join[of])));
		return {
			measured: {
				jump: most('jump'),
				energy: most('energy'),
				flux: most('flux'),
				least: rounded(Math.min(...joins.map(({ least }) => least))),
				ofLoudest: most('ofLoudest'),
				turnsDiffer: rounded(turnsDiffer),
				faultsFound: `${found} of ${faults}`
			},
			tries: joins.length,
			holds: !joins.some(isHeard) && turnsDiffer <= 0.0001 && found === faults
		};
	}
};

/** As the tablet plays it: from where the sound begins, round and round. */
async function twoTurns(page: Page, sound: CalmSoundFile, rate: number): Promise<Float32Array> {
	const played = await page.evaluate(
		async ({ file, leadSeconds, seconds, rate }) => {
			const answer = await fetch(file);
			if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
			const context = new OfflineAudioContext(1, Math.round(2 * seconds * rate), rate);
			const source = context.createBufferSource();
			source.buffer = await context.decodeAudioData(await answer.arrayBuffer());
			source.loop = true;
			source.loopStart = leadSeconds;
			source.loopEnd = leadSeconds + seconds;
			source.connect(context.destination);
			source.start(0, leadSeconds);
			const heard = await context.startRendering();
			const bytes = new Uint8Array(heard.getChannelData(0).buffer);
			let text = '';
			for (let at = 0; at < bytes.length; at += 0x8000)
				text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
			return btoa(text);
		},
		{ ...sound, rate }
	);
	const bytes = Buffer.from(played, 'base64');
	return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

function largestDifference(turns: Float32Array, round: number): number {
	let most = 0;
	for (let n = 0; n + round < turns.length; n += 1)
		most = Math.max(most, Math.abs((turns[n] ?? 0) - (turns[n + round] ?? 0)));
	return most;
}
