// A reopened write-ahead log falls back to synchronous=NORMAL by itself, where a commit can be taken away
// by a power cut. Ours does not: neither what is asked nor what is done.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '$lib/server/database/open';
import { AppServer } from '../support/app-server';
import type { Figure } from '../support/figure';
import { makeCrossingSchool, visitOfTurn } from './support/crossing-school';
import { NodeKiosk } from './support/node-kiosk';
import { commitsOfAnswers, ServerTrace } from './support/server-trace';

const FULL = 2;
const DELIVERIES_A_TRY = 3;
const FILE = 'cwtch.sqlite';

export const figure: Figure = {
	name: 'synchronous-after-restart',
	promise:
		'After every restart each commit is synced before its receipt, also over a log that was left behind.',
	unit: 'connections that do not report synchronous=FULL; receipts without a sync',
	target: '0 and 0, after SIGKILL and after SIGTERM',
	tries: 10,
	async run({ tries, say }) {
		if (!ServerTrace.program()) {
			return { notRun: 'strace is not here and could not be installed' };
		}
		const server = await AppServer.prepare();
		try {
			const school = await makeCrossingSchool(server, 1);
			const [testKiosk] = school.kiosks;
			if (!testKiosk) throw new Error('The school has no kiosk.');
			const kiosk = new NodeKiosk(school, testKiosk);
			const measured = {
				answers: 0,
				withoutSync: 0,
				fewestSyncs: Infinity,
				notFull: 0,
				logsLeft: 0
			};
			let sqlitesOwnChoice = FULL;
			for (let turn = 0; turn < tries; turn += 1) {
				await server.start();
				const trace = await ServerTrace.attach(server.pid);
				for (let n = 0; n < DELIVERIES_A_TRY; n += 1) {
					await kiosk.keep(visitOfTurn(school, turn * DELIVERIES_A_TRY + n));
					if ((await kiosk.deliver(server.origin)) !== 'delivered') {
						throw new Error('A delivery was not taken.');
					}
				}
				const commits = commitsOfAnswers((await trace.stop()).events);
				measured.answers += commits.answers;
				measured.withoutSync += commits.withoutCommit + commits.beforeSync;
				measured.fewestSyncs = Math.min(measured.fewestSyncs, commits.fewestSyncs);
				await server.kill(turn % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
				const left = await synchronousOfCopy(server.dataDir);
				if (left.ours !== FULL) measured.notFull += 1;
				if (left.hasLog) {
					measured.logsLeft += 1;
					sqlitesOwnChoice = Math.min(sqlitesOwnChoice, left.bare);
				}
				say(`${turn + 1} of ${tries}`);
			}
			return {
				measured: { ...measured, sqliteWithoutUs: sqlitesOwnChoice },
				tries,
				holds:
					measured.withoutSync === 0 &&
					measured.notFull === 0 &&
					measured.fewestSyncs >= 1 &&
					measured.logsLeft > 0 &&
					measured.answers === tries * DELIVERIES_A_TRY
			};
		} finally {
			await server.remove();
		}
	}
};

/** What a connection over a copy of the files reports: opened as the server does, and without any of that. */
async function synchronousOfCopy(
	dataDir: string
): Promise<{ ours: number; bare: number; hasLog: boolean }> {
	const folder = mkdtempSync(join(tmpdir(), 'cwtch-copy-'));
	try {
		const files = [FILE, `${FILE}-wal`].filter((name) => existsSync(join(dataDir, name)));
		const copy = () =>
			files.forEach((name) => copyFileSync(join(dataDir, name), join(folder, name)));
		copy();
		const bareFile = new DatabaseSync(join(folder, FILE));
		const bare = Number(bareFile.prepare('PRAGMA synchronous').get()?.['synchronous']);
		bareFile.close();
		copy();
		const open = await openDatabase({ dataDir: folder, databaseUrl: null });
		try {
			await open.assertDurable();
			const { rows } = await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(open.db);
			return { ours: rows[0]?.synchronous ?? -1, bare, hasLog: files.length > 1 };
		} finally {
			await open.close();
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
