// Whoever has just committed something due says so, without knowing the loop.
import type { RunningServer } from '../running';

const nudges = new WeakMap<RunningServer['db'], () => void>();

export const onNudge = (running: RunningServer, nudge: () => void): void => {
	nudges.set(running.db, nudge);
};

export const offNudge = (running: RunningServer): void => {
	nudges.delete(running.db);
};

/** Looks for due work now instead of within five seconds; nothing happens where no loop runs. */
export const nudgeDueWork = (running: RunningServer): void => nudges.get(running.db)?.();
