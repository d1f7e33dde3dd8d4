// What the tablet keeps: its own identity, the directory, and sealed envelopes until the server has them.
import type { EntityTable } from 'dexie';
// The build for today's browsers: the package's own entry brings one for those of 2015.
import Dexie from 'dexie/dist/modern/dexie.mjs';
import {
	DATABASE_NAME,
	type MetaRow,
	type MetaRows,
	type OutboxEntry,
	type Tombstone
} from './names';
import { KioskStorage } from './storage';

export class KioskDatabase extends Dexie {
	declare outbox: EntityTable<OutboxEntry, 'id'>;
	declare tombstones: EntityTable<Tombstone, 'id'>;
	declare meta: EntityTable<MetaRow, 'key'>;

	/** The same storage past Dexie, as the service worker has it. */
	readonly storage = new KioskStorage(async () => {
		if (!this.isOpen()) await this.open();
		return this.backendDB();
	});

	constructor(name = DATABASE_NAME) {
		// Without `strict` Chromium makes no fsync at all: "kept safe" would not survive a flat battery.
		super(name, { chromeTransactionDurability: 'strict' });
		this.version(1).stores({
			outbox: 'id, [lane+counter]',
			tombstones: 'id, deliveredAt',
			meta: 'key'
		});
	}

	async write<K extends keyof MetaRows>(key: K, value: MetaRows[K]): Promise<void> {
		await this.meta.put({ key, value });
	}
}
