// The tablet's storage by the browser's own means. The service worker has nothing else, since Dexie would make
// it eight times as large; in the page Dexie makes the storage, and gives the connection to it.
import type { Lane, MetaRow, MetaRows, OutboxEntry } from './names';

type StoreName = 'outbox' | 'tombstones' | 'meta';

export class KioskStorage {
	readonly #connect: () => Promise<IDBDatabase>;

	/** @param connect gives the open connection; asked each time, since it may have been closed */
	constructor(connect: () => Promise<IDBDatabase>) {
		this.#connect = connect;
	}

	async read<K extends keyof MetaRows>(key: K): Promise<MetaRows[K] | undefined> {
		const row = await this.#ask<MetaRow | undefined>('meta', (meta) => meta.get(key));
		return row?.value as MetaRows[K] | undefined;
	}

	/** Writes what may be lost in a power cut: does not wait for the disk. */
	async jot<K extends keyof MetaRows>(key: K, value: MetaRows[K]): Promise<void> {
		await this.change('relaxed', ['meta'], (transaction) => {
			transaction.objectStore('meta').put({ key, value });
			transaction.commit();
		});
	}

	/** Those of a lane whose counter is above `after`, in order. */
	entries(lane: Lane, after: number, most?: number): Promise<OutboxEntry[]> {
		const range = IDBKeyRange.bound([lane, after], [lane, Infinity], true);
		return this.#ask('outbox', (outbox) => outbox.index('[lane+counter]').getAll(range, most));
	}

	/**
	 * One transaction past Dexie, which has one durability for all and more turns of the event loop than a
	 * child should wait. `relaxed` does not wait for the disk: only for what does no harm when a power cut
	 * undoes it. Resolves when it is committed; throws what the storage says.
	 */
	async change(
		durability: 'strict' | 'relaxed',
		stores: readonly StoreName[],
		work: (transaction: IDBTransaction) => void
	): Promise<void> {
		const database = await this.#connect();
		const transaction = database.transaction(stores, 'readwrite', { durability });
		const committed = new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () =>
				reject(transaction.error ?? new Error('The storage gave the transaction up.'));
		});
		work(transaction);
		await committed;
	}

	async #ask<T>(store: StoreName, question: (store: IDBObjectStore) => IDBRequest): Promise<T> {
		const database = await this.#connect();
		const asked: IDBRequest<T> = question(database.transaction(store).objectStore(store));
		return new Promise((resolve, reject) => {
			asked.onsuccess = () => resolve(asked.result);
			asked.onerror = () => reject(asked.error ?? new Error('The storage does not answer.'));
		});
	}
}
