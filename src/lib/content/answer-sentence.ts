// What a child reads about an answer. The tablet says it and the adult sees it before sending: it is
// one rule, so that what was promised is what is read.
import type { AnswerSlot, TalkHow } from '$lib/domain/talk-request';

/** Gives the words of the child's side for a key, in one language. */
type SayWords = (key: string, values?: Record<string, string>) => string;

export interface SaidAnswer {
	/** As children call them. */
	adult: string;
	slot: AnswerSlot;
	how: TalkHow | null;
	/** With its preposition, in the language of the words; `null` says only who and when. */
	where: string | null;
	/** "Tomorrow" was said on the day before the meeting; on the day itself it is "this morning". */
	isOnTheDay: boolean;
}

/** Whole phrases: Welsh changes the first letter of a noun after "yn" or "i". */
const whenPhrases: Record<AnswerSlot, string> = {
	now: 'when.in.now',
	soon: 'when.in.now',
	break: 'when.in.break',
	lunch: 'when.in.lunch',
	'before-home': 'when.in.before_home',
	tomorrow: 'when.in.tomorrow_first'
};

/** The walk or the sitting together that was asked for; to be seen, for anything else. */
function arrangedAs(how: TalkHow | null): { whenAlone: string; withPlace: string } {
	if (how === 'walk' || how === 'sit') {
		const key = `state.arranged_${how}`;
		return { whenAlone: key, withPlace: `${key}_where` };
	}
	return { whenAlone: 'forme.arranged', withPlace: 'state.arranged' };
}

/** Whole sentences: who, when, and where to meet. @param t the kiosk's words */
export function answerSentence(t: SayWords, answer: SaidAnswer): string {
	const { adult, slot, how, where, isOnTheDay } = answer;
	if (slot === 'now') return t('state.coming', { adult });
	const when = t(slot === 'tomorrow' && isOnTheDay ? 'when.in.this_morning' : whenPhrases[slot]);
	const { whenAlone, withPlace } = arrangedAs(how);
	return where === null ? t(whenAlone, { adult, when }) : t(withPlace, { adult, when, where });
}
