// What Rest needs at once, read without Dexie, which is loaded only at idle.
import type { Identity, KeptDirectory, MetaRow, MetaRows } from './outbox/names';
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
	// All rows at once: each answer of its own would wait its turn behind the page that is being made.
	const rows = await new Promise<MetaRow[]>((resolve) => {
		const reading: IDBRequest<MetaRow[]> = database
			.transaction('meta')
			.objectStore('meta')
			.getAll();
		reading.onsuccess = () => resolve(reading.result);
		reading.onerror = () => resolve([]);
	});
	database.close();
	const known: Partial<MetaRows> = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
	const { identity = null, directory = null, lastContactAt = null } = known;
	return { identity, directory, lastContactAt };
}
