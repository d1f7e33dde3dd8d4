// Empties the outbox. Page and service worker use the same, under one lock, so that they never send the
// same at once.
import { verifyingKey } from '$lib/crossing/receipt';
import { Pass, type DrainNews } from './pass';
import type { KioskStorage } from './storage';
import { waitingIn } from './waiting';

export type { DrainNews } from './pass';

export const FORWARDER_LOCK = 'cwtch-forwarder';

export type Drained =
	| { outcome: 'empty' }
	/** Not reached, no room there, or an answer that is not the server's: try later. */
	| { outcome: 'later' }
	| { outcome: 'unpaired' };

/** Resolves when the outbox is empty or the server cannot be reached; waits for whoever drains now. */
export function drain(storage: KioskStorage, news: DrainNews): Promise<Drained> {
	return navigator.locks.request(FORWARDER_LOCK, async (): Promise<Drained> => {
		const identity = await storage.read('identity');
		if (!identity) return { outcome: 'unpaired' };
		const serverKey = await verifyingKey(identity.serverKey);
		const pass = new Pass(waitingIn(storage), serverKey, news);
		if ((await pass.deliverAll()) === 'later') return { outcome: 'later' };
		await storage.jot('lastContactAt', Date.now());
		await pass.retryStuck();
		return { outcome: 'empty' };
	});
}
