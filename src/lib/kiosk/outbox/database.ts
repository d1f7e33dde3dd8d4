// What the tablet keeps: its own identity, the directory, and sealed envelopes until the server has them.
import type { EntityTable } from 'dexie';
// The build for today's browsers: the package's own entry brings one for those of 2015.
import Dexie from 'dexie/dist/modern/dexie.mjs';
import { DATABASE_NAME, type Identity, type KeptDirectory } from './names';

/** Urgent ones overtake; stuck ones are tried last and alone, and are never thrown away. */
export const LANES = { urgent: 0, usual: 1, stuck: 2 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];

export interface OutboxEntry {
	id: string;
	lane: Lane;
	counter: number;
	/** The sealed envelope, as it crosses. */
	line: string;
	/** SHA-256 of the line, base64url: what a receipt must name. */
	digest: string;
	keptAt: number;
}

/** Left when the sealed bodies of a delivery are deleted, for 30 days. */
export interface Tombstone {
	/** Of its first envelope. */
	id: string;
	/** Of all of them; earlier versions kept a tombstone for each. */
	ids?: string[];
	deliveredAt: number;
}

/** One row per key; each key has its own shape. */
export interface MetaRows {
	identity: Identity;
	/** The counter of the last envelope that was kept. */
	counter: number;
	directory: KeptDirectory;
	/** When the server last answered, ms. */
	lastContactAt: number;
	/** What the server's clock says less what ours says, ms. */
	clockOffsetMs: number;
}
export interface MetaRow {
	key: keyof MetaRows;
	value: MetaRows[keyof MetaRows];
}

export class KioskDatabase extends Dexie {
	declare outbox: EntityTable<OutboxEntry, 'id'>;
	declare tombstones: EntityTable<Tombstone, 'id'>;
	declare meta: EntityTable<MetaRow, 'key'>;

	constructor(name = DATABASE_NAME) {
		// Without `strict` Chromium makes no fsync at all: "kept safe" would not survive a flat battery.
		super(name, { chromeTransactionDurability: 'strict' });
		this.version(1).stores({
			outbox: 'id, [lane+counter]',
			tombstones: 'id, deliveredAt',
			meta: 'key'
		});
	}

	async read<K extends keyof MetaRows>(key: K): Promise<MetaRows[K] | undefined> {
		const row = await this.meta.get(key);
		return row?.value as MetaRows[K] | undefined;
	}

	async write<K extends keyof MetaRows>(key: K, value: MetaRows[K]): Promise<void> {
		await this.meta.put({ key, value });
	}

	/** Writes what may be lost in a power cut: does not wait for the disk. */
	async jot<K extends keyof MetaRows>(key: K, value: MetaRows[K]): Promise<void> {
		await this.change('relaxed', ['meta'], (transaction) => {
			transaction.objectStore('meta').put({ key, value });
			transaction.commit();
		});
	}

	/**
	 * One transaction past Dexie, which has one durability for all and more turns of the event loop than a
	 * child should wait. `relaxed` does not wait for the disk: only for what does no harm when a power cut
	 * undoes it. Resolves when it is committed; throws what the storage says.
	 */
	async change(
		durability: 'strict' | 'relaxed',
		stores: readonly ('outbox' | 'tombstones' | 'meta')[],
		work: (transaction: IDBTransaction) => void
	): Promise<void> {
		if (!this.isOpen()) await this.open();
		const transaction = this.backendDB().transaction(stores, 'readwrite', { durability });
		const committed = new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = () =>
				reject(transaction.error ?? new Error('The storage gave the transaction up.'));
		});
		work(transaction);
		await committed;
	}
}
