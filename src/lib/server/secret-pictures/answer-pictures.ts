// POST /crossing/v1/secret-pictures.
import { PicturesCheck } from '$lib/crossing/answers';
import { paddedJson } from '../kiosks/padded-json';
import { parseBody } from '../kiosks/read-request';
import { readSignedRequest } from '../kiosks/signed-request';
import type { RunningServer } from '../running';
import { checkPictures } from './secret-pictures';

/** Right, wrong, rest and none are of one size on the wire. */
export const PICTURES_ANSWER_BYTES = 256;

export async function answerPictures(running: RunningServer, request: Request): Promise<Response> {
	const signed = await readSignedRequest(running, request);
	if (signed instanceof Response) return signed;
	const tried = parseBody(PicturesCheck, signed.body);
	if (tried instanceof Response) return tried;
	const answer = await checkPictures(running, signed.kiosk, tried, signed.now);
	return new Response(paddedJson(answer, PICTURES_ANSWER_BYTES), {
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
	});
}
