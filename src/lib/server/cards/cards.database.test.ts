import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { Directory } from '$lib/crossing/directory';
import { feelingOfOwnWord, type CardLook } from '$lib/domain/card-look';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { pairedKiosk } from '../../../../tests/support/paired-kiosk';
import { runningOn } from '../../../../tests/support/running-on';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { auditOf } from '../database/audit';
import { feelingWords } from '../database/feeling-words';
import { answerDirectory } from '../directory/answer-directory';
import type { RunningServer } from '../running';
import { dropOtherLook, loadCardLooks, setOtherLook, setSchoolLook } from './card-look';
import { addOwnWord, NewOwnWord, ownWordOf, removeOwnWord } from './own-words';

const weather: CardLook = { style: 'weather', size: 'usual' };
const words: CardLook = { style: 'word', size: 'large' };
const bodies: CardLook = { style: 'body-clue', size: 'usual' };

onBothDatabases('feeling cards', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	let by: { schoolId: string; staffId: string };
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		running = await runningOn(database());
		by = { schoolId: school.schoolId, staffId: school.adults.office };
	});

	async function tablet(classId: string | null) {
		const kiosk = await pairedKiosk(running, {
			schoolId: school.schoolId,
			madeBy: school.adults.office,
			classId
		});
		const directory = async () => {
			const answer = await answerDirectory(
				running,
				await kiosk.request('GET', '/crossing/v1/directory')
			);
			return v.parse(Directory, await answer.json());
		};
		return { kioskId: kiosk.kioskId, directory };
	}
	const lookOfMali = ({ pupils, cards }: Directory) =>
		pupils.find(({ id }) => id === school.pupils.mali)?.cardLook ?? cards.look;

	describe('as they are set', () => {
		it('are faces of the usual size in a new school', async () => {
			const { directory } = await tablet(null);
			const { cards, pupils } = await directory();
			expect(cards).toEqual({ look: { style: 'face', size: 'usual' }, ownWords: [] });
			expect(pupils.map(({ cardLook }) => cardLook)).toEqual([null, null, null]);
		});

		it('reach the tablets: the child’s before the tablet’s, the class’s and the school’s', async () => {
			const { directory, kioskId } = await tablet(null);
			const set = (subject: string, look: CardLook) =>
				setOtherLook(running, by, { subject, ...look, band: null });
			await setSchoolLook(running, by, weather);
			expect(lookOfMali(await directory())).toEqual(weather);
			await set(`class:${school.classId}`, words);
			const byClass = await directory();
			expect(lookOfMali(byClass)).toEqual(words);
			expect(byClass.cards.look).toEqual(weather);
			await set(`kiosk:${kioskId}`, bodies);
			expect(lookOfMali(await directory())).toEqual(bodies);
			await set(`pupil:${school.pupils.mali}`, words);
			const own = await directory();
			expect(lookOfMali(own)).toEqual(words);
			expect(own.cards.look).toEqual(bodies);
			await dropOtherLook(running, by, `pupil:${school.pupils.mali}`);
			expect(lookOfMali(await directory())).toEqual(bodies);
		});

		it('are usual on the class’s own tablet when they are set for the class', async () => {
			const { directory } = await tablet(school.classId);
			await setOtherLook(running, by, { subject: `class:${school.classId}`, ...words, band: null });
			expect((await directory()).cards.look).toEqual(words);
		});

		it('can be other cards than those of the child’s year', async () => {
			const { directory } = await tablet(null);
			const subject = `pupil:${school.pupils.mali}`;
			await setOtherLook(running, by, { subject, ...weather, band: '4-5-starter' });
			const bands = new Map((await directory()).pupils.map(({ id, band }) => [id, band]));
			expect(bands.get(school.pupils.mali)).toBe('4-5-starter');
			expect(bands.get(school.pupils.owain)).toBe('4-7');
		});

		it('are listed by name, and written down with who set them', async () => {
			const subject = `pupil:${school.pupils.mali}`;
			await setOtherLook(running, by, { subject, ...words, band: '4-7' });
			const { otherwise } = await loadCardLooks(running.db, school.schoolId, 'en');
			expect(otherwise).toEqual([
				{
					scope: 'pupil',
					subjectId: school.pupils.mali,
					name: 'Mali',
					of: 'Dosbarth Enfys',
					...words,
					band: '4-7'
				}
			]);
			const [entry] = await auditOf(running.db, school.schoolId, 'card-look-set');
			expect(entry).toMatchObject({ actor: by.staffId, subject: school.pupils.mali });
		});

		it('are never set for another school', async () => {
			const other = await makeSmallSchool(running.db);
			const subject = `pupil:${other.pupils.mali}`;
			expect(await setOtherLook(running, by, { subject, ...words, band: null })).toBe('unknown');
			expect(await dropOtherLook(running, by, subject)).toBe('unknown');
		});
	});

	describe('with words of the school’s own', () => {
		const wobbly = { en: 'Wobbly', cy: 'Sigledig' };
		const add = (en: string, cy: string) => addOwnWord(running, by, { en, cy });

		it('have them on the tablets as they were written, each with a stone of its own', async () => {
			const { directory } = await tablet(null);
			await add('Wobbly', 'Sigledig');
			await add('Fizzy', 'Byrlymus');
			const { ownWords } = (await directory()).cards;
			expect(ownWords).toMatchObject([
				{ ...wobbly, stone: 0 },
				{ en: 'Fizzy', cy: 'Byrlymus', stone: 1 }
			]);
			await removeOwnWord(running, by, ownWords[0]?.id ?? '');
			await add('Zoomy', 'Sionc');
			expect((await directory()).cards.ownWords).toMatchObject([
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
