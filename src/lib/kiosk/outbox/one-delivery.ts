// What goes together in one delivery, and how long it may take. A minute of sound is a hundred times as large
// as anything else: on a poor network it must get through at last, and hold nothing up that is urgent.
import { LANES, type OutboxEntry } from './names';

/** One recording with some others; fifty visits by taps are half of it. */
const MOST_BYTES = 1024 * 1024;
/** Beside "I need a grown-up now". */
const MOST_BYTES_WITH_URGENT = 64 * 1024;

const LEAST_TIMEOUT_MS = 30_000;
/** 64 kbit/s: slower than any network that is one. */
const LEAST_BYTES_A_MS = 8;

/** As many as go together, from the front; at least one. @param entries urgent ones first */
export function oneDelivery(entries: readonly OutboxEntry[]): OutboxEntry[] {
	const most = entries[0]?.lane === LANES.urgent ? MOST_BYTES_WITH_URGENT : MOST_BYTES;
	const chosen: OutboxEntry[] = [];
	let bytes = 0;
	for (const entry of entries) {
		bytes += entry.line.length + 1;
		if (chosen.length > 0 && bytes > most) break;
		chosen.push(entry);
	}
	return chosen;
}

/** Milliseconds until a delivery of so many bytes is given up, and tried again later. */
export const deliveryTimeout = (bytes: number): number =>
	LEAST_TIMEOUT_MS + Math.ceil(bytes / LEAST_BYTES_A_MS);
