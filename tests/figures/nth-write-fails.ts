// The disk of the server fails at the n-th write, or is full from then on, or fails to sync: for every n
// there is. No receipt may be given for what did not reach the disk, and the server goes on by itself.
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AppServer } from '../support/app-server';
import type { Figure } from '../support/figure';
import { compareWithRows, everythingOpened } from './support/compare-with-rows';
import { makeCrossingSchool, openDatabaseOf, visitOfTurn } from './support/crossing-school';
import { NodeKiosk } from './support/node-kiosk';
import { commitsOfAnswers, ServerTrace, type Injection } from './support/server-trace';

const ENVELOPES_A_DELIVERY = 4;
/** No delivery makes so many calls: a run that comes here does not end by itself. */
const MOST_CALLS = 1000;
const LONGEST_LOG_WAIT_MS = 5_000;
const LOG_LINE = 'envelopes could not be stored';

const MODES: Omit<Injection, 'nth'>[] = [
	{ call: 'pwrite64', error: 'ENOSPC', fromThenOn: false },
	{ call: 'pwrite64', error: 'ENOSPC', fromThenOn: true },
	{ call: 'fsync', error: 'EIO', fromThenOn: false }
];

export const figure: Figure = {
	name: 'nth-write-fails',
	promise:
		'A full or failing disk of the server never makes it give a receipt for what is not stored, and it goes on without a restart when there is room again.',
	unit: 'receipts for what was not on the disk or is not there after a restart; deliveries that were not taken after the disk was well again',
	target:
		'false receipts 0, not recovered 0, for every n until nothing is left to fail; a log line for each',
	tries: 1,
	async run({ tries, say }) {
		if (!ServerTrace.program()) {
			return { notRun: 'strace is not here and could not be installed' };
		}
		const server = await AppServer.prepare();
		try {
			const school = await makeCrossingSchool(server, 1);
			await server.start();
			const [testKiosk] = school.kiosks;
			if (!testKiosk) throw new Error('The school has no kiosk.');
			const kiosk = new NodeKiosk(school, testKiosk);
			const measured = {
				failuresInjected: 0,
				refused: 0,
				falseReceipts: 0,
				notRecovered: 0,
				withoutLogLine: 0
			};
			let turn = 0;
			for (let round = 0; round < tries; round += 1) {
				for (const mode of MODES) {
					let nth = 1;
					for (; nth < MOST_CALLS; nth += 1) {
						for (let n = 0; n < ENVELOPES_A_DELIVERY; n += 1) {
							await kiosk.keep(visitOfTurn(school, (turn += 1)));
						}
						const trace = await ServerTrace.attach(server.pid, { ...mode, nth });
						const printedBefore = server.output.length;
						const first = await kiosk.deliver(server.origin);
						await opened(server, kiosk);
						const { events, injected } = await trace.stop();
						measured.falseReceipts += commitsOfAnswers(events).beforeSync;
						measured.failuresInjected += injected;
						if (first === 'later') {
							measured.refused += 1;
							if (!(await hasPrinted(server, printedBefore))) measured.withoutLogLine += 1;
							if ((await kiosk.deliver(server.origin)) !== 'delivered') measured.notRecovered += 1;
						}
						if (injected === 0) break;
					}
					say(
						`${mode.call} ${mode.error}${mode.fromThenOn ? ' and all after it' : ''}: ${nth - 1} calls made to fail`
					);
				}
			}
			// Whatever the failures left unopened is opened by the running server, without a restart.
			while ((await kiosk.deliver(server.origin)) !== 'empty');
			await kiosk.keep(visitOfTurn(school, (turn += 1)));
			await kiosk.deliver(server.origin);
			const before = await openDatabaseOf(server);
			await everythingOpened(before.db);
			await before.close();

			await server.kill('SIGKILL');
			await server.start();
			const open = await openDatabaseOf(server);
			const { lost, duplicated, examples } = await compareWithRows(open.db, kiosk.acknowledged);
			await open.close();
			for (const example of examples) say(example);
			measured.falseReceipts += lost;
			await server.kill();
			const file = new DatabaseSync(join(server.dataDir, 'cwtch.sqlite'));
			const integrity = String(file.prepare('PRAGMA integrity_check').get()?.['integrity_check']);
			file.close();
			return {
				measured: { ...measured, acknowledged: kiosk.acknowledged.length, duplicated, integrity },
				tries: measured.failuresInjected,
				holds:
					measured.falseReceipts === 0 &&
					measured.notRecovered === 0 &&
					measured.withoutLogLine === 0 &&
					measured.refused > 0 &&
					duplicated === 0 &&
					integrity === 'ok'
			};
		} finally {
			await server.remove();
		}
	}
};

/** The log may come a moment after the answer. */
async function hasPrinted(server: AppServer, from: number): Promise<boolean> {
	const giveUpAt = Date.now() + LONGEST_LOG_WAIT_MS;
	while (!server.output.slice(from).includes(LOG_LINE)) {
		if (Date.now() > giveUpAt) return false;
		await setTimeout(2);
	}
	return true;
}

/** Until this delivery is opened, or its opening has failed: that, too, is under the failing disk. */
async function opened(server: AppServer, kiosk: NodeKiosk): Promise<void> {
	const last = kiosk.acknowledged.at(-1);
	if (!last || kiosk.waiting.length > 0) return;
	const file = new DatabaseSync(join(server.dataDir, 'cwtch.sqlite'), { readOnly: true });
	const printed = server.output.length;
	try {
		const unopened = file.prepare('select 1 from unopened_envelope where envelope_id = ?');
		const hasFailed = () => server.output.slice(printed).includes('could not be');
		while (!hasFailed() && unopened.get(last.id) !== undefined) {
			await setTimeout(2);
		}
	} finally {
		file.close();
	}
}
