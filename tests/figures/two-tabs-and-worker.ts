// Two tabs and the service worker all want to send what one tablet keeps: each envelope goes once.
import type { CDPSession, Page } from '@playwright/test';
import type { Figure } from '../support/figure';
import { checkIn, EngineRoom, untilEmpty } from './support/engine-room';
import { EnvelopeCounter } from './support/envelope-counter';
import { InstalledKiosk } from './support/installed-kiosk';

const ENVELOPES = 60;
const SYNC_TAG = 'outbox';

export const figure: Figure = {
	name: 'two-tabs-and-worker',
	promise:
		'Two tabs and the service worker that send at the same moment lose nothing and send nothing twice.',
	unit: `envelopes, ${ENVELOPES} each try`,
	target: 'lost 0, duplicated 0, posted twice 0',
	tries: 20,
	async run({ tries, say }) {
		const counters: EnvelopeCounter[] = [];
		const kiosk = await InstalledKiosk.install({
			async through(server) {
				const counter = await EnvelopeCounter.start(server.port);
				counters.push(counter);
				return counter.origin;
			}
		});
		const [counter] = counters;
		if (!counter) throw new Error('Nothing stands between tablet and server.');
		try {
			const room = await EngineRoom.open(await kiosk.tablet.page(), kiosk.origin);
			const tabs = [await openTab(kiosk), await openTab(kiosk)];
			const worker = await WorkerWaker.open(room.page, kiosk.origin);
			const ids: string[] = [];
			for (let done = 0; done < tries; done += 1) {
				counter.isOpen = false;
				const routing = checkIn(kiosk.school.child.pupilId);
				ids.push(...(await room.keep(Array(ENVELOPES).fill({ routing, words: null }))));
				counter.isOpen = true;
				await Promise.all([
					worker.wake(),
					...tabs.map((tab) => tab.evaluate(() => void dispatchEvent(new Event('online'))))
				]);
				await untilEmpty(room.page);
				say(`${done + 1} of ${tries}`);
			}
			const stored = await storedIds(kiosk);
			const measured = {
				envelopes: ids.length,
				lost: ids.filter((id) => !stored.includes(id)).length,
				duplicated: stored.length - new Set(stored).size,
				postedTwice: [...counter.posted.values()].filter((times) => times > 1).length,
				duplicateReceipts: counter.duplicateReceipts,
				wakesOfTheWorker: worker.wakes
			};
			const { lost, duplicated, postedTwice, duplicateReceipts } = measured;
			return {
				measured,
				tries,
				holds: lost + duplicated + postedTwice + duplicateReceipts === 0
			};
		} finally {
			await kiosk.remove();
			await counter.stop();
		}
	}
};

/** The real page; ends when its working parts are there. */
async function openTab(kiosk: InstalledKiosk): Promise<Page> {
	const page = await kiosk.tablet.page();
	// The engine asks for the directory as soon as it runs.
	const asked = page.waitForResponse((response) => response.url().includes('/directory'));
	await page.goto(`${kiosk.origin}/kiosk`);
	await asked;
	return page;
}

/** Lets the browser tell the kiosk's worker that the network is back, as Background Sync does. */
class WorkerWaker {
	wakes = 0;
	readonly #session: CDPSession;
	readonly #origin: string;
	readonly #registrationId: string;

	private constructor(session: CDPSession, origin: string, registrationId: string) {
		this.#session = session;
		this.#origin = origin;
		this.#registrationId = registrationId;
	}

	static async open(page: Page, origin: string): Promise<WorkerWaker> {
		const session = await page.context().newCDPSession(page);
		const known = new Promise<string>((resolve) => {
			session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
				const found = registrations.find(({ scopeURL }) => scopeURL.startsWith(`${origin}/kiosk`));
				if (found) resolve(found.registrationId);
			});
		});
		await session.send('ServiceWorker.enable');
		return new WorkerWaker(session, origin, await known);
	}

	async wake(): Promise<void> {
		await this.#session.send('ServiceWorker.dispatchSyncEvent', {
			origin: this.#origin,
			registrationId: this.#registrationId,
			tag: SYNC_TAG,
			lastChance: false
		});
		this.wakes += 1;
	}
}

async function storedIds(kiosk: InstalledKiosk): Promise<string[]> {
	const rows = await kiosk.school.running.db
		.selectFrom('envelope')
		.select('envelope_id')
		.where('school_id', '=', kiosk.school.schoolId)
		.execute();
	return rows.map((row) => row.envelope_id);
}
