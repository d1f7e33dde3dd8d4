// Special pictures that were tapped without the network came along in the envelope: what is recorded is only
// whether they were right.
import type { RunningServer } from '../running';
import { certaintyOf } from '../secret-pictures/secret-pictures';
import type { Looked } from './look-inside';

/** Ids in order, or `null` where the child tapped none. */
export function triedPicturesIn(look: Looked): readonly string[] | null {
	if (look.kind !== 'opened' || !('triedPictures' in look.opened.routing)) return null;
	return look.opened.routing.triedPictures ?? null;
}

/** The same, with `certainty` in place of the pictures; one after the other, as each takes some 40 ms. */
export async function comparePictures(
	running: RunningServer,
	looked: Map<string, Looked>
): Promise<Map<string, Looked>> {
	for (const [key, look] of looked) {
		const pictures = triedPicturesIn(look);
		if (look.kind !== 'opened' || !pictures) continue;
		const { opened } = look;
		const { routing, schoolId } = opened;
		if (routing.kind !== 'check-in' && routing.kind !== 'need') continue;
		const { triedPictures: _compared, ...said } = routing;
		const { pupilId } = said;
		const certainty = await certaintyOf(running, { schoolId, pupilId, pictures });
		looked.set(key, { kind: 'opened', opened: { ...opened, routing: { ...said, certainty } } });
	}
	return looked;
}
