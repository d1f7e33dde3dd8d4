// Where the tablet keeps the school's files: apart from the outbox, so that they can never be in its way.
import type { EntityTable } from 'dexie';
import Dexie from 'dexie/dist/modern/dexie.mjs';
import type { Bytes } from '$lib/crossing/bytes';

const DATABASE_NAME = 'cwtch-school-files';

export interface KeptFile {
	/** SHA-256 of the bytes, base64url. */
	digest: string;
	type: string;
	bytes: Bytes;
}

export interface FileStore {
	digests(): Promise<string[]>;
	read(digest: string): Promise<KeptFile | undefined>;
	/** Throws what the storage says when there is no room. */
	keep(file: KeptFile): Promise<void>;
	drop(digests: readonly string[]): Promise<void>;
}

class FileDatabase extends Dexie {
	declare files: EntityTable<KeptFile, 'digest'>;

	constructor() {
		// What a power cut takes is fetched again.
		super(DATABASE_NAME, { chromeTransactionDurability: 'relaxed' });
		this.version(1).stores({ files: 'digest' });
	}
}

export function openFileStore(): FileStore {
	const { files } = new FileDatabase();
	return {
		digests: () => files.toCollection().primaryKeys(),
		read: (digest) => files.get(digest),
		keep: async (file) => void (await files.put(file)),
		drop: (digests) => files.bulkDelete([...digests])
	};
}
