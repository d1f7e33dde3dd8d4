import { describe, expect, it } from 'vitest';
import { kioskWords } from '$lib/i18n/kiosk-words';
import { exampleDirectory } from './example-school';
import { wordsOfDay, type WordsOfDay } from './words-of-day';

const directory = exampleDirectory();
/** A Tuesday in term, at this time of the school's clock. */
const at = (hours: number, minutes: number) =>
	wordsOfDay(directory, Date.UTC(2026, 10, 24, hours, minutes));
const said = ({ greeting, feelings, needs, goodbye }: WordsOfDay, language: 'en' | 'cy' = 'en') => {
	const t = kioskWords(language);
	const name = 'Mali';
	const keys = [greeting?.named ?? null, feelings, needs, goodbye];
	return keys.map((key) => key && t(key, { name }));
};

describe('the time of the school day', () => {
	it('welcomes children who arrive, in both languages', () => {
		expect(said(at(8, 50))).toEqual([
			'Welcome to school, Mali.',
			'How do you feel as you come in?',
			'Is there anything you need first?',
			'Bye for now, Mali.'
		]);
		expect(said(at(8, 50), 'cy').slice(0, 2)).toEqual([
			"Croeso i'r ysgol, Mali.",
			"Sut wyt ti'n teimlo wrth ddod i mewn?"
		]);
	});
	it('leaves the question alone in between', () => {
		expect(said(at(11, 0))).toEqual([
			null,
			'How are you feeling right now?',
			'What do you need?',
			'Bye for now, Mali.'
		]);
	});
	it('has time for whoever goes home soon, and never says tomorrow', () => {
		expect(said(at(15, 10))).toEqual([
			'The day is nearly done. Take your time.',
			'How are you feeling now, at home time?',
			'What do you need?',
			'See you next time, Mali.'
		]);
	});
	it('greets nobody by a name that the tablet does not know', () => {
		expect(at(8, 50).greeting?.nameless).toBeNull();
		expect(at(15, 10).greeting?.nameless).toBe('eod.quiet');
	});
});
