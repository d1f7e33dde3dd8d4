// Kiosks drain while the server is killed at any moment, its start included, and started again over the
// same data. What was acknowledged is there, once.
import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { AppServer } from '../support/app-server';
import type { Figure, FigureContext } from '../support/figure';
import { startPostgres } from '../support/postgres';
import { compareWithRows, everythingOpened } from './support/compare-with-rows';
import { makeCrossingSchool, openDatabaseOf, visitOfTurn } from './support/crossing-school';
import { NodeKiosk } from './support/node-kiosk';

const KIOSKS = 5;
/** Each leg has a server of its own and is compared at its end; a stopped run goes on with the next leg. */
const KILLS_OF_A_LEG = 50;
/** PostgreSQL is killed never, our server in front of it in a quarter as many tries. */
const POSTGRES_SHARE = 4;
/** Sealing takes the processor that the server needs for its start. */
const MOST_WAITING = 10;
const LONGEST_LIFE_MS = 160;
const LONGEST_START_MS = 500;
const RETRY_MS = 15;

interface Progress {
	killed: { sqlite: number; postgres: number };
	acknowledged: number;
	sentAgain: number;
	lost: number;
	duplicated: number;
}

export const figure: Figure = {
	name: 'server-kill',
	promise:
		'What the server has acknowledged survives its being killed at any moment, and is there once.',
	unit: 'acknowledged envelopes missing or not recorded; envelopes or records that are there twice',
	target: 'lost 0, duplicated 0, by comparing verified receipts with rows',
	tries: 200,
	async run({ tries, say, resume }) {
		const progress = (resume.read() as Progress | null) ?? {
			killed: { sqlite: 0, postgres: 0 },
			acknowledged: 0,
			sentAgain: 0,
			lost: 0,
			duplicated: 0
		};
		while (progress.killed.sqlite < tries) {
			const kills = Math.min(KILLS_OF_A_LEG, tries - progress.killed.sqlite);
			await leg(null, kills, progress, say);
			progress.killed.sqlite += kills;
			resume.write(progress);
		}
		const postgresTries = Math.ceil(tries / POSTGRES_SHARE);
		if (progress.killed.postgres < postgresTries) {
			const postgres = await startPostgres();
			try {
				const kills = postgresTries - progress.killed.postgres;
				await leg(await postgres.createDatabase('killed'), kills, progress, say);
				progress.killed.postgres += kills;
				resume.write(progress);
			} finally {
				await postgres.stop();
			}
		}
		const { killed, ...measured } = progress;
		return {
			measured: { ...measured, killsSqlite: killed.sqlite, killsPostgres: killed.postgres },
			tries: killed.sqlite + killed.postgres,
			// A run in which hardly anything was acknowledged would prove nothing.
			holds:
				progress.lost === 0 &&
				progress.duplicated === 0 &&
				progress.acknowledged > killed.sqlite + killed.postgres
		};
	}
};

async function leg(
	databaseUrl: string | null,
	kills: number,
	progress: Progress,
	say: FigureContext['say']
): Promise<void> {
	const server = await AppServer.prepare(databaseUrl ? { databaseUrl } : {});
	try {
		const school = await makeCrossingSchool(server, KIOSKS);
		const kiosks = school.kiosks.map((kiosk) => new NodeKiosk(school, kiosk));
		const stop = new AbortController();
		const draining = kiosks.map(async (kiosk, i) => {
			for (let turn = i; !stop.signal.aborted; turn += KIOSKS) {
				const burst = kiosk.waiting.length < MOST_WAITING ? randomInt(1, 4) : 0;
				for (let n = 0; n < burst; n += 1) await kiosk.keep(visitOfTurn(school, turn + n));
				if ((await kiosk.deliver(server.origin)) === 'later') await setTimeout(RETRY_MS);
			}
		});
		for (let done = 0; done < kills; done += 1) {
			const starting = server.start();
			if (done % 5 === 4) {
				// During the start, when what an earlier life left unopened is being opened.
				starting.catch(() => undefined);
				await Promise.race([
					starting.catch(() => undefined),
					setTimeout(randomInt(LONGEST_START_MS))
				]);
			} else {
				await starting;
				await setTimeout(randomInt(LONGEST_LIFE_MS));
			}
			await server.kill('SIGKILL');
			if ((done + 1) % 10 === 0)
				say(`${databaseUrl ? 'PostgreSQL' : 'SQLite'}: ${done + 1} of ${kills} kills`);
		}
		stop.abort();
		await Promise.all(draining);
		await server.start();
		for (const kiosk of kiosks) while ((await kiosk.deliver(server.origin)) !== 'empty');
		const open = await openDatabaseOf(server);
		try {
			await everythingOpened(open.db);
			const acknowledged = kiosks.flatMap((kiosk) => kiosk.acknowledged);
			const { lost, duplicated, examples } = await compareWithRows(open.db, acknowledged);
			for (const example of examples) say(example);
			progress.lost += lost;
			progress.duplicated += duplicated;
			progress.acknowledged += acknowledged.length;
			progress.sentAgain += kiosks.reduce((sum, kiosk) => sum + kiosk.duplicateReceipts, 0);
		} finally {
			await open.close();
		}
	} finally {
		await server.remove();
	}
}
