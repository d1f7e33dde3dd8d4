// A whole school for tests and figures: the demo's, in the data of a server, running or not yet.
import { v7 as uuidv7 } from 'uuid';
import { makeDemoSchool, type DemoSchool } from '../../src/commands/demo-school';
import { readConfig } from '$lib/server/config';
import { makePairingCode, pairKiosk } from '$lib/server/kiosks/kiosks';
import { startServer, type RunningServer } from '$lib/server/running';
import type { SealingKeys } from '$lib/crossing/seal';
import type { AppServer } from './app-server';
import { newKiosk, type TestKiosk } from './test-kiosk';

export interface PairedTestKiosk extends TestKiosk {
	sealingKeys: SealingKeys;
	/** Raw Ed25519 public key of the server, base64url. */
	serverKey: string;
}

export interface SchoolFixture extends DemoSchool {
	/** The same database and keys as the server's, opened by this process. */
	running: RunningServer;
	/** For a tablet: good for 15 minutes, once. */
	pairingCode(place?: 'class' | 'cwtch' | 'corridor', classId?: string | null): Promise<string>;
	/** A kiosk without a browser. */
	pairTestKiosk(): Promise<PairedTestKiosk>;
	close(): Promise<void>;
}

/** Makes the school in the server's data folder or database; the server may be started afterwards. */
export async function makeSchool(server: AppServer): Promise<SchoolFixture> {
	const running = await startServer(readConfig({ ...server.environment, LOG_LEVEL: 'silent' }));
	const school = await makeDemoSchool(running);
	const pairingCode: SchoolFixture['pairingCode'] = async (place = 'class', classId = null) =>
		(
			await makePairingCode(running, {
				schoolId: school.schoolId,
				kioskName: `Tablet ${uuidv7().slice(-4)}`,
				place,
				classId: classId ?? (place === 'class' ? school.classId : null),
				madeBy: school.lead.staffId
			})
		).code;
	return {
		...school,
		running,
		pairingCode,
		async pairTestKiosk() {
			const kiosk = await newKiosk();
			const code = await pairingCode();
			const paired = await pairKiosk(running, { code, publicKey: kiosk.publicKey });
			if (!paired) throw new Error('The pairing code was not taken.');
			return {
				...kiosk,
				kioskId: paired.kioskId,
				serverKey: paired.serverKey,
				sealingKeys: {
					routing: running.keys.routing.recipient,
					words: [running.keys.words.recipient]
				}
			};
		},
		close: () => running.close()
	};
}
