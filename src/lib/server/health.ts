// GET /health: ready when the database answers.
import { version } from '../../../package.json';
import { isAnswering } from './database/health';
import type { RunningServer } from './running';

/** Longer than the slowest write of a healthy server. */
export const LONGEST_ANSWER_MS = 2_000;

/** Never rejects: a server that could not start is not ready, and says so. */
export async function answerHealth(
	starting: Promise<Pick<RunningServer, 'db'>>,
	longestMs = LONGEST_ANSWER_MS
): Promise<Response> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<false>((resolve) => {
		timer = setTimeout(() => resolve(false), longestMs);
	});
	const answering = starting.then(({ db }) => isAnswering(db)).catch(() => false);
	const ready = await Promise.race([answering, late]);
	clearTimeout(timer);
	return Response.json(
		{ ready, version },
		{ status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
}
