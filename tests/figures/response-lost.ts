// The server has stored a delivery, and its answer never arrives: the kiosk sends it again.
import { AppServer } from '../support/app-server';
import { FaultProxy } from '../support/fault-proxy';
import type { Figure } from '../support/figure';
import { compareWithRows, everythingOpened } from './support/compare-with-rows';
import { makeCrossingSchool, openDatabaseOf, visitOfTurn } from './support/crossing-school';
import { NodeKiosk } from './support/node-kiosk';

const ENVELOPES_A_TRY = 3;

export const figure: Figure = {
	name: 'response-lost',
	promise: 'An answer that is lost after the commit loses nothing and doubles nothing.',
	unit: 'envelopes missing; envelopes or records that are there twice',
	target: 'lost 0, duplicated 0',
	tries: 200,
	async run({ tries, say }) {
		const server = await AppServer.prepare();
		const proxy = await FaultProxy.start(server.origin);
		try {
			const school = await makeCrossingSchool(server, 1);
			await server.start();
			const [testKiosk] = school.kiosks;
			if (!testKiosk) throw new Error('The school has no kiosk.');
			const kiosk = new NodeKiosk(school, testKiosk);
			let dropped = 0;
			// Every second answer is lost: each try is stored by its first and acknowledged by its second.
			proxy.fault = ({ index }) => ({ kind: index % 2 === 0 ? 'drop-response' : 'none' });
			for (let turn = 0; turn < tries; turn += 1) {
				for (let n = 0; n < ENVELOPES_A_TRY; n += 1) {
					await kiosk.keep(visitOfTurn(school, turn * ENVELOPES_A_TRY + n));
				}
				while (kiosk.waiting.length > 0) {
					if ((await kiosk.deliver(proxy.origin)) === 'later') dropped += 1;
				}
				if ((turn + 1) % 50 === 0) say(`${turn + 1} of ${tries}`);
			}
			const open = await openDatabaseOf(server);
			try {
				await everythingOpened(open.db);
				const { lost, duplicated, examples } = await compareWithRows(open.db, kiosk.acknowledged);
				for (const example of examples) say(example);
				return {
					measured: {
						answersLost: dropped,
						acknowledgedAsDuplicates: kiosk.duplicateReceipts,
						acknowledged: kiosk.acknowledged.length,
						lost,
						duplicated
					},
					tries: dropped,
					holds:
						lost === 0 &&
						duplicated === 0 &&
						dropped === tries &&
						kiosk.duplicateReceipts === tries * ENVELOPES_A_TRY
				};
			} finally {
				await open.close();
			}
		} finally {
			await proxy.stop();
			await server.remove();
		}
	}
};
