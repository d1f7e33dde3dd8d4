// The language that a child changed to in a visit is what the next one begins in.
import type { Language } from '$lib/domain/check-in';
import type { OpenedEnvelope } from '../crossing/recorder';
import type { Db } from '../database/open';
import { knownLanguages, setPupilLanguage } from '../database/pupil-language';
import { tappedAt } from './plan-request';

/**
 * A visit in the language that it began in says nothing: the child may not have looked at the switch.
 *
 * @param opened in their order
 * @returns those after which a tablet's directory is another
 */
export async function rememberLanguages(
	tx: Db,
	schoolId: string,
	opened: readonly OpenedEnvelope[]
): Promise<OpenedEnvelope[]> {
	const visits = opened.flatMap((one) => {
		const { routing } = one;
		if (routing.kind !== 'check-in' && routing.kind !== 'need' && routing.kind !== 'calm')
			return [];
		if (routing.pupilId === null) return [];
		if ('newInClassId' in routing && routing.newInClassId !== undefined) return [];
		return [{ one, pupilId: routing.pupilId, language: routing.language, at: routing.at }];
	});
	if (visits.length === 0) return [];
	const begunIn = await knownLanguages(tx, schoolId, {
		pupilIds: [...new Set(visits.map(({ pupilId }) => pupilId))],
		kioskIds: [...new Set(visits.map(({ one }) => one.kioskId))]
	});
	const changed: OpenedEnvelope[] = [];
	const since = new Map<string, Language>();
	const latest = new Map<string, { language: Language; at: number }>();
	for (const { one, pupilId, language, at: says } of visits) {
		const before = since.get(pupilId) ?? begunIn(pupilId, one.kioskId);
		if (before === undefined || language === before) continue;
		since.set(pupilId, language);
		changed.push(one);
		const at = tappedAt(says, one.receivedAt);
		if (at >= (latest.get(pupilId)?.at ?? -Infinity)) latest.set(pupilId, { language, at });
	}
	for (const [pupilId, { language, at }] of latest)
		await setPupilLanguage(tx, schoolId, pupilId, language, at);
	return changed;
}
