// Which school an envelope belongs to. A kiosk never changes schools, so that is remembered.
import { onlySchool, sendingKiosks } from '../database/sending-kiosks';
import type { RunningServer } from '../running';

/** The school of what came from a kiosk that nobody knows, on a server with many schools. */
export const NOBODYS = '';

const MOST_REMEMBERED = 50_000;
const remembered = new WeakMap<RunningServer['db'], Map<string, string>>();

/** An unknown kiosk's envelopes belong to the only school there is, or to nobody. */
export async function schoolsOfKiosks(
	running: RunningServer,
	kioskIds: ReadonlySet<string>
): Promise<Map<string, string>> {
	const known = remembered.get(running.db) ?? new Map<string, string>();
	remembered.set(running.db, known);
	const missing = [...kioskIds].filter((id) => !known.has(id));
	const found = new Map<string, string>();
	if (missing.length > 0) {
		const kiosks = await sendingKiosks(running.db, missing);
		if (known.size > MOST_REMEMBERED) known.clear();
		for (const kiosk of kiosks.values()) known.set(kiosk.kioskId, kiosk.schoolId);
		if (kiosks.size < missing.length) {
			const school = (await onlySchool(running.db)) ?? NOBODYS;
			for (const id of missing) if (!kiosks.has(id)) found.set(id, school);
		}
	}
	for (const id of kioskIds) {
		const school = known.get(id);
		if (school !== undefined) found.set(id, school);
	}
	return found;
}
