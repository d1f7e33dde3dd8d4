// How long a child waits whose visit has a minute of sound in it: a hundred times as much as other visits.
import type { Page } from '@playwright/test';
import {
	MOST_SOUND_BYTES,
	MOST_SOUND_MS,
	NO_WORDS,
	packChildWords
} from '$lib/crossing/child-words';
import { ChildWordsOnKiosk, FAKE_MICROPHONE } from '../support/child-words';
import { median, percentile, rounded, type Figure } from '../support/figure';
import { KioskPage } from '../support/kiosk-page';
import { checkIn, EngineRoom } from './support/engine-room';
import { tapByFinger } from './support/finger';
import { keptAfter, shownNext, watchKeeping } from './support/in-page-clock';
import { InstalledKiosk } from './support/installed-kiosk';
import { takesTaps } from '../support/takes-taps';
import { visitUntilOffer } from './support/visits';

const SLOW_DOWN = 4;
const MOST_MS = 500;
const SHARE = 0.98;
const KEPT_A_START = 5;
/** By a microphone, a minute each. */
const RECORDED_VISITS = 2;

declare global {
	interface Window {
		cwtchRecordedBytes?: number;
	}
}

export const figure: Figure = {
	name: 'keep-recording',
	promise:
		'A minute of a child’s voice is sealed and on the tablet’s disk before the child has let go.',
	unit: `ms from the last tap of a visit with ${MOST_SOUND_MS / 1000} s recorded by the screens until it is committed (recorded), and from handing over as much sound as is ever kept (${MOST_SOUND_BYTES} bytes) until the page is told, the first after each start counted (kept); processor slowed ${SLOW_DOWN} times`,
	target: `kept p98 and every recorded one in ${MOST_MS} ms`,
	tries: 40,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'class', flags: FAKE_MICROPHONE });
		try {
			const { pupilId } = kiosk.school.child;
			const kept: number[] = [];
			while (kept.length < tries) {
				const page = await kiosk.tablet.page(SLOW_DOWN);
				const many = Math.min(KEPT_A_START, tries - kept.length);
				kept.push(...(await keepSounds(page, kiosk, pupilId, many)));
				await page.close();
			}
			say(`kept: median ${rounded(median(kept))} ms, p98 ${rounded(percentile(kept, SHARE))}`);
			await kiosk.server.kill();
			const recorded: { ms: number; bytes: number }[] = [];
			while (recorded.length < RECORDED_VISITS) {
				const visit = await recordedVisit(kiosk);
				recorded.push(visit);
				say(`recorded: ${visit.bytes} bytes, kept after ${rounded(visit.ms)} ms`);
			}
			const slowest = Math.max(...recorded.map(({ ms }) => ms));
			const keptP98 = percentile(kept, SHARE);
			return {
				measured: {
					keptMedianMs: rounded(median(kept)),
					keptP98Ms: rounded(keptP98),
					recordedVisits: recorded.length,
					recordedSlowestMs: rounded(slowest),
					recordedBytes: Math.max(...recorded.map(({ bytes }) => bytes))
				},
				tries: kept.length + recorded.length,
				holds: keptP98 <= MOST_MS && slowest <= MOST_MS
			};
		} finally {
			await kiosk.remove();
		}
	}
};

/** As large as sound may be, past the screens. */
async function keepSounds(
	page: Page,
	kiosk: InstalledKiosk,
	pupilId: string,
	many: number
): Promise<number[]> {
	const room = await EngineRoom.open(page, kiosk.origin);
	// Nothing is sent meanwhile: that is another figure.
	await room.hold();
	const sound = { type: 'audio/webm;codecs=opus', ms: MOST_SOUND_MS };
	const packed = packChildWords({
		...NO_WORDS,
		sound: { ...sound, bytes: new Uint8Array(MOST_SOUND_BYTES) }
	});
	return page.evaluate(
		async ({ routing, size, times }) => {
			const engine = window.cwtchEngine;
			if (!engine) throw new Error('The engine is not open.');
			// As the tablet does at idle.
			await engine.warmUp();
			const measured: number[] = [];
			for (let time = 0; time < times; time += 1) {
				const words = new Uint8Array(size).map((_, at) => (at * 31 + time) % 256);
				await new Promise((idle) => requestIdleCallback(idle));
				const from = performance.now();
				await engine.keepSafe(routing, words);
				measured.push(performance.now() - from);
			}
			return measured;
		},
		{
			routing: { ...checkIn(pupilId), withWords: true } as never,
			size: packed?.length ?? 0,
			times: many
		}
	);
}

/** Through the screens, with a minute of a tone for a voice. */
async function recordedVisit(kiosk: InstalledKiosk): Promise<{ ms: number; bytes: number }> {
	const page = await kiosk.tablet.page(SLOW_DOWN);
	const screens = new KioskPage(page, kiosk);
	await watchKeeping(page, screens.words('bye.keeping'));
	await page.addInitScript(() => {
		window.cwtchRecordedBytes = 0;
		const start = MediaRecorder.prototype.start;
		MediaRecorder.prototype.start = function (every) {
			this.addEventListener('dataavailable', ({ data }) => {
				window.cwtchRecordedBytes = (window.cwtchRecordedBytes ?? 0) + data.size;
			});
			start.call(this, every);
		};
	});
	await screens.open();
	await visitUntilOffer(screens, kiosk.school);
	const words = new ChildWordsOnKiosk(screens);
	await words.open();
	await words.openWay('record');
	await words.recordUntilFull();
	await words.ready();
	await takesTaps(page);
	const shown = shownNext(page);
	await tapByFinger(screens.button('offer.not_now'));
	await shown;
	const [times, ...more] = await keptAfter(page);
	if (!times || more.length > 0) throw new Error('Not one visit was kept.');
	const bytes = await page.evaluate(() => window.cwtchRecordedBytes ?? 0);
	await page.close();
	return { ms: times.kept, bytes };
}
