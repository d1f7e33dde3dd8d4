// Background Sync: the browser wakes the worker when the network is back, with no page open.
import { drain } from '$lib/kiosk/outbox/drain';
import { OUTBOX_CHANNEL } from '$lib/kiosk/outbox/news';
import { openAsItIs } from '$lib/kiosk/outbox/open-as-it-is';
import { KioskStorage } from '$lib/kiosk/outbox/storage';

export { OUTBOX_SYNC } from '$lib/kiosk/outbox/news';

/** Throws when something is left, so that the browser tries again later. */
export async function wakeOutbox(): Promise<void> {
	const database = await openAsItIs();
	if (!database) return;
	const channel = new BroadcastChannel(OUTBOX_CHANNEL);
	try {
		const { outcome } = await drain(new KioskStorage(() => Promise.resolve(database)), {
			sending: (ids) => channel.postMessage({ kind: 'sending', ids }),
			waiting: (ids) => channel.postMessage({ kind: 'waiting', ids }),
			delivered: (ids) => channel.postMessage({ kind: 'delivered', ids })
		});
		if (outcome === 'later') throw new Error('The outbox is not empty yet.');
	} finally {
		channel.close();
		database.close();
	}
}
