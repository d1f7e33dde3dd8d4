// How fast a tablet that was offline for long hands over what it kept, beside others' offline stores.
import { median, rounded, type Figure } from '../support/figure';
import { everythingOpened } from './support/compare-with-rows';
import { checkIn, EngineRoom, waitingOn, type ToKeep } from './support/engine-room';
import { InstalledKiosk } from './support/installed-kiosk';
import { installPeers, PeerServer } from './support/peers';
import { UnwatchedBrowser } from './support/unwatched-browser';

const ENVELOPES = 1000;
const CONTENT_BYTES = 1500;
/** Of one request, ours and theirs. */
const BATCH = 50;
const PEERS = ['rxdb', 'pouchdb', 'workbox'] as const;
const LEAST: Record<(typeof PEERS)[number], number> = { rxdb: 1, pouchdb: 2, workbox: 10 };

interface Document {
	id: string;
	content: string;
}

declare global {
	interface Window {
		peer?: { fill(documents: Document[]): Promise<void>; drain(batch: number): Promise<number> };
	}
}

export const figure: Figure = {
	name: 'drain',
	promise:
		'A tablet hands over a long queue as fast as stores that move plain documents, although ours are sealed.',
	unit: `a second, medians; ${ENVELOPES} envelopes with ${CONTENT_BYTES} bytes of words, until receipts are verified and bodies deleted`,
	target: 'at least as fast as RxDB, 2 times PouchDB, 10 times Workbox',
	tries: 10,
	async run({ tries, say }) {
		const missing = await installPeers();
		if (missing) return { notRun: missing };
		const kiosk = await InstalledKiosk.install();
		const peers = await PeerServer.start();
		await kiosk.tablet.close();
		const browser = await UnwatchedBrowser.open(kiosk.tablet.profile);
		const perSecond = { ours: [] as number[], rxdb: [] as number[], pouchdb: [] as number[] };
		const workbox: number[] = [];
		try {
			for (let done = 0; done < tries; done += 1) {
				perSecond.ours.push(await ourRate(browser, kiosk));
				for (const name of ['rxdb', 'pouchdb'] as const)
					perSecond[name].push(await rateOf(browser, peers, name));
				workbox.push(await rateOf(browser, peers, 'workbox'));
				say(
					`${done + 1} of ${tries}: ${[perSecond.ours, perSecond.rxdb, perSecond.pouchdb, workbox].map((rates) => Math.round(rates.at(-1) ?? 0)).join(', ')} a second (ours, rxdb, pouchdb, workbox)`
				);
			}
		} finally {
			await browser.kill();
			await peers.remove();
			await kiosk.remove();
		}
		const rates = { ...perSecond, workbox };
		const ours = median(rates.ours);
		const measured: Record<string, number> = { ours: rounded(ours) };
		for (const name of PEERS) {
			measured[name] = rounded(median(rates[name]));
			measured[`oursTo_${name}`] = rounded(ours / median(rates[name]));
		}
		return {
			measured,
			tries,
			holds: PEERS.every((name) => ours >= LEAST[name] * median(rates[name]))
		};
	}
};

/** Words of a length that a child may type, not compressible to nothing. */
const words = (): string =>
	Array.from({ length: CONTENT_BYTES }, () => Math.floor(Math.random() * 36).toString(36)).join('');

async function ourRate(browser: UnwatchedBrowser, kiosk: InstalledKiosk): Promise<number> {
	const page = await browser.page();
	try {
		const room = await EngineRoom.open(page, kiosk.origin);
		await room.hold();
		const routing = checkIn(kiosk.school.child.pupilId);
		const ids = await room.keep(
			Array.from({ length: ENVELOPES }, (): ToKeep => ({ routing, words: words() }))
		);
		const ms = await room.drain(ids);
		const left = await waitingOn(page);
		if (left > 0) throw new Error(`${left} envelopes were not deleted.`);
		// What the server does afterwards is not to slow down whoever is next.
		await everythingOpened(kiosk.school.running.db);
		return (ENVELOPES / ms) * 1000;
	} finally {
		await page.close();
	}
}

async function rateOf(browser: UnwatchedBrowser, peers: PeerServer, name: string): Promise<number> {
	const page = await browser.page();
	try {
		await page.goto(`${peers.origin}/${name}`);
		const documents = Array.from({ length: ENVELOPES }, () => ({
			id: crypto.randomUUID(),
			content: words()
		}));
		await page.evaluate((all) => window.peer?.fill(all), documents);
		const ms = await page.evaluate((batch) => window.peer?.drain(batch) ?? NaN, BATCH);
		return (ENVELOPES / ms) * 1000;
	} finally {
		await page.close();
	}
}
