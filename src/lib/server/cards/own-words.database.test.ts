import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { feelingOfOwnWord } from '$lib/domain/card-look';
import { directoryOn, kioskOf } from '../../../../tests/support/kiosk-of-school';
import { atOffice, type AtOffice } from '../../../../tests/support/office-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { makeSmallSchool } from '../../../../tests/support/small-school';
import { feelingWords } from '../database/feeling-words';
import { addOwnWord, NewOwnWord, ownWordOf, removeOwnWord } from './own-words';

onBothDatabases('feeling cards', (database) => {
	let school: AtOffice['school'];
	let running: AtOffice['running'];
	let by: AtOffice['by'];
	beforeEach(async () => {
		({ school, running, by } = await atOffice(database()));
	});

	describe('with words of the school’s own', () => {
		const wobbly = { en: 'Wobbly', cy: 'Sigledig' };
		const add = (en: string, cy: string) => addOwnWord(running, by, { en, cy });

		it('have them on the tablets as they were written, each with a stone of its own', async () => {
			const kiosk = await kioskOf(running, school);
			await add('Wobbly', 'Sigledig');
			await add('Fizzy', 'Byrlymus');
			const { ownWords } = (await directoryOn(running, kiosk)).cards;
			expect(ownWords).toMatchObject([
				{ ...wobbly, stone: 0 },
				{ en: 'Fizzy', cy: 'Byrlymus', stone: 1 }
			]);
			await removeOwnWord(running, by, ownWords[0]?.id ?? '');
			await add('Zoomy', 'Sionc');
			expect((await directoryOn(running, kiosk)).cards.ownWords).toMatchObject([
				{ en: 'Fizzy', stone: 1 },
				{ en: 'Zoomy', stone: 0 }
			]);
		});

		it('have no more than eight, and none twice', async () => {
			expect(await add('Wobbly', 'Sigledig')).toBe('added');
			expect(await add('WOBBLY', 'Arall')).toBe('there');
			expect(await add('Other', 'sigledig')).toBe('there');
			for (let made = 1; made < 8; made += 1) {
				expect(await add(`Word ${made}`, `Gair ${made}`)).toBe('added');
			}
			expect(await add('Ninth', 'Nawfed')).toBe('enough');
			expect(await feelingWords(running.db, school.schoolId)).toHaveLength(8);
		});

		it('keep a word readable that was taken away after a child chose it', async () => {
			await add('Wobbly', 'Sigledig');
			const [word] = await feelingWords(running.db, school.schoolId);
			const wordId = word?.wordId ?? '';
			expect(await removeOwnWord(running, by, wordId)).toBe('removed');
			expect(await removeOwnWord(running, by, wordId)).toBe('unknown');
			expect(await feelingWords(running.db, school.schoolId)).toEqual([]);
			const chosen = feelingOfOwnWord(wordId);
			expect(await ownWordOf(running.db, school.schoolId, chosen)).toMatchObject(wobbly);
			expect(await ownWordOf(running.db, school.schoolId, 'happy')).toBeNull();
		});

		it('show no word of one school to another', async () => {
			await add('Wobbly', 'Sigledig');
			const [word] = await feelingWords(running.db, school.schoolId);
			const wordId = word?.wordId ?? '';
			const other = await makeSmallSchool(running.db);
			const otherBy = { schoolId: other.schoolId, staffId: other.adults.office };
			expect(await feelingWords(running.db, other.schoolId)).toEqual([]);
			expect(await ownWordOf(running.db, other.schoolId, feelingOfOwnWord(wordId))).toBeNull();
			expect(await removeOwnWord(running, otherBy, wordId)).toBe('unknown');
		});
	});
});

describe('a feeling word that is typed', () => {
	const problemOf = (en: string, cy: string) =>
		v.safeParse(NewOwnWord, { en, cy }).issues?.map(({ message }) => message);

	it('is needed in both languages', () => {
		expect(problemOf('Wobbly', ' ')).toEqual(['cards.word.missing']);
	});
	it('fits on a card', () => {
		expect(problemOf('x'.repeat(24), 'Sigledig')).toBeUndefined();
		expect(problemOf('x'.repeat(25), 'Sigledig')).toEqual(['cards.word.long']);
	});
});
