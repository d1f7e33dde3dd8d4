// How the pages and the worker of one tablet hear of each other's deliveries.

export const OUTBOX_CHANNEL = 'cwtch-outbox';
export const OUTBOX_SYNC = 'outbox';

export type OutboxNews = { kind: 'kept' | 'sending' | 'waiting' | 'delivered'; ids: string[] };

/** Where the browser has Background Sync, it sends even when the page is gone. */
export async function askForSync(): Promise<void> {
	const registration = await navigator.serviceWorker?.getRegistration('/kiosk');
	const sync = (registration as { sync?: { register(tag: string): Promise<void> } } | undefined)
		?.sync;
	await sync?.register(OUTBOX_SYNC).catch(() => undefined);
}
