// How soon a server that was started can take a child's request, and what it costs while nothing happens.
import { setTimeout } from 'node:timers/promises';
import { AppServer } from '../support/app-server';
import { median, rounded, type Figure } from '../support/figure';
import { residentMebibytes } from './support/process-memory';

const MOST_START_MS = 1500;
const MOST_IDLE_MIB = 150;
/** Nobody calls meanwhile: what was needed for the start may be given back. */
const IDLE_MS = 3000;

export const figure: Figure = {
	name: 'server-start',
	promise: 'The server is ready soon after its start, and small while nothing happens.',
	unit: 'ms from the start of the process until /health is ready; MiB resident when idle',
	target: `ready within ${MOST_START_MS} ms, at most ${MOST_IDLE_MIB} MiB (medians)`,
	tries: 10,
	async run({ tries, say }) {
		const first: number[] = [];
		const again: number[] = [];
		const idle: number[] = [];
		for (let done = 0; done < tries; done += 1) {
			const server = await AppServer.prepare();
			try {
				// On an empty folder, with keys and tables to make, and then over what is there.
				first.push(await timeToStart(server));
				await server.kill('SIGTERM');
				again.push(await timeToStart(server));
				await setTimeout(IDLE_MS);
				idle.push(residentMebibytes(server.pid));
			} finally {
				await server.remove();
			}
			say(
				`${done + 1} of ${tries}: ${Math.round(again.at(-1) ?? 0)} ms, ${Math.round(idle.at(-1) ?? 0)} MiB`
			);
		}
		const measured = {
			firstStartMs: rounded(median(first)),
			startMs: rounded(median(again)),
			idleMiB: rounded(median(idle))
		};
		return {
			measured,
			tries,
			holds:
				measured.firstStartMs <= MOST_START_MS &&
				measured.startMs <= MOST_START_MS &&
				measured.idleMiB <= MOST_IDLE_MIB
		};
	}
};

async function timeToStart(server: AppServer): Promise<number> {
	const from = performance.now();
	await server.start();
	return performance.now() - from;
}
