// The sentence that the child reads for an answer: what the adult sees before sending is this very one.
// The kiosk says it by the same rule, in lib/kiosk/for-me/sentence-for.ts.
import type { AnswerSlot, TalkHow } from '$lib/domain/talk-request';
import { kioskWords } from '$lib/i18n/kiosk-words';

/** Whole phrases: Welsh changes the first letter of a noun after "yn" or "i". */
const WHEN: Record<AnswerSlot, string> = {
	now: 'when.in.now',
	break: 'when.in.break',
	lunch: 'when.in.lunch',
	'before-home': 'when.in.before_home',
	tomorrow: 'when.in.tomorrow_first'
};

export function childSentence(
	language: 'en' | 'cy',
	said: { adult: string; slot: AnswerSlot; how: TalkHow | null; place: { en: string; cy: string } }
): string {
	const t = kioskWords(language);
	const { adult, slot, how, place } = said;
	if (slot === 'now') return t('state.coming', { adult });
	const when = t(WHEN[slot]);
	if (how === 'walk') return t('state.arranged_walk', { adult, when });
	if (how === 'sit') return t('state.arranged_sit', { adult, when });
	return t('state.arranged', { adult, when, where: place[language] });
}
