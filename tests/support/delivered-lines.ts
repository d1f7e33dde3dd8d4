// Lines as tablets make them, delivered to a server, and what it opened and recorded of them.
import { v7 as uuidv7 } from 'uuid';
import { beforeEach } from 'vitest';
import { makeLine, seal } from '$lib/crossing/seal';
import type { Routing } from '$lib/domain/check-in';
import { EnvelopeOpener } from '$lib/server/crossing/open-envelopes';
import type { OpenedEnvelope, Recorded, Recorder } from '$lib/server/crossing/recorder';
import { takeDelivery } from '$lib/server/crossing/take-delivery';
import { sealingKeysOf } from '$lib/server/keys';
import type { RunningServer } from '$lib/server/running';
import { onBothDatabases } from './on-both-databases';
import { runningOn } from './running-on';
import { knownKiosk, type TestKiosk } from './test-kiosk';
import { checkInOf } from './visit-messages';

/** Of every kiosk here. */
export const schoolId = uuidv7();

export const visit = checkInOf(uuidv7(), { at: 1_790_000_000_000, feeling: 'happy' });

/** What recording comes to where it is not looked at. */
export const nothing: Recorded = { outcome: 'recorded', wake: [], kioskWake: [], feed: [] };

export function onDeliveredLines(
	name: string,
	suite: (about: ReturnType<typeof aboutServer>) => void
): void {
	onBothDatabases(name, (database) => {
		let running: RunningServer;
		beforeEach(async () => {
			running = await runningOn(database());
		});
		suite(aboutServer(() => running));
	});
}

function aboutServer(running: () => RunningServer) {
	const keys = () => sealingKeysOf(running().keys);
	return {
		running,
		keys,

		knownKiosk: (revokedAt: number | null = null) =>
			knownKiosk(running().db, { schoolId, revokedAt }),

		line: async (
			kiosk: TestKiosk,
			counter: number,
			routing: Routing = visit,
			id: string = uuidv7()
		) => makeLine(await seal(routing, null, keys()), id, counter, kiosk),

		async deliver(lines: string[]) {
			const delivery = await takeDelivery(running(), lines.join('\n'), 5_000);
			if (delivery.kind !== 'taken') throw new Error(delivery.kind);
			return delivery;
		},

		/** Opens what is stored, as a server does after its start; says what was recorded. */
		async openAll(record?: Recorder['record']) {
			const recorded: OpenedEnvelope[] = [];
			const opener = new EnvelopeOpener(running(), {
				record:
					record ??
					(async (_tx, opened) => {
						recorded.push(...opened);
						return opened.map(() => nothing);
					}),
				announce: () => undefined
			});
			await opener.idle();
			await opener.stop();
			return recorded;
		},

		/** Why it was set aside; nothing where it was not. */
		async quarantined(id: string) {
			const rows = await running()
				.db.selectFrom('quarantine')
				.select('reason')
				.where('envelope_id', '=', id)
				.execute();
			return rows.map(({ reason }) => reason);
		}
	};
}
