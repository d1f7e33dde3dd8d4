// What somebody with the tablet in hand could look through.
import type { Page } from '@playwright/test';

export interface Traces {
	url: string;
	title: string;
	historyLength: number;
	historyState: string;
	localStorage: string;
	sessionStorage: string;
	cookies: string;
	/** Addresses of what is cached. */
	cached: string[];
	/** Rows as JSON by store, without the directory, which names children by its nature. */
	stores: Record<string, string>;
}

export function tracesOn(page: Page): Promise<Traces> {
	return page.evaluate(async () => {
		const stores: Record<string, string> = {};
		for (const { name } of await indexedDB.databases()) {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(name ?? '');
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error);
			});
			for (const store of database.objectStoreNames) {
				const rows = await new Promise<unknown[]>((resolve, reject) => {
					const reading = database.transaction(store).objectStore(store).getAll();
					reading.onsuccess = () => resolve(reading.result);
					reading.onerror = () => reject(reading.error);
				});
				stores[store] = rows
					.filter((row) => (row as { key?: string }).key !== 'directory')
					.map((row) => JSON.stringify(row))
					.join('\n');
			}
			database.close();
		}
		const cached: string[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			cached.push(...(await cache.keys()).map(({ url }) => url));
		}
		return {
			url: location.href,
			title: document.title,
			historyLength: history.length,
			historyState: JSON.stringify(history.state),
			localStorage: JSON.stringify(localStorage),
			sessionStorage: JSON.stringify(sessionStorage),
			cookies: document.cookie,
			cached: cached.sort(),
			stores
		};
	});
}
