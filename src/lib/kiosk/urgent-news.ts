// What the screen says of a call for a grown-up now: of all that adults did, what the child can rely on.
import type { Directory } from '$lib/crossing/directory';
import type { KioskFeedEvent } from '$lib/crossing/kiosk-feed';
import { knownAdults } from './offered-adults';

export type UrgentNews = Extract<KioskFeedEvent, { adultId: string }>;

export interface UrgentAnswer {
	adultId: string;
	isComing: boolean;
}

/**
 * Who is coming, until that adult takes it back or another promises; else who has seen it last. That somebody
 * else opens it too does not undo a promise. `null` until an adult did something. The feed may repeat itself.
 */
export function answerOf(news: readonly UrgentNews[], requestId: string): UrgentAnswer | null {
	const own = news
		.filter((one) => one.requestId === requestId)
		// Ids grow with time.
		.sort((a, b) => (a.id < b.id ? -1 : 1));
	const promise = own.findLast(
		(one) =>
			one.kind === 'urgent-answered' &&
			!own.some(
				({ kind, adultId, id }) =>
					kind === 'urgent-withdrawn' && adultId === one.adultId && id > one.id
			)
	);
	const said = promise ?? own.findLast(({ kind }) => kind !== 'urgent-withdrawn');
	return said ? { adultId: said.adultId, isComing: promise !== undefined } : null;
}

/** As words of the tablet. Who is on no tablet, as the head, comes all the same. */
export function saidOf(
	answer: UrgentAnswer | null,
	directory: Pick<Directory, 'adults' | 'toldAdults'> | null
): { key: string; values?: { adult: string } } | null {
	if (!answer) return null;
	const adult = directory && knownAdults(directory).find(({ id }) => id === answer.adultId)?.name;
	if (!adult) return { key: answer.isComing ? 'urgent.coming_any' : 'urgent.seen_any' };
	return { key: answer.isComing ? 'urgent.coming' : 'state.seen', values: { adult } };
}
