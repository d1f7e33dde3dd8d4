import type { Waiting } from '$lib/crossing/answers';
import { describe, expect, it } from 'vitest';
import { sentenceFor } from './sentence-for';

const NOON = Date.UTC(2026, 10, 24, 12);
const DAY_MS = 24 * 60 * 60_000;
const evans = { name: 'Miss Evans' };
const at = (language: 'en' | 'cy', now = NOON) => ({ language, now });

const meeting = (change: Partial<Extract<Waiting, { kind: 'meeting' }>> = {}): Waiting => ({
	kind: 'meeting',
	requestId: 'f1000000-0000-4000-8000-000000000001',
	adultId: 'a1000000-0000-4000-8000-000000000001',
	how: 'chat',
	slot: 'lunch',
	meetAt: NOON,
	place: { phrase: { en: 'in the library', cy: 'yn y llyfrgell' }, picture: 'library' },
	mayTakeBack: true,
	...change
});
const asked = (seen: boolean): Waiting => ({
	kind: 'asked',
	requestId: 'f1000000-0000-4000-8000-000000000001',
	adultId: null,
	seen,
	mayTakeBack: true
});

describe('For me says in one whole sentence', () => {
	it('who, when and where', () => {
		expect(sentenceFor(meeting(), evans, at('en'))).toBe(
			'Miss Evans will see you at lunch, in the library.'
		);
		expect(sentenceFor(meeting(), evans, at('cy'))).toBe(
			'Bydd Miss Evans yn dy weld di amser cinio, yn y llyfrgell.'
		);
	});

	it('where to meet for a walk, and where to sit together', () => {
		expect(sentenceFor(meeting({ how: 'walk' }), evans, at('en'))).toBe(
			'Miss Evans will walk with you at lunch. You meet in the library.'
		);
		expect(sentenceFor(meeting({ how: 'walk' }), evans, at('cy'))).toBe(
			"Bydd Miss Evans yn mynd am dro gyda ti amser cinio. Byddwch chi'n cwrdd yn y llyfrgell."
		);
		expect(sentenceFor(meeting({ how: 'sit' }), evans, at('en'))).toBe(
			'Miss Evans will sit with you at lunch, in the library.'
		);
		expect(sentenceFor(meeting({ how: 'sit' }), evans, at('cy'))).toBe(
			'Bydd Miss Evans yn eistedd gyda ti amser cinio, yn y llyfrgell.'
		);
	});

	it('who and when, where the place is gone from the school’s list', () => {
		expect(sentenceFor(meeting({ place: null }), evans, at('en'))).toBe(
			'Miss Evans will see you at lunch.'
		);
	});

	it('"tomorrow" on the day before, and "this morning" on the day', () => {
		const tomorrow = meeting({ slot: 'tomorrow', place: null });
		expect(sentenceFor(tomorrow, evans, at('en', NOON - DAY_MS))).toBe(
			'Miss Evans will see you first thing tomorrow.'
		);
		expect(sentenceFor(tomorrow, evans, at('en', NOON - 60_000))).toBe(
			'Miss Evans will see you this morning.'
		);
	});

	it('where the message is now, and no promise, while nobody has answered', () => {
		expect(sentenceFor(asked(false), null, at('en'))).toBe(
			'It has arrived. No one has seen it yet.'
		);
		expect(sentenceFor(asked(true), null, at('en'))).toBe('A grown-up has seen it.');
	});

	it('that a hello came back', () => {
		const back: Waiting = { kind: 'hello-back', adultId: 'a1000000-0000-4000-8000-000000000001' };
		expect(sentenceFor(back, evans, at('en'))).toBe('Miss Evans says hello back.');
		expect(sentenceFor(back, evans, at('cy'))).toBe('Mae Miss Evans yn dweud helô yn ôl.');
	});

	it('something kind when nothing waits', () => {
		expect(sentenceFor(undefined, null, at('en'))).toBe('Nothing new right now.');
	});
});
