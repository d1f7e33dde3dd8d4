// The least a server can do that keeps what it is sent: takes a POST of lines, commits them in one
// transaction with the same durability as ours, and answers with their number. No envelope is looked at.
// Usage: node bare-ingest.ts FILE | postgres://…   Prints its port.
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

const [where = ''] = process.argv.slice(2);

async function storeInPostgres(url: string): Promise<(lines: string[]) => Promise<void>> {
	const pool = new pg.Pool({ connectionString: url, max: 10 });
	await pool.query('create table bare (id bigserial primary key, line text not null)');
	return async (lines) => {
		await pool.query('insert into bare (line) select unnest($1::text[])', [lines]);
	};
}

function storeInSqlite(file: string): (lines: string[]) => Promise<void> {
	const database = new DatabaseSync(file);
	database.exec('PRAGMA journal_mode = WAL');
	database.exec('PRAGMA synchronous = FULL');
	database.exec('create table bare (id integer primary key, line text not null)');
	const insert = database.prepare('insert into bare (line) values (?)');
	return async (lines) => {
		database.exec('begin');
		for (const line of lines) insert.run(line);
		database.exec('commit');
	};
}

const store = where.startsWith('postgres') ? await storeInPostgres(where) : storeInSqlite(where);

const server = createServer(async (request, response) => {
	const pieces: Buffer[] = [];
	for await (const piece of request) pieces.push(piece as Buffer);
	const lines = Buffer.concat(pieces).toString('utf8').split('\n');
	await store(lines);
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ stored: lines.length }));
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	console.log(typeof address === 'object' && address ? address.port : 0);
});
