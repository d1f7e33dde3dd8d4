// A whole school for tests and figures: the demo's, in the data of a server, running or not yet.
import { cpSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { makeDemoSchool, type DemoSchool } from '../../src/commands/demo-school';
import { readConfig } from '$lib/server/config';
import { sealingKeysOf } from '$lib/server/keys';
import { makePairingCode, pairKiosk } from '$lib/server/kiosks/kiosks';
import { startServer, type RunningServer } from '$lib/server/running';
import type { SealingKeys } from '$lib/crossing/seal';
import { AppServer } from './app-server';
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
	pairTestKiosk(place?: 'class' | 'cwtch' | 'corridor'): Promise<PairedTestKiosk>;
	close(): Promise<void>;
}

/** Makes the school in the server's data folder or database; the server may be started afterwards. */
export async function makeSchool(server: AppServer): Promise<SchoolFixture> {
	const running = await openData(server);
	return schoolIn(running, await makeDemoSchool(running));
}

/** A school to copy: to make one, with its passwords and its roster, takes longer than to use it. */
export interface SchoolTemplate {
	/** As `makeSchool`, for a server that keeps its data in a folder of its own. */
	copyTo(server: AppServer): Promise<SchoolFixture>;
	remove(): Promise<void>;
}

export async function makeSchoolTemplate(): Promise<SchoolTemplate> {
	const template = await AppServer.prepare();
	const running = await openData(template);
	const demo = await makeDemoSchool(running);
	await running.close();
	return {
		async copyTo(server) {
			cpSync(template.dataDir, server.dataDir, { recursive: true });
			return schoolIn(await openData(server), demo);
		},
		remove: () => template.remove()
	};
}

const openData = (server: AppServer): Promise<RunningServer> =>
	startServer(readConfig({ ...server.environment, LOG_LEVEL: 'silent' }));

function schoolIn(running: RunningServer, school: DemoSchool): SchoolFixture {
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
		async pairTestKiosk(place) {
			const kiosk = await newKiosk();
			const code = await pairingCode(place);
			const paired = await pairKiosk(running, { code, publicKey: kiosk.publicKey });
			if (!paired) throw new Error('The pairing code was not taken.');
			return {
				...kiosk,
				kioskId: paired.kioskId,
				serverKey: paired.serverKey,
				sealingKeys: sealingKeysOf(running.keys)
			};
		},
		close: () => running.close()
	};
}
