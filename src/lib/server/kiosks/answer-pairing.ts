// POST and DELETE /crossing/v1/pairing.
import { PairingRequest } from '$lib/crossing/pairing';
import type { RunningServer } from '../running';
import { pairKiosk, revokeKiosk } from './kiosks';
import { PairingAttempts } from './pairing-attempts';
import { parseBody, readBody } from './read-request';
import { answerJson, refuse } from './refuse';
import { readSignedRequest } from './signed-request';

const attempts = new WeakMap<RunningServer['db'], PairingAttempts>();

function attemptsOn({ db }: RunningServer): PairingAttempts {
	const kept = attempts.get(db) ?? new PairingAttempts();
	attempts.set(db, kept);
	return kept;
}

/** `address` is where the tablet calls from. */
export async function answerPairing(
	running: RunningServer,
	request: Request,
	address: string
): Promise<Response> {
	const now = Date.now();
	const tries = attemptsOn(running);
	const waitMs = tries.waitMs(address, now);
	if (waitMs > 0) {
		return refuse(
			429,
			{ error: 'too-often', message: 'Too many codes were tried. Wait a minute and try again.' },
			{ 'retry-after': String(Math.ceil(waitMs / 1000)) }
		);
	}
	tries.count(address, now);
	const body = await readBody(request);
	if (body instanceof Response) return body;
	const pairing = parseBody(PairingRequest, body);
	if (pairing instanceof Response) return pairing;

	const paired = await pairKiosk(running, pairing);
	if (!paired) {
		running.log.info('a pairing code was not accepted');
		return refuse(400, {
			error: 'code',
			message:
				'This code does not work. Ask the office for a new one; a code works once, for 15 minutes.'
		});
	}
	tries.takeBack(address, now);
	running.log.info({ kiosk: paired.kioskId }, 'a kiosk was paired');
	return answerJson(paired);
}

/** A grown-up unpairs the tablet in its grown-up corner. */
export async function answerUnpairing(running: RunningServer, request: Request): Promise<Response> {
	const signed = await readSignedRequest(running, request);
	if (signed instanceof Response) return signed;
	const { school_id: schoolId, kiosk_id: kioskId } = signed.kiosk;
	await revokeKiosk(running, { schoolId, kioskId, by: `kiosk:${kioskId}` });
	running.log.info({ kiosk: kioskId }, 'a kiosk was unpaired');
	return answerJson({ outcome: 'unpaired' });
}
