// GET /crossing/v1/directory.
import { DIRECTORY_SIGNATURE_HEADER } from '$lib/crossing/directory-signature';
import { readSignedRequest } from '../kiosks/signed-request';
import type { RunningServer } from '../running';
import { directoryOf, signDirectory } from './directory';

/** `W/` and lists, as caches in between may send them. */
const hasTag = (header: string | null, etag: string) =>
	(header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);

export async function answerDirectory(running: RunningServer, request: Request): Promise<Response> {
	const signed = await readSignedRequest(running, request);
	if (signed instanceof Response) return signed;
	const { body, etag } = await directoryOf(running, signed.kiosk);
	const headers = { etag, 'cache-control': 'no-store' };
	if (hasTag(request.headers.get('if-none-match'), etag)) {
		return new Response(null, { status: 304, headers });
	}
	return new Response(body, {
		headers: {
			...headers,
			'content-type': 'application/json',
			[DIRECTORY_SIGNATURE_HEADER]: signDirectory(running, signed.kiosk.kiosk_id, body)
		}
	});
}
