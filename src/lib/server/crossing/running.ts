// The crossing of this process: the server and the one opener of what it stores.
import { announce } from '../live/announce';
import { server, type RunningServer } from '../running';
import { recordRoutings } from '../talk-requests/record-routing';
import { EnvelopeOpener } from './open-envelopes';

export interface Crossing {
	running: RunningServer;
	opener: EnvelopeOpener;
}

let started: Promise<Crossing> | null = null;

export const openCrossing = (running: RunningServer): Crossing => ({
	running,
	opener: new EnvelopeOpener(running, {
		record: (tx, opened) => recordRoutings(tx, opened, running.config),
		announce: (news) => announce(running, news)
	})
});

/** Started once; what an earlier run left unopened is opened then. */
export function crossing(): Promise<Crossing> {
	started ??= server().then(openCrossing);
	return started;
}
