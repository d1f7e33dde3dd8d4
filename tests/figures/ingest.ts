// A morning: envelopes are stored with receipts, and opened, beside a bare server that commits the same
// bytes and beside opening alone, in turns on the same cores.
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MOST_ENVELOPES, readLine, signedText } from '$lib/crossing/envelope';
import { makeLine, sealRouting, sealWords } from '$lib/crossing/seal';
import { openRouting } from '$lib/crossing/unseal';
import { readOrMakeKeys } from '$lib/server/keys';
import { AppServer } from '../support/app-server';
import { median, rounded, type Figure, type FigureContext } from '../support/figure';
import { startPostgres } from '../support/postgres';
import { everythingOpened } from './support/compare-with-rows';
import {
	makeCrossingSchool,
	newEnvelopeId,
	openDatabaseOf,
	visitOfTurn,
	type CrossingSchool
} from './support/crossing-school';
import { postLines } from './support/post-lines';
import { mostResidentMebibytes } from './support/process-memory';
import { ReferenceProcess } from './support/reference-process';

const KIOSKS = 30;
const LINES_A_ROUND = 1000;
const POSTING = { connections: 4, most: MOST_ENVELOPES };
const LEAST_OPENED = 1000;
const LEAST_OF_BARE = 0.5;
const LEAST_OF_OPENING_ALONE = 0.6;
const MOST_RESIDENT_MIB = 200;
/** Sealing words is slow and the server never opens them: a few serve all. */
const WORDS = 40;

const MS = 1000;

export const figure: Figure = {
	name: 'ingest',
	promise:
		'A whole country’s morning of check-ins fits into few servers: what is sealed is stored and opened nearly as fast as bare bytes.',
	unit: 'envelopes a second (POSTs of 50, 4 connections, medians); MiB resident at most',
	target: `stored at least ${LEAST_OF_BARE} of bare; opened at least ${LEAST_OF_OPENING_ALONE} of opening alone and ${LEAST_OPENED} a second in one process; under ${MOST_RESIDENT_MIB} MiB`,
	tries: 10,
	async run({ tries, say }) {
		const sqlite = await onEngine(null, tries, say);
		const postgres = await startPostgres();
		try {
			const on = (name: string) => postgres.createDatabase(name);
			const urls = { ours: await on('ours'), bare: await on('bare') };
			const onPostgres = await onEngine(urls, tries, say);
			const measured = { ...named('sqlite', sqlite), ...named('postgres', onPostgres) };
			return {
				measured,
				tries,
				holds: [sqlite, onPostgres].every(
					(one) =>
						one.storedOfBare >= LEAST_OF_BARE &&
						one.openedOfAlone >= LEAST_OF_OPENING_ALONE &&
						one.opened >= LEAST_OPENED &&
						one.residentMiB < MOST_RESIDENT_MIB
				)
			};
		} finally {
			await postgres.stop();
		}
	}
};

interface Ingest {
	stored: number;
	bare: number;
	storedOfBare: number;
	opened: number;
	openedAlone: number;
	openedOfAlone: number;
	residentMiB: number;
}

const named = (engine: string, ingest: Ingest): Record<string, number> =>
	Object.fromEntries(
		Object.entries(ingest).map(([what, value]) => [`${engine} ${what}`, rounded(value)])
	);

async function onEngine(
	urls: { ours: string; bare: string } | null,
	tries: number,
	say: FigureContext['say']
): Promise<Ingest> {
	const folder = mkdtempSync(join(tmpdir(), 'cwtch-bare-'));
	const server = await AppServer.prepare(urls ? { databaseUrl: urls.ours } : {});
	const bare = await ReferenceProcess.start(
		'bare-ingest.ts',
		urls?.bare ?? join(folder, 'bare.sqlite')
	);
	const engine = urls ? 'PostgreSQL' : 'SQLite';
	try {
		const school = await makeCrossingSchool(server, KIOSKS);
		const { routing } = await readOrMakeKeys(join(server.dataDir, 'keys.json'));
		const kioskKeys = publicKeys(school);
		say(`${engine}: sealing`);
		const rounds = await sealRounds(school, tries + 1);
		await server.start();
		const open = await openDatabaseOf(server);
		const found = { stored: [], bare: [], opened: [], alone: [] } as Record<string, number[]>;
		for (const [round, lines] of rounds.entries()) {
			const aSecond = (ms: number) => (lines.length * MS) / ms;
			const bareMs = (await postLines(`${bare.origin}/`, lines, POSTING)).ms;
			const aloneMs = await openAlone(lines, kioskKeys, routing.identity);
			const from = performance.now();
			const { ms } = await postLines(`${server.origin}/crossing/v1/envelopes`, lines, POSTING);
			await everythingOpened(open.db);
			const openedMs = performance.now() - from;
			// The first round warms everybody up.
			if (round === 0) continue;
			found['stored']?.push(aSecond(ms));
			found['bare']?.push(aSecond(bareMs));
			found['opened']?.push(aSecond(openedMs));
			found['alone']?.push(aSecond(aloneMs));
			say(
				`${engine} ${round} of ${tries}: stored ${Math.round(aSecond(ms))} (bare ${Math.round(aSecond(bareMs))}), opened ${Math.round(aSecond(openedMs))} (alone ${Math.round(aSecond(aloneMs))}) a second`
			);
		}
		const { quarantined } = await open.db
			.selectFrom('quarantine')
			.select((eb) => eb.fn.countAll<number>().as('quarantined'))
			.executeTakeFirstOrThrow();
		await open.close();
		if (Number(quarantined) > 0) throw new Error(`${quarantined} envelopes went to quarantine.`);
		const of = (what: string) => median(found[what] ?? []);
		// Round by round, so that a machine that was busy meanwhile was busy for both.
		const ratio = (ours: string, other: string) =>
			median((found[ours] ?? []).map((value, round) => value / (found[other]?.[round] ?? NaN)));
		return {
			stored: of('stored'),
			bare: of('bare'),
			storedOfBare: ratio('stored', 'bare'),
			opened: of('opened'),
			openedAlone: of('alone'),
			openedOfAlone: ratio('opened', 'alone'),
			residentMiB: mostResidentMebibytes(server.pid)
		};
	} finally {
		await bare.stop();
		await server.remove();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function sealRounds(school: CrossingSchool, rounds: number): Promise<string[][]> {
	const words = await Promise.all(
		Array.from({ length: WORDS }, () => sealWords(new Uint8Array(), school.keys.words))
	);
	const made: string[][] = [];
	for (let round = 0; round < rounds; round += 1) {
		const lines: string[] = [];
		for (let n = 0; n < LINES_A_ROUND; n += 1) {
			const turn = round * LINES_A_ROUND + n;
			const kiosk = school.kiosks[Math.floor(n / MOST_ENVELOPES) % KIOSKS];
			if (!kiosk) throw new Error('The school has too few kiosks.');
			const visit = morningVisit(school, turn);
			const sealed = {
				routing: await sealRouting(visit, school.keys.routing),
				words: words[turn % WORDS] ?? ''
			};
			lines.push(await makeLine(sealed, newEnvelopeId(), counterOf(turn), kiosk));
		}
		made.push(lines);
	}
	return made;
}

/** Each kiosk numbers its own without a gap. */
function counterOf(turn: number): number {
	const round = Math.floor(turn / LINES_A_ROUND);
	const ofRound = Math.min(LINES_A_ROUND, MOST_ENVELOPES);
	return round * ofRound + ((turn % LINES_A_ROUND) % MOST_ENVELOPES) + 1;
}

/** Of twenty check-ins in the morning most are skips and hellos, and a few ask. */
function morningVisit(school: CrossingSchool, turn: number) {
	const kinds = [0, 1, 0, 1, 0, 0, 1, 2, 0, 1, 0, 0, 1, 0, 3, 0, 1, 0, 0, 1];
	const kind = kinds[turn % kinds.length] ?? 0;
	return visitOfTurn(school, (Math.floor(turn / kinds.length) % 3) * 12 + kind * 1);
}

const publicKeys = (school: CrossingSchool): Map<string, KeyObject> =>
	new Map(
		school.kiosks.map((kiosk) => [
			kiosk.kioskId,
			createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: kiosk.publicKey }, format: 'jwk' })
		])
	);

/** What opening needs at the very least: read the line, verify it, open the routing part. */
async function openAlone(
	lines: readonly string[],
	keys: ReadonlyMap<string, KeyObject>,
	identity: string
): Promise<number> {
	const from = performance.now();
	for (const line of lines) {
		const read = readLine(line);
		if (read.kind !== 'envelope') throw new Error('A line is no envelope.');
		const key = keys.get(read.envelope.kiosk);
		const signature = Buffer.from(read.envelope.signature, 'base64url');
		if (!key || !verify(null, Buffer.from(signedText(read.envelope)), key, signature)) {
			throw new Error('A signature is not good.');
		}
		const inside = await openRouting(read.envelope.routing, identity);
		if (inside.kind !== 'opened') throw new Error(`Not opened: ${inside.reason}`);
	}
	return performance.now() - from;
}
