// The quick way for a few envelopes: stored, opened and recorded in one commit, so that a grown-up's page
// hears of a request after one sync of the disk instead of two. Whatever is not plain goes the other way,
// stored first and opened afterwards: nothing in opening may keep an envelope from being stored.
import type { ArrivedEnvelope } from '../database/envelopes';
import { sendingKiosks } from '../database/sending-kiosks';
import { insertEnvelopes } from '../database/store-envelopes';
import type { News } from '../live/live-bus';
import type { RunningServer } from '../running';
import { bringsTried } from './compare-tried';
import { lookInside, type Looked } from './look-inside';
import { recordLooked } from './record-looked';
import type { Recorder } from './recorder';

/** Comparing special pictures takes its time, and a receipt must not tell that there were any. */
const isQuick = (look: Looked) => look.kind === 'opened' && !bringsTried(look);

/** Some were there already, or have to be set aside: undoes the transaction. */
class NotPlain extends Error {}

/**
 * Durable when it resolves with the news of it; `null` when nothing was stored and the envelopes have
 * to go the other way. Never rejects.
 */
export async function storeRecorded(
	{ db, keys, log }: RunningServer,
	recorder: Recorder,
	arrived: readonly ArrivedEnvelope[]
): Promise<News[] | null> {
	try {
		const kiosks = await sendingKiosks(db, [...new Set(arrived.map(({ kioskId }) => kioskId))]);
		const looked = await lookInside(arrived, kiosks, keys.routing.identity, () => null);
		if ([...looked.values()].some((look) => !isQuick(look))) return null;
		return await db.transaction().execute(async (tx) => {
			const stored = await insertEnvelopes(tx, arrived);
			if (stored.size < arrived.length) throw new NotPlain();
			const { news, setAside } = await recordLooked(tx, recorder, arrived, looked, Date.now());
			if (setAside > 0) throw new NotPlain();
			return news;
		});
	} catch (error) {
		if (error instanceof NotPlain) return null;
		const reason = error instanceof Error ? error.message : String(error);
		log.warn({ reason }, 'envelopes could not be recorded at once; they are stored first');
		return null;
	}
}
