import { describe, expect, it } from 'vitest';
import { READ_SCREENS, recordingName, recordingOf, stringsByScreen } from '$lib/content/read-aloud';
import { kioskWords } from '$lib/i18n/kiosk-words';
import { exampleDirectory } from '../example-school';
import { deviceVoice, namesOn, sayableAs, sayableOn } from './sayable';

const wobbly = { id: '0199a0b0-0000-7000-8000-000000000001', en: 'Wobbly', cy: 'Sigledig' };
const on = (screen: (typeof READ_SCREENS)[number], language: 'en' | 'cy' = 'en') =>
	sayableOn({ screen, language, readIn: 'screen', ownWords: [wobbly], names: [] });
const reads = (screen: (typeof READ_SCREENS)[number], text: string, language?: 'en' | 'cy') =>
	sayableAs(on(screen, language), text)?.keys ?? null;

describe('what a screen reads', () => {
	it.each(READ_SCREENS)('is words that there are, in both languages: %s', (screen) => {
		for (const language of ['en', 'cy'] as const) {
			const sayables = [...on(screen, language).values()];
			expect(sayables.length).toBeGreaterThan(4);
			for (const { text, keys } of sayables) {
				expect(text).not.toMatch(/[{}]/);
				expect(keys.length).toBeGreaterThan(0);
			}
		}
	});

	it('is its heading and its cards, however they are broken into lines', () => {
		expect(reads('feelings', 'How are you feeling right now?')).toEqual(['feel.ask']);
		expect(reads('feelings', '\n\tHapus ', 'cy')).toEqual(['feeling:happy']);
		expect(reads('feelings', 'Wobbly')).toEqual([`own-word:${wobbly.id}`]);
		expect(reads('needs', 'Tŷ bach'.normalize('NFD'), 'cy')).toEqual(['need:toilet']);
		expect(reads('offer', 'A chat')).toEqual(['offer.chat']);
	});

	it('is two things of one word, once', () => {
		expect(reads('feelings', 'Calm')).toEqual(['feeling:calm', 'door.calm']);
	});

	it('is never a name, nor a sentence that holds one', () => {
		const { pupils, adults } = exampleDirectory();
		for (const screen of READ_SCREENS) {
			for (const { firstName } of pupils) expect(reads(screen, firstName)).toBeNull();
			for (const { name } of adults) expect(reads(screen, name)).toBeNull();
			expect(reads(screen, kioskWords('en')('bye', { name: 'Mali' }))).toBeNull();
		}
	});

	it('is never a feeling where one was chosen, and a child called like one is not called out', () => {
		for (const screen of ['who', 'offer', 'others', 'goodbye', 'for-me', 'hidden'] as const) {
			expect(reads(screen, 'Happy')).toBeNull();
			expect(reads(screen, 'Wobbly')).toBeNull();
		}
	});

	it('is nothing that tells what waits in For me, or of whom somebody was left out', () => {
		for (const key of ['talkcheck.ask', 'forme.nothing', 'signin.retry', 'talk.taken_back'])
			expect(reads('for-me', kioskWords('en')(key))).toBeNull();
		expect(reads('others', 'Away today.')).toBeNull();
	});

	it('is names too with headphones on, and only those that the screen shows', () => {
		const directory = exampleDirectory();
		const mali = directory.pupils[0]?.firstName ?? '';
		const names = namesOn('who', directory);
		const what = { screen: 'who', language: 'en', readIn: 'screen', ownWords: [] } as const;
		const heard = sayableOn({ ...what, names });
		expect(sayableAs(heard, mali)).toEqual({ text: mali, keys: [], recordings: [] });
		expect(namesOn('feelings', directory)).toEqual([]);
		expect(namesOn('for-me', directory)).toEqual([]);
	});
});

describe('the strings to record', () => {
	const all = stringsByScreen([wobbly]);
	it('are all that any screen reads, each once', () => {
		const keys = all.flatMap((one) => one.keys);
		expect(new Set(keys).size).toBe(keys.length);
		const read = READ_SCREENS.flatMap((screen) => [...on(screen).values()]).flatMap(
			(sayable) => sayable.keys
		);
		expect(new Set(keys)).toEqual(new Set(read));
	});
});

describe('a recording', () => {
	const chat = (language: 'en' | 'cy', readIn: 'screen' | 'pl' = 'screen') => {
		const what = { screen: 'offer', language, readIn, ownWords: [], names: [] } as const;
		return sayableAs(sayableOn(what), language === 'en' ? 'A chat' : 'Sgwrs')?.recordings ?? [];
	};
	const english = recordingName('en', 'offer.chat', 'A chat');
	const welsh = recordingName('cy', 'offer.chat', 'Sgwrs');
	const polish = recordingName('pl', 'offer.chat', 'A chat');

	it('is of one language and of these very words', () => {
		expect(recordingOf(english)).toEqual({ language: 'en', key: 'offer.chat' });
		expect(english).not.toBe(recordingName('en', 'offer.chat', 'Have a chat'));
		expect(recordingOf('logo')).toBeNull();
	});

	it('is played in the screen’s language, and before that in the child’s own', () => {
		expect(chat('en')).toEqual([english]);
		expect(chat('cy')).toEqual([welsh]);
		expect(chat('en', 'pl')).toEqual([polish, english]);
		expect(chat('cy', 'pl')).toEqual([polish, welsh]);
	});
});

describe('the tablet’s own voice', () => {
	const voice = (lang: string, localService = true) => ({ lang, localService, default: false });
	it('is one that stays on the tablet and speaks the language', () => {
		const online = voice('en-GB', false);
		const american = voice('en-US');
		const welsh = voice('cy_GB');
		expect(deviceVoice([online, american, welsh], 'en')).toBe(american);
		expect(deviceVoice([online, american, welsh], 'cy')).toBe(welsh);
		expect(deviceVoice([american, voice('en-GB')], 'en')?.lang).toBe('en-GB');
	});
	it('is none where there is only another', () => {
		expect(deviceVoice([voice('cym'), voice('en-GB')], 'cy')).toBeNull();
		expect(deviceVoice([voice('en-GB', false)], 'en')).toBeNull();
		expect(deviceVoice([], 'en')).toBeNull();
	});
});
