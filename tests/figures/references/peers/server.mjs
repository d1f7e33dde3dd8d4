// The peers' server, in a process of its own: takes plain documents and commits each request as durably
// as ours does; and a CouchDB for PouchDB. Usage: node server.mjs PORT DATA_FOLDER SCRIPTS_FOLDER
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const [port, data, scripts] = process.argv.slice(2);
const require = createRequire(join(scripts, '../package.json'));
// PouchDB's own server leaves its writes to the operating system: a power cut would take what it has
// acknowledged. Ours must not lose that, and so this one is told to wait for the disk too, once a batch.
const { prototype: leveldb } = require('leveldown');
const { _batch: batch } = leveldb;
leveldb._batch = function (operations, options, done) {
	return batch.call(this, operations, { ...options, sync: true }, done);
};
const PouchDB = require('pouchdb-node').defaults({ prefix: `${data}/` });
const couch = require('express-pouchdb')(PouchDB, {
	mode: 'minimumForPouchDB',
	inMemoryConfig: true,
	logPath: join(data, 'couch.log')
});

const database = new DatabaseSync(join(data, 'documents.sqlite'));
database.exec('pragma journal_mode = wal; pragma synchronous = full');
database.exec('create table document (id text primary key, body text not null) without rowid');
const insert = database.prepare('insert or ignore into document (id, body) values (?, ?)');

function store(documents) {
	database.exec('begin immediate');
	for (const document of documents) insert.run(document.id, JSON.stringify(document));
	database.exec('commit');
}

function take(request, response) {
	const pieces = [];
	request.on('data', (piece) => pieces.push(piece));
	request.on('end', () => {
		store(JSON.parse(Buffer.concat(pieces).toString('utf8')));
		response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
	});
}

createServer((request, response) => {
	if (request.url.startsWith('/couch/')) {
		request.url = request.url.slice('/couch'.length);
		couch(request, response);
	} else if (request.method === 'POST') take(request, response);
	else if (/^\/[a-z-]+\.js$/.test(request.url)) {
		response.setHeader('content-type', 'text/javascript');
		response.end(readFileSync(join(scripts, request.url)));
	} else {
		const [, name] = /^\/([a-z]+)$/.exec(request.url) ?? [];
		response.writeHead(name ? 200 : 404, { 'content-type': 'text/html' });
		response.end(name ? `<!doctype html><script type="module" src="/${name}.js"></script>` : '');
	}
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
