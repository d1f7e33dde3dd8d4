// While nobody can sign in, the server prints a link with which the first lead sets the school up.
import { isSetUpLink, replaceSetUpLink } from '../database/set-up-link';
import { somebodyCanSignIn } from '../database/school';
import type { RunningServer } from '../running';
import { hashToken, newToken } from '../staff-sessions/one-time-token';

/** A new link at each start; the one before stops working. `null` once somebody can sign in. */
export async function makeSetUpLink(running: RunningServer): Promise<string | null> {
	const { db, config } = running;
	const token = newToken();
	const made = await db.transaction().execute(async (tx) => {
		if (await somebodyCanSignIn(tx)) return false;
		await replaceSetUpLink(tx, hashToken(token), Date.now());
		return true;
	});
	return made ? `${config.origin}/setup/${token}` : null;
}

/** One line on the screen of whoever starts the server; never in the log, which others may read. */
export async function printSetUpLink(
	running: RunningServer,
	print: (line: string) => void
): Promise<void> {
	const link = await makeSetUpLink(running);
	if (link) print(`Set the school up here (this link works once): ${link}\n`);
}

export const setUpLinkOpens = (running: RunningServer, token: string): Promise<boolean> =>
	isSetUpLink(running.db, hashToken(token));
