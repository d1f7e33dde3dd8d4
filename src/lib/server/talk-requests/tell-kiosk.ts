// What the tablet from which a child called, or asked to come, hears at once. Ids only; never who it was.
import { comeAnswerIn } from '$lib/domain/cwtch';
import type { TalkEvent, TalkRequest } from '$lib/domain/talk-request';
import { insertKioskFeed } from '../database/live-feed';
import type { Db } from '../database/open';

/** "Mrs Rees has seen it" shows at once where a child has called for a grown-up now. */
export async function tellKiosk(
	tx: Db,
	schoolId: string,
	requestId: string,
	request: TalkRequest,
	added: readonly TalkEvent[],
	now: number
): Promise<string[]> {
	const { kioskId } = request;
	if (request.kind === 'come')
		return tellComeAnswer(tx, schoolId, { requestId, kioskId }, added, now);
	if (request.kind !== 'urgent') return [];
	for (const event of added) {
		if (event.kind === 'answered') {
			const detail = { requestId, adultId: event.by, meetAt: event.meetAt };
			await insertKioskFeed(tx, schoolId, { kioskId, kind: 'urgent-answered', detail }, now);
		} else if (event.kind === 'seen' || event.kind === 'accepted') {
			const detail = { requestId, adultId: event.by };
			await insertKioskFeed(tx, schoolId, { kioskId, kind: 'urgent-seen', detail }, now);
		} else if (event.kind === 'handed-on' && event.fromId !== null && request.answer === null) {
			// Whoever had said to be coming is not: the tablet must not say so any longer.
			const detail = { requestId, adultId: event.fromId };
			await insertKioskFeed(tx, schoolId, { kioskId, kind: 'urgent-withdrawn', detail }, now);
		} else {
			continue;
		}
		return [kioskId];
	}
	return [];
}

/** What a grown-up said to "May I come?" shows where the child asked. */
async function tellComeAnswer(
	tx: Db,
	schoolId: string,
	{ requestId, kioskId }: { requestId: string; kioskId: string },
	added: readonly TalkEvent[],
	now: number
): Promise<string[]> {
	const answers = added.flatMap((event) => comeAnswerIn(event) ?? []);
	for (const said of answers) {
		const detail = { requestId, said };
		await insertKioskFeed(tx, schoolId, { kioskId, kind: 'come-answered', detail }, now);
	}
	return answers.length > 0 ? [kioskId] : [];
}
