// A tablet whose network was gone for weeks: as many envelopes on its disk as wanted, without the hours
// of sealing each. They are copies of one that the kiosk sealed itself, under numbers of their own.
import type { InstalledKiosk } from './installed-kiosk';

/** Adds `count` entries after those that are there. The server need not be there, the worker must. */
export async function fillOutbox(kiosk: InstalledKiosk, count: number): Promise<void> {
	const page = await kiosk.tablet.page();
	await page.goto(`${kiosk.origin}/kiosk`);
	await page.evaluate(async (wanted) => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('The outbox cannot be read.'));
			});
		const database = await done(indexedDB.open('cwtch-kiosk'));
		const writing = database.transaction(['outbox', 'meta'], 'readwrite');
		const outbox = writing.objectStore('outbox');
		const [like] = (await done(outbox.getAll(null, 1))) as Record<string, unknown>[];
		if (!like) throw new Error('There is nothing to copy.');
		const meta = writing.objectStore('meta');
		const { value } = (await done(meta.get('counter'))) as { value: number };
		for (let counter = value + 1; counter <= value + wanted; counter += 1)
			outbox.add({ ...like, id: crypto.randomUUID(), counter });
		meta.put({ key: 'counter', value: value + wanted });
		await new Promise<void>((resolve, reject) => {
			writing.oncomplete = () => resolve();
			writing.onabort = () => reject(writing.error ?? new Error('The outbox could not be filled.'));
		});
		database.close();
	}, count);
	await page.close();
}
