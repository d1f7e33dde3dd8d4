import { describe, expect, it } from 'vitest';
import { answerSentence, type SaidAnswer } from './answer-sentence';

/** Shows the key and what is put into it; the sentences themselves are in the languages' files. */
const shown = (key: string, values: Record<string, string> = {}) =>
	[key, ...Object.values(values)].join(' | ');

const say = (change: Partial<SaidAnswer> = {}) =>
	answerSentence(shown, {
		adult: 'Miss Evans',
		slot: 'lunch',
		how: 'chat',
		where: 'in the library',
		isOnTheDay: true,
		...change
	});

describe('an answer is said to the child', () => {
	it('with who, when and where', () => {
		expect(say()).toBe('state.arranged | Miss Evans | when.in.lunch | in the library');
	});

	it('without a place that the school has taken off its list', () => {
		expect(say({ where: null })).toBe('forme.arranged | Miss Evans | when.in.lunch');
	});

	it('as the walk or the sitting together that was asked for, with the place where they meet', () => {
		const all = 'Miss Evans | when.in.lunch | in the library';
		expect(say({ how: 'walk' })).toBe(`state.arranged_walk_where | ${all}`);
		expect(say({ how: 'sit' })).toBe(`state.arranged_sit_where | ${all}`);
		expect(say({ how: 'put-right' })).toBe(`state.arranged | ${all}`);
	});

	it('as a walk or sitting together without a place that the school has taken off its list', () => {
		const all = 'Miss Evans | when.in.lunch';
		expect(say({ how: 'walk', where: null })).toBe(`state.arranged_walk | ${all}`);
		expect(say({ how: 'sit', where: null })).toBe(`state.arranged_sit | ${all}`);
	});

	it('as coming, where the adult comes now, whatever was asked for', () => {
		expect(say({ slot: 'now', how: 'walk' })).toBe('state.coming | Miss Evans');
	});

	it('"tomorrow" on the day before, "this morning" on the day, and nothing else changes by the day', () => {
		const tomorrow = { slot: 'tomorrow', where: null } as const;
		expect(say({ ...tomorrow, isOnTheDay: false })).toContain('when.in.tomorrow_first');
		expect(say({ ...tomorrow, isOnTheDay: true })).toContain('when.in.this_morning');
		expect(say({ slot: 'break', isOnTheDay: false })).toBe(say({ slot: 'break' }));
	});
});
