// One whole sentence for what waits. It says where the message is now, and promises only a time that
// an adult has given.
import { answerSentence } from '$lib/content/answer-sentence';
import type { Waiting } from '$lib/crossing/answers';
import type { Language } from '$lib/domain/check-in';
import { kioskWords } from '$lib/i18n/kiosk-words';

/**
 * @param waiting `undefined` when nothing waits
 * @param adult of `waiting.adultId`; `null` for Anyone, and for somebody who has left
 * @param now milliseconds
 */
export function sentenceFor(
	waiting: Waiting | undefined,
	adult: { name: string } | null,
	{ language, now }: { language: Language; now: number }
): string {
	const t = kioskWords(language);
	if (!waiting) return t('forme.nothing');
	const name = adult?.name ?? t('forme.a_grown_up');
	if (waiting.kind === 'hello-back') return t('state.hello_back', { adult: name });
	if (waiting.kind === 'not-now') return t('room.come.not-now');
	if (waiting.kind === 'talk-check') return t('talkcheck.ask');
	if (waiting.kind === 'handed-on') return t('forme.handed', { adult: name });
	if (waiting.kind === 'asked') {
		if (waiting.seen) return t('state.seen', { adult: name });
		return adult ? t('state.arrived', { adult: name }) : t('state.arrived_any');
	}
	const { slot, how, meetAt, place, come } = waiting;
	// Read later than it was said: only what is true by now.
	if (come) return t(slot === 'soon' && meetAt > now ? 'room.come.later' : 'room.come.now');
	return answerSentence(t, {
		adult: name,
		slot,
		how,
		where: place?.phrase[language] ?? null,
		isOnTheDay: new Date(meetAt).toDateString() === new Date(now).toDateString()
	});
}
