// GET /crossing/v1/files/DIGEST for a tablet, and the same for a page of the staff side.
import { schoolFileByDigest } from '../database/school-files';
import type { Db } from '../database/open';
import { refuse } from '../kiosks/refuse';
import { readSignedRequest } from '../kiosks/signed-request';
import type { RunningServer } from '../running';

/** The file of the school that the signing kiosk belongs to. */
export async function answerKioskFile(
	running: RunningServer,
	request: Request,
	digest: string
): Promise<Response> {
	const signed = await readSignedRequest(running, request);
	if (signed instanceof Response) return signed;
	const found = await fileResponse(running.db, signed.kiosk.school_id, digest);
	return (
		found ??
		refuse(404, { error: 'request', message: 'The school has no such file, or not any more.' })
	);
}

/** `null` where the school has no such file. */
export async function fileResponse(
	db: Db,
	schoolId: string,
	digest: string
): Promise<Response | null> {
	const file = await schoolFileByDigest(db, schoolId, digest);
	if (!file) return null;
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': file.type,
			'cache-control': 'no-store',
			// Opened by itself it is a picture or a sound and can do nothing.
			'content-security-policy': "default-src 'none'; sandbox",
			'x-content-type-options': 'nosniff'
		}
	});
}
