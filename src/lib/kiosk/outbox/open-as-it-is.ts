// Opens the tablet's storage without Dexie, which is not there at the start and never in the worker.
import { DATABASE_NAME } from './names';

/** `null` where there is none yet: only Dexie makes one. Throws what the storage says. */
export function openAsItIs(): Promise<IDBDatabase | null> {
	return new Promise((resolve, reject) => {
		let isThere = true;
		const opening = indexedDB.open(DATABASE_NAME);
		opening.onupgradeneeded = () => {
			isThere = false;
			opening.transaction?.abort();
		};
		opening.onsuccess = () => {
			const database = opening.result;
			// Whoever makes a new version of it, or deletes it, must not wait for us.
			database.onversionchange = () => database.close();
			resolve(database);
		};
		const failed = () =>
			isThere ? reject(opening.error ?? new Error('The storage is blocked.')) : resolve(null);
		opening.onerror = failed;
		opening.onblocked = failed;
	});
}
