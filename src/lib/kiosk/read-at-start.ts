// What Rest needs at once, read without Dexie, which is loaded only at idle.
import { DATABASE_NAME, type Identity, type KeptDirectory } from './outbox/names';

export interface KnownAtStart {
	identity: Identity | null;
	directory: KeptDirectory | null;
	lastContactAt: number | null;
}

const NOTHING: KnownAtStart = { identity: null, directory: null, lastContactAt: null };

// Begun as soon as the script is there: the disk is read while the page is still being set up.
let early = typeof indexedDB === 'undefined' ? null : read();

/** Never throws and never makes a database: a tablet that is no kiosk yet has none. */
export function readAtStart(): Promise<KnownAtStart> {
	const known = early ?? read();
	early = null;
	return known;
}

function read(): Promise<KnownAtStart> {
	return new Promise((resolve) => {
		const opening = indexedDB.open(DATABASE_NAME);
		opening.onerror = () => resolve(NOTHING);
		opening.onblocked = () => resolve(NOTHING);
		// There was none: leave it to Dexie to make one.
		opening.onupgradeneeded = () => opening.transaction?.abort();
		opening.onsuccess = () => {
			const database = opening.result;
			if (!database.objectStoreNames.contains('meta')) {
				database.close();
				resolve(NOTHING);
				return;
			}
			const meta = database.transaction('meta').objectStore('meta');
			const value = <T>(key: string, then: (value: T | null) => void) => {
				const reading: IDBRequest<{ value: T } | undefined> = meta.get(key);
				reading.onsuccess = () => then(reading.result?.value ?? null);
			};
			const known = { ...NOTHING };
			value<Identity>('identity', (identity) => (known.identity = identity));
			value<KeptDirectory>('directory', (directory) => (known.directory = directory));
			value<number>('lastContactAt', (at) => (known.lastContactAt = at));
			meta.transaction.oncomplete = () => {
				database.close();
				resolve(known);
			};
			meta.transaction.onabort = () => {
				database.close();
				resolve(NOTHING);
			};
		};
	});
}
