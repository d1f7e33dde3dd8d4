// What "Read it to me" may say on each screen: the heading and the fixed words, never a name, a sentence
// with a name in it, a feeling that was chosen, or what waits behind For me.
import { activityName, ACTIVITY_IDS } from './activity-names';
import cards from './cards.json' with { type: 'json' };
import { feelingCard, feelingPlaces, type BothLanguages } from './cards';
import { bodyClue, bodyClues, feelingSizes } from './feeling-details';
import { needPages } from './needs';

/** Names a string in both languages: a message of the kiosk (`offer.chat`), or `feeling:happy`. */
export type StringKey = string;

export interface OwnWord extends BothLanguages {
	id: string;
}

const FEELING = 'feeling:';
const PLACE = 'place:';
const PLACE_MEANS = 'place-means:';
const NEED = 'need:';
const SIZE = 'size:';
const CLUE = 'clue:';
const OWN_WORD = 'own-word:';
const ACTIVITY = 'activity:';

const needs = needPages.flat();
const feelings = cards.cards.map(({ id }) => FEELING + id);
const places = feelingPlaces.flatMap(({ id }) => [PLACE + id, PLACE_MEANS + id]);
const whens = ['when.now', 'when.break', 'when.lunch', 'when.home', 'when.whenever_short'];

/** Other ways than the special pictures. */
const waysToOpen = [
	'signin.badge',
	'badge.hold',
	'badge.unkept',
	'signin.use_pictures',
	'pass.ask',
	'pass.number',
	'error.camera',
	'error.camera_badge'
];

const mayCome = ['room.come.now', 'room.come.soon', 'room.come.later', 'room.come.not-now'];
const changes = ['after.ask', 'after.smaller', 'after.same', 'after.bigger_now'];
const helped = ['after.bigger', 'after.any', 'after.grown_up'];
const showing = ['calm.show', 'calm.show_given', 'calm.show_this', 'calm.show_first'];
const namelessly = ['nameless.no_answer', 'nameless.voice_given', 'nameless.drawing_given'];
const presence = ['offer.here', 'offer.away', 'offer.away_choice'];
const lengths = ['room.short', 'room.middle', 'room.long'];
const movesAndSounds = ['motion.off', 'motion.on', 'sound.on', 'sound.off'];

/** Where a message is. */
const sending = [
	'bye.keeping',
	'state.kept',
	'state.kept_help',
	'state.sending',
	'bye.arrived',
	'state.failed',
	'error.full'
];

/** Whether a grown-up is in the room. */
const companyInCwtch = ['room.here', 'room.nobody', 'urgent.places', 'urgent.go'];

/** On every screen of a visit. */
const EVERYWHERE: StringKey[] = ['urgent.button', 'door.talk', 'door.calm', 'forme.title'];

const BY_SCREEN = {
	rest: ['home.start', 'menu.calm', ...companyInCwtch],
	class: ['signin.class', 'signin.other', 'more'],
	who: ['signin.face', 'signin.new', 'more'],
	'who-sure': ['signin.pictures', ...waysToOpen, 'signin.skip', 'signin.any_way'],
	feelings: [
		'feel.ask',
		'arrive.ask',
		'checkout.ask',
		'eod.quiet',
		...feelings,
		...places,
		'feel.skip',
		'feel.else',
		'need.open'
	],
	needs: [
		'need.ask',
		'arrive.need',
		...needs.map(({ id }) => NEED + id),
		'more',
		'avoid.ask',
		'eod.no_one'
	],
	offer: [
		'offer.what',
		'offer.someone_else',
		'offer.hello',
		'offer.chat',
		'offer.walk',
		'offer.sit',
		'offer.put_right',
		'offer.not_now',
		'avoid.ask',
		'private.short',
		'feel.seen_here',
		'talk.when',
		...whens,
		'more_about.open',
		'need.open',
		'words.open',
		'eod.no_one',
		...presence,
		...namelessly
	],
	others: ['offer.who_any', 'offer.anyone', 'mine.open', 'nameless.open', 'more'],
	'my-grown-ups': [
		'mine.title',
		'mine.how',
		'mine.enough',
		'mine.done',
		'more',
		'error.full',
		'state.failed'
	],
	// All of it in turn: never what was chosen.
	'more-about': [
		'more_about.title',
		'feel.size',
		...feelingSizes.map(({ id }) => SIZE + id),
		'feel.body',
		...bodyClues.map(({ id }) => CLUE + id),
		'more_about.done'
	],
	// Never what a child has put there; and nothing while the microphone may be on.
	words: [
		'words.title',
		'words.type',
		'words.draw',
		'words.record',
		'nameless.own_hand',
		'words.may',
		'words.notlive',
		'words.later',
		'private.short',
		'private.help',
		'words.ready',
		'words.undo',
		'words.remove'
	],
	'words-type': ['words.type', 'words.notlive', 'words.full', 'words.ready'],
	'words-draw': [
		'words.draw',
		'words.notlive',
		'words.full',
		'words.undo',
		'words.remove',
		'words.ready'
	],
	// Not what waits there, not whether it opened, and no picture.
	'for-me': ['forme.open', ...waysToOpen],
	calm: [
		'calm.choose',
		...ACTIVITY_IDS.map((id) => ACTIVITY + id),
		'calm.different',
		'calm.quiet',
		'feel.size',
		'calm.pause',
		'calm.go_on',
		'calm.stop',
		'calm.next',
		'calm.watch',
		'calm.join',
		...movesAndSounds,
		...changes,
		'calm.again',
		'next.done',
		...companyInCwtch,
		'room.how_long',
		...lengths,
		'room.are_you_ready',
		'room.out',
		'room.ready',
		'room.longer',
		'room.talk',
		'room.bye',
		'room.ask',
		'room.asked',
		'room.wait',
		...mayCome,
		'menu.calm',
		'room.tell',
		...sending,
		...helped,
		'calm.touch',
		'calm.other_hand',
		...showing,
		'words.undo',
		'words.remove',
		'error.sound',
		'error.any'
	],
	// The same for hello, skip and every ask.
	goodbye: ['bye.new', 'feel.thanks', ...sending, 'words.not_kept', 'next.done'],
	urgent: [
		'urgent.go',
		'urgent.say',
		'urgent.places',
		'urgent.friend',
		'urgent.online',
		'urgent.arrived',
		'urgent.coming_any',
		'urgent.seen_any',
		'urgent.offline',
		'error.full',
		'urgent.mistake_ok',
		'urgent.mistake',
		'helplines.title',
		'helplines.childline',
		'helplines.meic',
		'helplines.meic_lang',
		'helplines.free',
		'helplines.help',
		'helplines.danger'
	],
	hidden: ['hide.back', 'hide.new'],
	'still-there': ['idle.ask', 'idle.yes']
} as const satisfies Record<string, readonly StringKey[]>;

export type ReadScreen = keyof typeof BY_SCREEN;
export const READ_SCREENS = Object.keys(BY_SCREEN) as ReadScreen[];

export const isReadScreen = (name: string): name is ReadScreen => name in BY_SCREEN;

/** All that may be read on a screen; which of it stands there, and in which order, the screen says. */
export function stringsOn(screen: ReadScreen, ownWords: readonly OwnWord[]): StringKey[] {
	const own = screen === 'feelings' ? ownWords.map(({ id }) => OWN_WORD + id) : [];
	return [...BY_SCREEN[screen], ...own, ...EVERYWHERE];
}

/** Each string once, under the first screen that has it; what every screen has stands first. */
export function stringsByScreen(
	ownWords: readonly OwnWord[]
): { screen: ReadScreen | 'everywhere'; keys: StringKey[] }[] {
	const seen = new Set<StringKey>(EVERYWHERE);
	const ofScreens = READ_SCREENS.map((screen) => {
		const keys = stringsOn(screen, ownWords).filter((key) => !seen.has(key));
		for (const key of keys) seen.add(key);
		return { screen, keys };
	});
	return [{ screen: 'everywhere' as const, keys: EVERYWHERE }, ...ofScreens].filter(
		({ keys }) => keys.length > 0
	);
}

/**
 * The words of a string in both languages; `null` when there is no such string.
 * @param messages the kiosk's message under a key, `null` where there is none
 */
export function wordsOf(
	key: StringKey,
	messages: (key: string) => BothLanguages | null,
	ownWords: readonly OwnWord[]
): BothLanguages | null {
	const [, kind, id = ''] = /^([a-z-]+:)(.+)$/.exec(key) ?? [];
	if (kind === FEELING) return feelings.includes(key) ? feelingCard(id).label : null;
	const place = feelingPlaces.find((one) => one.id === id);
	if (kind === PLACE) return place?.name ?? null;
	if (kind === PLACE_MEANS) return place?.explain ?? null;
	if (kind === NEED) return needs.find((need) => need.id === id)?.label ?? null;
	if (kind === SIZE) return feelingSizes.find((size) => String(size.id) === id)?.label ?? null;
	if (kind === CLUE) return bodyClue(id)?.say ?? null;
	if (kind === ACTIVITY) return activityName(id);
	if (kind === OWN_WORD) {
		const word = ownWords.find((one) => one.id === id);
		return word ? { en: word.en, cy: word.cy } : null;
	}
	return messages(key);
}

/**
 * The name of a recording among the school's files. It carries a mark of the words: when a later version
 * says something else on its screens, what was recorded for the old words is not played.
 *
 * @param language BCP 47
 */
export const recordingName = (language: string, key: StringKey, said: string): string =>
	`${language}/${key}/${markOf(said)}`;

/** The language and the string of a recording's name, whatever its words were; `null` for another name. */
export function recordingOf(name: string): { language: string; key: StringKey } | null {
	const [, language, key] = /^([^/]+)\/([^/]+)\/[^/]+$/.exec(name) ?? [];
	return language && key ? { language, key } : null;
}

/** FNV-1a, 32 bit: tells two wordings apart, and nothing more. */
function markOf(words: string): string {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(words.normalize('NFC'))) {
		hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	}
	return hash.toString(36);
}
