// What Rest needs at once, read without Dexie, which is loaded only at idle.
import type { Identity, KeptDirectory, MetaRows } from './outbox/names';
import { openAsItIs } from './outbox/open-as-it-is';

export interface KnownAtStart {
	identity: Identity | null;
	directory: KeptDirectory | null;
	lastContactAt: number | null;
}

const NOTHING: KnownAtStart = { identity: null, directory: null, lastContactAt: null };

/** Read once before the page was awake, see `early.ts`. */
export const readAtStart = (): Promise<KnownAtStart> =>
	window.cwtchEarly?.takeKnown() ?? readStorage();

/** Never throws and never makes a database: a tablet that is no kiosk yet has none. */
export async function readStorage(): Promise<KnownAtStart> {
	const database = await openAsItIs().catch(() => null);
	if (!database?.objectStoreNames.contains('meta')) {
		database?.close();
		return NOTHING;
	}
	return new Promise((resolve) => {
		const known = { ...NOTHING };
		const end = (what: KnownAtStart) => {
			database.close();
			resolve(what);
		};
		const transaction = database.transaction('meta');
		const meta = transaction.objectStore('meta');
		const value = <T>(key: keyof MetaRows, then: (value: T | null) => void) => {
			const reading: IDBRequest<{ value: T } | undefined> = meta.get(key);
			reading.onsuccess = () => then(reading.result?.value ?? null);
		};
		value<Identity>('identity', (identity) => (known.identity = identity));
		value<KeptDirectory>('directory', (directory) => (known.directory = directory));
		value<number>('lastContactAt', (at) => (known.lastContactAt = at));
		transaction.oncomplete = () => end(known);
		transaction.onabort = () => end(NOTHING);
	});
}
