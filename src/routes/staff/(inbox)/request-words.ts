// A request in words: the same ones in the list and beside it.
import { needIds } from '$lib/content/needs';
import { CWTCH_STAY } from '$lib/domain/calm-time';
import type {
	AskedFor,
	InboxItem,
	SaidChild,
	SaidTime
} from '$lib/server/talk-requests/say-request';
import type { Language, Translate } from '$lib/i18n/translator';

const FIRST_MORNING_MINUTES = 7 * 60;
const LAST_EVENING_MINUTES = 19 * 60;
const NOON_MINUTES = 12 * 60;
/** Longer waits are said by when it was asked. */
const MOST_SAID_MINUTES = 90;

/** A clock time as a school says it, "2:50"; with 24 hours where that could be the night. */
export function clock(minutes: number): string {
	const isDay = minutes >= FIRST_MORNING_MINUTES && minutes < LAST_EVENING_MINUTES;
	const said = isDay && minutes >= NOON_MINUTES + 60 ? minutes - NOON_MINUTES : minutes;
	return `${Math.floor(said / 60)}:${String(said % 60).padStart(2, '0')}`;
}

export const weekday = ({ date }: SaidTime, t: Translate): string =>
	t(`day.${new Date(date).getUTCDay() || 7}`);

export const time = (at: SaidTime, t: Translate): string =>
	at.day === 'today'
		? clock(at.minutes)
		: t('waits.next_day', { day: weekday(at, t), time: clock(at.minutes) });

/** With its whole date: "Monday 16 November, 10:40". */
export const dayAndClock = (at: SaidTime, t: Translate): string =>
	t('day-and-time', { ...dateWords(at, t), time: clock(at.minutes) });

/** "Monday 16 November". */
export const day = (at: SaidTime, t: Translate): string => t('day-and-month', dateWords(at, t));

function dateWords(at: SaidTime, t: Translate) {
	const date = new Date(at.date);
	return {
		weekday: t(`weekday.${date.getUTCDay() || 7}`),
		day: date.getUTCDate(),
		month: t(`month.${date.getUTCMonth() + 1}`)
	};
}

/** "A child in Dosbarth Enfys", and the name while it is shown. */
export function who(child: SaidChild, shown: boolean, t: Translate): string {
	const { name, className, kind } = child;
	if (kind === 'mistaken' && shown && name !== null) return t('child.mistaken_named', { name });
	if (kind === 'mistaken' || kind === 'nameless') {
		return className === null ? t(`child.${kind}`) : t(`child.${kind}_in`, { class: className });
	}
	if (kind === 'new') {
		return className === null ? t('child.new_no_class') : t('child.new_in', { class: className });
	}
	if (!shown || name === null) {
		if (className === null) return t('child.no_class');
		return t(shown ? 'child.no_name' : 'child.in', { class: className });
	}
	return className === null ? name : t('child.named', { name, class: className });
}

/** "A chat, before home time". */
export function what(item: AskedFor, t: Translate): string {
	if (item.kind === 'urgent') return t('urgent.what');
	if (item.kind === 'reflect') return t(item.need === CWTCH_STAY ? 'reflect.stay' : 'reflect.what');
	if (item.kind === 'come') return t('come.what');
	if (item.kind === 'need') {
		const need = item.need ?? '';
		return needIds.includes(need) ? t(`need.${need}`) : t('need.any', { need });
	}
	const { kind } = item.child;
	if ((kind === 'new' || kind === 'nameless') && item.how === null) return t(`child.${kind}_what`);
	// Said hello, or nothing else: what there is, are the words.
	if (item.how === null) return t('words.what');
	return t(`asked.${item.when}`, { what: t(`how.${item.how}`) });
}

/** A time to read in For me is the answer; to everything else it is to go there. */
export const isAnsweredWithTime = ({ kind, child }: InboxItem): boolean =>
	kind === 'talk' && child.kind === 'known';

/** Over with one tap: nobody waits for a time to be told. */
export const isOverWithOneTap = ({ kind }: Pick<InboxItem, 'kind'>): boolean =>
	kind === 'need' || kind === 'reflect';

/** The words of that one tap. */
export const oneTap = ({ kind }: Pick<InboxItem, 'kind'>, t: Translate): string =>
	t(kind === 'reflect' ? 'reflect.done' : 'helped');

/** When it was asked, each time. */
export function askedTimes(item: InboxItem, t: Translate): string {
	const times = item.askedAgain.length > 0 ? item.askedAgain : [item.asked];
	return list([...new Set(times.map((asked) => time(asked, t)))], t);
}

/** What else was wished for when the child asked again. */
export const alsoAsked = (item: InboxItem, t: Translate): string[] =>
	[...new Set(item.alsoAsked.map((one) => what(one, t)))].map((one) =>
		t('again.also', { what: one })
	);

/** Asked more than once: when each time, and what else for. */
export function again(item: InboxItem, t: Translate): string[] {
	if (item.askedAgain.length === 0) return [];
	return [t('again.times', { times: askedTimes(item, t) }), ...alsoAsked(item, t)];
}

/** For an answer that stands: "12:15, in the library". */
export function arranged(item: InboxItem, language: Language, t: Translate): string {
	const { answer } = item;
	if (!answer) return '';
	if (item.kind === 'reflect') return t('reflect.arranged');
	const at = time(answer.at, t);
	if (item.kind === 'come') return t('come.arranged', { time: at });
	return answer.place
		? t('answered.at', { time: at, where: answer.place[language] })
		: t('answered.here', { time: at });
}

export function waiting(item: InboxItem, t: Translate): string {
	if (item.waitedMinutes < 1) return t('waits.now');
	if (item.asked.day === 'other') return t('waits.since', { day: weekday(item.asked, t) });
	if (item.waitedMinutes > MOST_SAID_MINUTES)
		return t('waits.today', { time: time(item.asked, t) });
	return t('waits.minutes', { count: item.waitedMinutes });
}

export function next({ next: coming }: InboxItem, t: Translate): string | null {
	if (!coming) return null;
	const at = time(coming.at, t);
	if (coming.to === 'alarm') return t('waits.next_alarm', { time: at });
	if (coming.to === 'adults') return t('waits.next_many', { time: at });
	return t('waits.next', { adult: coming.name, time: at });
}

/** The line below: how long it has waited and who is next, or what became of the answer. */
export function below(item: InboxItem, t: Translate): string[] {
	if (item.byMistake) return [t('urgent.by_mistake')];
	if (item.offeredBy) return [t('offered', { adult: item.offeredBy })];
	if (item.talkChecked && item.state !== 'closed') return [t(`checked.${item.talkChecked}`)];
	if (item.state === 'met') return [t('waits.close')];
	if (item.state === 'taken-back') return [t('taken-back.hint')];
	const { answer } = item;
	if (item.state === 'arranged' && answer && !answer.hasPassed) {
		if (item.kind === 'reflect')
			return answer.byMe ? [] : [t('line.reflecting', { adult: answer.by })];
		if (item.kind === 'come' && answer.byMe) return [t('come.note')];
		if (!answer.byMe) return [t('answered.other', { adult: answer.by })];
		if (item.child.kind !== 'known') return [];
		return [t(answer.isRead ? 'answered.read' : 'answered.unread')];
	}
	const passed = item.kind === 'reflect' ? 'reflect.passed' : 'waits.passed';
	const waits = answer?.hasPassed ? t(passed) : waiting(item, t);
	const coming = next(item, t);
	return coming ? [`${waits};`, coming] : [waits];
}

/** Names as a list; Node's own `Intl.ListFormat` joins Welsh wrongly. */
export function list(names: readonly string[], t: Translate): string {
	const last = names.at(-1) ?? '';
	if (names.length < 2) return last;
	return t('list.and', { list: names.slice(0, -1).join(', '), last });
}
