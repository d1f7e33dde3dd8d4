// After a commit: everybody who should look is woken, in this process and in the others.
import { nudgeDueWork } from '../due-work/nudge';
import type { RunningServer } from '../running';
import { LiveBus, type HearStaff, type News } from './live-bus';
import { OtherProcesses } from './other-processes';

const NUDGE_AFTER_MS = 5;

interface Live {
	bus: LiveBus;
	others: OtherProcesses | null;
	listening: Promise<void>;
}

const lives = new WeakMap<RunningServer['db'], Live>();

function liveOf(running: RunningServer): Live {
	const known = lives.get(running.db);
	if (known) return known;
	const bus = new LiveBus(running);
	const others = running.engine === 'postgres' ? new OtherProcesses(running, bus) : null;
	const live = { bus, others, listening: others?.listen() ?? Promise.resolve() };
	lives.set(running.db, live);
	return live;
}

/** Wakes the pages of these staff and these kiosks. Returns at once and never throws: a page that is not woken catches up. */
export function announce(running: RunningServer, news: News): void {
	if (news.staffIds.length === 0 && news.kioskIds.length === 0) return;
	const { bus, others } = liveOf(running);
	bus.wake(news);
	// What was just committed may have saved notices, or brought a clock forward.
	// After the news and the receipt went out: sending notices begins with a commit, and its sync holds
	// everything up.
	setTimeout(() => nudgeDueWork(running), NUDGE_AFTER_MS).unref();
	others?.tell(news).catch((error: unknown) => {
		running.log.warn({ err: error }, 'other processes could not be told of news');
	});
}

/** `hear` gets what is new for this member of staff, after the moment of the call. Returns what ends it. */
export const subscribeStaff = (
	running: RunningServer,
	schoolId: string,
	staffId: string,
	hear: HearStaff
): (() => void) => liveOf(running).bus.subscribeStaff(schoolId, staffId, hear);

/** `wake` is called when the kiosk's feed has something new. Returns what ends it. */
export const subscribeKiosk = (
	running: RunningServer,
	kioskId: string,
	wake: () => void
): (() => void) => liveOf(running).bus.subscribeKiosk(kioskId, wake);

/** Resolves when this process hears the others. */
export const listening = (running: RunningServer): Promise<void> => liveOf(running).listening;

/** Before the database is closed. */
export async function stopLive(running: RunningServer): Promise<void> {
	const live = lives.get(running.db);
	lives.delete(running.db);
	await live?.others?.stop();
}
