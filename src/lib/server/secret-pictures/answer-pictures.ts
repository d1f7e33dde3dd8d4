// POST /crossing/v1/secret-pictures: pictures, a badge or a grown-up's pass.
import { WhoCheck, type PicturesAnswer } from '$lib/crossing/answers';
import { checkBadge } from '../badges/badges';
import { paddedJson } from '../kiosks/padded-json';
import type { KioskRow } from '../database/kiosks';
import { parseBody } from '../kiosks/read-request';
import { readSignedRequest } from '../kiosks/signed-request';
import type { RunningServer } from '../running';
import { askPass, usePass } from '../passes/passes';
import { checkPictures } from './secret-pictures';

/** Right, wrong, rest, none and asked are of one size on the wire. */
export const PICTURES_ANSWER_BYTES = 256;

function check(
	running: RunningServer,
	kiosk: KioskRow,
	tried: WhoCheck,
	now: number
): Promise<PicturesAnswer> {
	if ('pictures' in tried) return checkPictures(running, kiosk, tried, now);
	if ('badge' in tried) return checkBadge(running, kiosk, tried, now);
	if ('passId' in tried) return usePass(running, kiosk, tried, now);
	return askPass(running, kiosk, tried, now);
}

export async function answerPictures(running: RunningServer, request: Request): Promise<Response> {
	const signed = await readSignedRequest(running, request);
	if (signed instanceof Response) return signed;
	const tried = parseBody(WhoCheck, signed.body);
	if (tried instanceof Response) return tried;
	const answer = await check(running, signed.kiosk, tried, signed.now);
	return new Response(paddedJson(answer, PICTURES_ANSWER_BYTES), {
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
	});
}
