// Special pictures that were tapped and badges that were shown without the network came along in the
// envelope: what is recorded is only how sure it is who the child is.
import { surer } from '$lib/domain/certainty';
import type { Routing } from '$lib/domain/check-in';
import type { Certainty } from '$lib/domain/talk-request';
import { badgeCertainty } from '../badges/badges';
import type { RunningServer } from '../running';
import { certaintyOf } from '../secret-pictures/secret-pictures';
import type { Looked } from './look-inside';

type ByPupil = Extract<Routing, { certainty: Certainty }>;

/** The same with `certainty` in place of what was tried; `null` where nothing was. */
function triedIn(routing: Routing) {
	if (routing.kind !== 'check-in' && routing.kind !== 'need') return null;
	const { triedPictures, triedBadge, ...said } = routing;
	if (triedPictures === undefined && triedBadge === undefined) return null;
	return { triedPictures, triedBadge, said };
}

/** Whether the server has something to compare before this can be recorded. */
export const bringsTried = (look: Looked): boolean =>
	look.kind === 'opened' && triedIn(look.opened.routing) !== null;

/** One after the other, as each set of pictures takes some 40 ms. */
export async function compareTried(
	running: RunningServer,
	looked: Map<string, Looked>
): Promise<Map<string, Looked>> {
	for (const [key, look] of looked) {
		if (look.kind !== 'opened') continue;
		const { opened } = look;
		const tried = triedIn(opened.routing);
		if (!tried) continue;
		const { triedPictures, triedBadge, said } = tried;
		const whose = { schoolId: opened.schoolId, pupilId: said.pupilId };
		let { certainty } = said;
		if (triedPictures)
			certainty = surer(
				certainty,
				await certaintyOf(running, { ...whose, pictures: triedPictures })
			);
		if (triedBadge !== undefined)
			certainty = surer(certainty, await badgeCertainty(running, { ...whose, badge: triedBadge }));
		const routing: ByPupil = { ...said, certainty };
		looked.set(key, { kind: 'opened', opened: { ...opened, routing } });
	}
	return looked;
}
