// PouchDB moving plain documents from IndexedDB to a server that speaks CouchDB's protocol.
import PouchDB from 'pouchdb-browser';

let local;

globalThis.peer = {
	async fill(documents) {
		local = new PouchDB(`pouchdb-${crypto.randomUUID()}`);
		await local.bulkDocs(documents.map(({ id, content }) => ({ _id: id, content })));
	},
	async drain(batchSize) {
		const from = performance.now();
		const remote = `${location.origin}/couch/documents-${crypto.randomUUID()}`;
		await local.replicate.to(remote, { batch_size: batchSize });
		return performance.now() - from;
	}
};
