// One whole sentence for what waits. It says where the message is now, and promises only a time that
// an adult has given.
import type { Waiting } from '$lib/crossing/answers';
import type { Language } from '$lib/domain/check-in';
import type { AnswerSlot } from '$lib/domain/talk-request';
import { kioskWords } from '$lib/i18n/kiosk-words';

/** Whole phrases: Welsh changes the first letter of a noun after "yn" or "i". */
const whenPhrases: Record<AnswerSlot, string> = {
	now: 'when.in.now',
	break: 'when.in.break',
	lunch: 'when.in.lunch',
	'before-home': 'when.in.before_home',
	tomorrow: 'when.in.tomorrow_first'
};

/**
 * @param waiting `undefined` when nothing waits
 * @param adult of `waiting.adultId`; `null` for Anyone, and for somebody who has left
 * @param now milliseconds; "tomorrow" was said on the day before the meeting
 */
export function sentenceFor(
	waiting: Waiting | undefined,
	adult: { name: string } | null,
	{ language, now }: { language: Language; now: number }
): string {
	const t = kioskWords(language);
	if (!waiting) return t('forme.nothing');
	const name = adult?.name ?? t('forme.a_grown_up');
	if (waiting.kind === 'talk-check') return t('talkcheck.ask');
	if (waiting.kind === 'handed-on') return t('forme.handed', { adult: name });
	if (waiting.kind === 'asked') {
		if (waiting.seen) return t('state.seen', { adult: name });
		return adult ? t('state.arrived', { adult: name }) : t('state.arrived_any');
	}
	if (waiting.slot === 'now') return t('state.coming', { adult: name });
	const isToday = new Date(waiting.meetAt).toDateString() === new Date(now).toDateString();
	const when = t(
		waiting.slot === 'tomorrow' && isToday ? 'when.in.this_morning' : whenPhrases[waiting.slot]
	);
	if (waiting.how === 'walk') return t('state.arranged_walk', { adult: name, when });
	if (waiting.how === 'sit') return t('state.arranged_sit', { adult: name, when });
	if (!waiting.place) return t('forme.arranged', { adult: name, when });
	return t('state.arranged', { adult: name, when, where: waiting.place.phrase[language] });
}
