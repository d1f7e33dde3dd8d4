// What must survive a power cut is forced to the disk before anybody is told that it is safe: counted
// with strace on the tablet and on the server, and by PostgreSQL itself.
import type { Figure } from '../support/figure';
import { countTabletFsyncs } from '../support/fsyncs-of-tablet';
import { countPostgresFsyncs, countSqliteFsyncs } from './support/fsyncs-of-server';

export const figure: Figure = {
	name: 'fsync',
	promise:
		'What the tablet calls kept safe, and what the server gives a receipt for, is on the disk.',
	unit: 'calls of fsync or fdatasync',
	target:
		'at least 1 for each "kept safe" on the tablet and for each receipt of the server; PostgreSQL has fsync and synchronous_commit on',
	tries: 50,
	async run({ tries, say }) {
		const sqlite = await countSqliteFsyncs(tries);
		if ('notRun' in sqlite) return sqlite;
		say(`SQLite: ${sqlite.fewestSyncs} before a receipt at least`);
		const postgres = await countPostgresFsyncs(tries);
		say(`PostgreSQL: ${postgres.logSyncs} for ${tries} deliveries`);
		const tablet = await countTabletFsyncs(tries);
		if ('notRun' in tablet) return tablet;
		say(`tablet: ${tablet.fsyncs} for ${tablet.kept} kept safe`);
		return {
			measured: {
				serverReceipts: sqlite.answers,
				serverFewestBeforeAReceipt: sqlite.fewestSyncs,
				serverReceiptsWithout: sqlite.withoutCommit + sqlite.beforeSync,
				postgresLogSyncs: postgres.logSyncs,
				postgresFsync: postgres.fsync,
				postgresSynchronousCommit: postgres.synchronousCommit,
				tabletKeptSafe: tablet.kept,
				tabletFsyncs: tablet.fsyncs,
				tabletFewest: tablet.fewest
			},
			tries: sqlite.answers,
			holds:
				sqlite.answers === tries &&
				sqlite.fewestSyncs >= 1 &&
				sqlite.withoutCommit + sqlite.beforeSync === 0 &&
				postgres.logSyncs >= tries &&
				postgres.fsync === 'on' &&
				postgres.synchronousCommit === 'on' &&
				tablet.kept === tries &&
				tablet.fewest >= 1
		};
	}
};
