// RxDB moving plain documents from IndexedDB to a server, with its own replication. Bundled by the figure.
import { createRxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

let collection;

globalThis.peer = {
	async fill(documents) {
		const database = await createRxDatabase({
			name: `rxdb-${crypto.randomUUID()}`,
			storage: getRxStorageDexie(),
			multiInstance: false
		});
		const collections = await database.addCollections({
			documents: {
				schema: {
					version: 0,
					primaryKey: 'id',
					type: 'object',
					properties: { id: { type: 'string', maxLength: 40 }, content: { type: 'string' } }
				}
			}
		});
		collection = collections.documents;
		await collection.bulkInsert(documents);
	},
	async drain(batchSize) {
		const from = performance.now();
		const replication = replicateRxCollection({
			replicationIdentifier: `to-the-server-${crypto.randomUUID()}`,
			collection,
			live: false,
			push: {
				batchSize,
				async handler(rows) {
					const response = await fetch('/documents', {
						method: 'POST',
						headers: { 'content-type': 'application/json' },
						body: JSON.stringify(rows.map((row) => row.newDocumentState))
					});
					if (!response.ok) throw new Error(`refused: ${response.status}`);
					return await response.json();
				}
			}
		});
		await replication.awaitInitialReplication();
		return performance.now() - from;
	}
};
