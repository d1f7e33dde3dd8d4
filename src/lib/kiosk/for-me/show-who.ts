// Sends what a child has shown, and tells the visit what the server found. Without the network it stays with
// the visit, and is compared when that arrives.
import type { PicturesAnswer, WhoCheck } from '$lib/crossing/answers';
import type { Certainty } from '$lib/domain/talk-request';
import type { Visit } from '../visit.svelte';

/** `over`: the visit has ended meanwhile, and another child may stand there. */
export type Shown = PicturesAnswer | { outcome: 'offline' } | { outcome: 'over' };

type Way = 'pictures' | 'badge' | 'pass';

const FOUND: Record<Way, Partial<Record<PicturesAnswer['outcome'], Certainty>>> = {
	pictures: { right: 'pictures-right', wrong: 'pictures-wrong', none: 'not-asked' },
	badge: { right: 'badge', wrong: 'badge-wrong' },
	pass: { right: 'opened-by-grown-up' }
};

/** What was shown, without whose it is. */
export type Tried = { pictures: string[] } | { badge: string } | { passId: string };

const wayOf = (tried: Tried): Way =>
	'pictures' in tried ? 'pictures' : 'badge' in tried ? 'badge' : 'pass';

export async function showWho(visit: Visit, tried: Tried): Promise<Shown> {
	const { kiosk } = visit;
	const { pupil } = visit.said;
	if (!kiosk || !pupil) return { outcome: 'over' };
	if ('pictures' in tried) visit.telling.picturesTried(tried.pictures);
	if ('badge' in tried) visit.telling.badgeTried(tried.badge);
	const check: WhoCheck = { pupilId: pupil.id, ...tried };
	const answer = await kiosk.checkWho(check);
	if (visit.said.pupil !== pupil) return { outcome: 'over' };
	const found = answer.outcome === 'offline' ? null : FOUND[wayOf(tried)][answer.outcome];
	if (found) visit.telling.compared(found);
	return answer;
}
