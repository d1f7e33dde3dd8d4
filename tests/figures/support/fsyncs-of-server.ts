// The server's half of the figure `fsync`: what is on the disk when a receipt leaves.
import { AppServer } from '../../support/app-server';
import type { NotRun } from '../../support/figure';
import { startPostgres } from '../../support/postgres';
import { sql } from 'kysely';
import { makeCrossingSchool, openDatabaseOf, visitOfTurn } from './crossing-school';
import { NodeKiosk } from './node-kiosk';
import { commitsOfAnswers, ServerTrace, type CommitsOfAnswers } from './server-trace';

/** One delivery after the other, each of one envelope. */
async function deliverOneByOne(
	server: AppServer,
	tries: number,
	around: (deliver: () => Promise<void>) => Promise<void>
): Promise<void> {
	const school = await makeCrossingSchool(server, 1);
	await server.start();
	const [testKiosk] = school.kiosks;
	if (!testKiosk) throw new Error('The school has no kiosk.');
	const kiosk = new NodeKiosk(school, testKiosk);
	await around(async () => {
		for (let turn = 0; turn < tries; turn += 1) {
			await kiosk.keep(visitOfTurn(school, turn));
			if ((await kiosk.deliver(server.origin)) !== 'delivered') {
				throw new Error(`Delivery ${turn + 1} was not taken.`);
			}
		}
	});
}

export async function countSqliteFsyncs(tries: number): Promise<CommitsOfAnswers | NotRun> {
	if (!ServerTrace.program()) return { notRun: 'strace is not here and could not be installed' };
	const server = await AppServer.prepare();
	try {
		let found: CommitsOfAnswers | null = null;
		await deliverOneByOne(server, tries, async (deliver) => {
			const trace = await ServerTrace.attach(server.pid);
			await deliver();
			found = commitsOfAnswers((await trace.stop()).events);
		});
		return found ?? { notRun: 'nothing was traced' };
	} finally {
		await server.remove();
	}
}

/** PostgreSQL counts its own: syncs of its log while the deliveries were taken, and its two settings. */
export async function countPostgresFsyncs(
	tries: number
): Promise<{ fsync: string; synchronousCommit: string; logSyncs: number }> {
	const postgres = await startPostgres();
	const server = await AppServer.prepare({ databaseUrl: await postgres.createDatabase('fsyncs') });
	try {
		let logSyncs = 0;
		let settings: { fsync: string; synchronous_commit: string } | undefined;
		await deliverOneByOne(server, tries, async (deliver) => {
			const open = await openDatabaseOf(server);
			const syncs = async () => {
				const { rows } = await sql<{ syncs: number }>`
					select coalesce(sum(fsyncs), 0)::bigint as syncs from pg_stat_io where object = 'wal'
				`.execute(open.db);
				return rows[0]?.syncs ?? 0;
			};
			try {
				const before = await syncs();
				await deliver();
				// The counts of a connection are told when it has been quiet for a moment.
				const giveUpAt = Date.now() + 15_000;
				do {
					await sql`select pg_stat_clear_snapshot()`.execute(open.db);
					logSyncs = (await syncs()) - before;
				} while (logSyncs < tries && Date.now() < giveUpAt);
				const shown = await sql<{ fsync: string; synchronous_commit: string }>`
					select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit
				`.execute(open.db);
				settings = shown.rows[0];
			} finally {
				await open.close();
			}
		});
		return {
			fsync: settings?.fsync ?? 'unknown',
			synchronousCommit: settings?.synchronous_commit ?? 'unknown',
			logSyncs
		};
	} finally {
		await server.remove();
		await postgres.stop();
	}
}
