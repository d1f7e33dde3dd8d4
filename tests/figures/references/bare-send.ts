// The least a server can do to bring a message to listeners: a POST is committed with the same durability
// as ours and told to everybody who listens by server-sent events.
// Usage: node bare-send.ts FILE   Prints its port. POST /send with an id in the first line; GET /live.
import { createServer, type ServerResponse } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

const [file = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec('PRAGMA journal_mode = WAL');
database.exec('PRAGMA synchronous = FULL');
database.exec('create table bare (id text primary key, line text not null)');
const insert = database.prepare('insert into bare (id, line) values (?, ?)');
const listeners = new Set<ServerResponse>();

const server = createServer(async (request, response) => {
	if (request.method === 'GET') {
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		response.write('retry: 2000\n\n');
		listeners.add(response);
		request.once('close', () => listeners.delete(response));
		return;
	}
	const pieces: Buffer[] = [];
	for await (const piece of request) pieces.push(piece as Buffer);
	const [id = '', line = ''] = Buffer.concat(pieces).toString('utf8').split('\n');
	insert.run(id, line);
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end('{"stored":1}');
	for (const listener of listeners) listener.write(`data: {"id":"${id}"}\n\n`);
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	console.log(typeof address === 'object' && address ? address.port : 0);
});
