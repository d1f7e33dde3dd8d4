// Whatever is thrown at the crossing and at the other doors: never a crash, never an error of the server,
// nothing lost that is an envelope, nothing readable that was not sent to be read.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { recogniseLine } from '$lib/crossing/envelope';
import { verifiedReceipts } from '$lib/crossing/receipt';
import type { Db } from '$lib/server/database/open';
import { AppServer } from '../support/app-server';
import type { Figure, FigureContext } from '../support/figure';
import { startPostgres } from '../support/postgres';
import { everythingOpened } from './support/compare-with-rows';
import { makeCrossingSchool, openDatabaseOf } from './support/crossing-school';
import { OddBodies, PLAIN_MARKER, SEALED_MARKER } from './support/odd-bodies';
import { oddRequest } from './support/odd-requests';

const KIOSKS = 3;
const AT_ONCE = 8;
const CHUNK = 200;
/** One in so many goes to another door. */
const OTHER_DOOR_EVERY = 8;
const POSTGRES_SHARE = 10;
const HUGE_BYTES = 100 * 1024 * 1024;
const TAKEN = 200;
const REFUSALS = [400, 413];
const TRACE = /\n\s+at |"stack"|node:internal|\.js:\d+/;

const none = {
	serverErrors: 0,
	otherStatus: 0,
	stackTraces: 0,
	envelopesRefused: 0,
	envelopesMissing: 0,
	readable: 0,
	crashes: 0
};
type Broken = typeof none;

export const figure: Figure = {
	name: 'fuzz',
	promise: 'Bad input never breaks the server, and whatever can be taken for an envelope is kept.',
	unit: 'answers of 500 and more, crashes, stack traces, envelopes refused or missing, readable traces',
	target: '0 of each, over every body and door, on SQLite and PostgreSQL',
	tries: 10_000,
	async run({ tries, say }) {
		const seed = Date.now() % 2 ** 31;
		say(`seed ${seed}`);
		const broken = { ...none };
		const counts = { taken: 0, refused: 0, quarantined: 0, otherDoors: 0 };
		await throwAt(null, tries, seed, broken, counts, say);
		const postgres = await startPostgres();
		try {
			const url = await postgres.createDatabase('fuzzed');
			await throwAt(url, Math.ceil(tries / POSTGRES_SHARE), seed + 1, broken, counts, say);
		} finally {
			await postgres.stop();
		}
		return {
			measured: { ...broken, ...counts, seed },
			tries: tries + Math.ceil(tries / POSTGRES_SHARE),
			holds:
				Object.values(broken).every((count) => count === 0) &&
				counts.taken > 0 &&
				counts.refused > 0 &&
				counts.quarantined > 0
		};
	}
};

async function throwAt(
	databaseUrl: string | null,
	tries: number,
	seed: number,
	broken: Broken,
	counts: Record<'taken' | 'refused' | 'quarantined' | 'otherDoors', number>,
	say: FigureContext['say']
): Promise<void> {
	const server = await AppServer.prepare(databaseUrl ? { databaseUrl } : {});
	try {
		const school = await makeCrossingSchool(server, KIOSKS);
		const bodies = await OddBodies.prepare(school);
		await server.start();
		const { pid } = server;
		/** Everything a receipt was given for. */
		const acknowledged = new Set<string>();
		const note = (what: keyof Broken, example: string) => {
			broken[what] += 1;
			if (broken[what] <= 3) say(`${what}: ${example}`);
		};
		const onePost = async (body: Buffer) => {
			const response = await fetch(`${server.origin}/crossing/v1/envelopes`, {
				method: 'POST',
				body: new Uint8Array(body),
				headers: { 'content-type': 'application/x-ndjson' }
			});
			const text = await response.text();
			if (TRACE.test(text)) note('stackTraces', text.slice(0, 200));
			if (response.status >= 500)
				note('serverErrors', `${response.status} to ${body.toString('utf8', 0, 200)}`);
			else if (response.status !== TAKEN && !REFUSALS.includes(response.status)) {
				note('otherStatus', `${response.status} to ${body.toString('utf8', 0, 200)}`);
			}
			counts[response.status === TAKEN ? 'taken' : 'refused'] += 1;
			const expected = envelopesOf(body);
			if (response.status !== TAKEN) {
				if (expected)
					note('envelopesRefused', `${response.status} to ${body.toString('utf8', 0, 200)}`);
				return;
			}
			const receipts = await verifiedReceipts(JSON.parse(text), school.serverKey);
			const given = new Set(receipts?.map(({ id, digest }) => `${id} ${digest}`));
			for (const { key, cover } of expected ?? []) {
				if (!given.has(key)) note('envelopesMissing', `no receipt for ${key}`);
				else if (!cover) acknowledged.add(key);
			}
		};
		const oneDoor = async (choice: Parameters<typeof oddRequest>[1]) => {
			const odd = oddRequest(server.origin, choice);
			const response = await fetch(server.origin + odd.path, { ...odd, redirect: 'manual' });
			// Streams stay open for those who may listen; nobody here may.
			const text = await response.text();
			counts.otherDoors += 1;
			if (TRACE.test(text.replaceAll(/<script[\s\S]*?<\/script>|<link[^>]*>/g, ''))) {
				note('stackTraces', `${odd.method} ${odd.path}: ${text.slice(0, 200)}`);
			}
			if (response.status >= 500)
				note('serverErrors', `${response.status}: ${odd.method} ${odd.path}`);
		};
		for (let done = 0; done < tries; done += CHUNK) {
			const numRuns = Math.min(CHUNK, tries - done);
			const choices = fc.sample(OddBodies.choice, { numRuns, seed: seed + done });
			await Promise.all(
				Array.from({ length: AT_ONCE }, async () => {
					for (let choice = choices.shift(); choice; choice = choices.shift()) {
						const isDoor = choice.at % OTHER_DOOR_EVERY === 0;
						try {
							if (isDoor) await oneDoor(choice);
							else await onePost(await bodies.body(choice));
						} catch (error) {
							note('crashes', `${JSON.stringify(choice).slice(0, 300)}: ${String(error)}`);
						}
					}
				})
			);
			if ((done / CHUNK) % 5 === 4)
				say(`${databaseUrl ? 'PostgreSQL' : 'SQLite'}: ${done + numRuns} of ${tries}`);
		}
		for (const chunked of [false, true]) {
			const status = await postHuge(server, chunked);
			if (status >= 500 || status === TAKEN) note('serverErrors', `${status} to 100 MB`);
		}
		const open = await openDatabaseOf(server);
		try {
			await everythingOpened(open.db);
			const rows = await open.db.selectFrom('envelope').select(['envelope_id', 'digest']).execute();
			const stored = new Set(rows.map((row) => `${row.envelope_id} ${row.digest}`));
			for (const key of acknowledged) {
				if (!stored.has(key)) note('envelopesMissing', `acknowledged and not stored: ${key}`);
			}
			counts.quarantined += (
				await open.db.selectFrom('quarantine').select('digest').execute()
			).length;
			for (const where of await columnsWith(open.db, PLAIN_MARKER)) {
				if (where !== 'envelope.line') note('readable', `plain text repeated in ${where}`);
			}
			for (const where of await columnsWith(open.db, SEALED_MARKER)) note('readable', where);
		} finally {
			await open.close();
		}
		for (const where of filesWith(server, SEALED_MARKER)) note('readable', where);
		for (const marker of [SEALED_MARKER, PLAIN_MARKER]) {
			if (server.output.includes(marker)) note('readable', 'the log');
		}
		if (TRACE.test(server.output))
			note('stackTraces', `the log: ${TRACE.exec(server.output)?.[0]}`);
		if (server.pid !== pid) note('crashes', 'the server is another process now');
	} finally {
		await server.remove();
	}
}

/** The envelopes of a body that must be taken, or `null` when it is not all envelopes. */
function envelopesOf(body: Buffer): { key: string; cover: boolean }[] | null {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(body);
	} catch {
		return null;
	}
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const found = lines.map((line) => {
		const recognised = recogniseLine(line);
		const digest = createHash('sha256').update(line).digest('base64url');
		return recognised && { key: `${recognised.id} ${digest}`, cover: recognised.cover };
	});
	const all = found.filter((one) => one !== null);
	return all.length > 0 && all.length === lines.length ? all : null;
}

/** Where it is not taken to the end: the server may close the connection, which is an answer too. */
function postHuge(server: AppServer, chunked: boolean): Promise<number> {
	return new Promise((resolve) => {
		const asked = request(
			`${server.origin}/crossing/v1/envelopes`,
			{
				method: 'POST',
				headers: chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': HUGE_BYTES }
			},
			(response) => {
				response.resume();
				resolve(response.statusCode ?? 0);
			}
		);
		asked.once('error', () => resolve(0));
		const piece = Buffer.alloc(1024 * 1024, 'x');
		let sent = 0;
		const more = () => {
			while (sent < HUGE_BYTES && !asked.destroyed) {
				sent += piece.length;
				if (!asked.write(piece)) {
					asked.once('drain', more);
					return;
				}
			}
			asked.end();
		};
		more();
	});
}

async function columnsWith(db: Db, marker: string): Promise<string[]> {
	const tables = await db.introspection.getTables();
	const found: string[] = [];
	for (const table of tables) {
		for (const { name } of table.columns) {
			const { rows } = await sql`
				select 1 from ${sql.table(table.name)}
				where cast(${sql.ref(name)} as text) like ${`%${marker}%`} limit 1
			`.execute(db);
			if (rows.length > 0) found.push(`${table.name}.${name}`);
		}
	}
	return found;
}

const filesWith = (server: AppServer, marker: string): string[] =>
	readdirSync(server.dataDir).filter((name) =>
		readFileSync(join(server.dataDir, name)).includes(marker)
	);
