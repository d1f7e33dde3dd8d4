// The child's own words, for one member of staff who may read them. They are never in a page, a list or a
// notice: a browser asks for them when they are to be shown, and takes them apart itself. When people have
// keys of their own, what is handed over here is what is still sealed, and the browser opens it.
import { openWords } from '$lib/crossing/unseal';
import { writeAudit } from '../database/audit';
import { visibleRequest } from '../database/inbox';
import { sealedWordsOf } from '../database/talk-words';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';

export type WordsOfRequest =
	/** What `openChildWords` reads; empty where the child added nothing. */
	| { outcome: 'opened'; packed: Uint8Array<ArrayBuffer> }
	/** No such request, or none that this viewer may know of. */
	| { outcome: 'not-found' }
	/** Kept as they are, and sealed to somebody else. */
	| { outcome: 'not-readable' };

export async function readWordsOfRequest(
	{ db, keys }: RunningServer,
	viewer: RequestViewer,
	requestId: string
): Promise<WordsOfRequest> {
	const { schoolId, staffId } = viewer;
	if (!(await visibleRequest(db, viewer, requestId))) return { outcome: 'not-found' };
	const sealed = await sealedWordsOf(db, schoolId, requestId);
	if (!sealed) return { outcome: 'opened', packed: new Uint8Array() };
	const packed = await openWords(sealed, keys.words.identity);
	if (!packed) return { outcome: 'not-readable' };
	await writeAudit(db, { schoolId, actor: staffId, action: 'words-read', subject: requestId });
	return { outcome: 'opened', packed: new Uint8Array(packed) };
}
