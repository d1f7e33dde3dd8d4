import { beforeEach, expect, it } from 'vitest';
import { recordingName } from '$lib/content/read-aloud';
import { directoryOn, kioskOf } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import type { PairedKiosk } from '../../../../tests/support/paired-kiosk';
import { runningOn } from '../../../../tests/support/running-on';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { mp4Sound, webmSound } from '../../../../tests/support/sounds';
import { addOwnWord, removeOwnWord } from '../cards/own-words';
import { auditOf } from '../database/audit';
import { feelingWords } from '../database/feeling-words';
import type { RunningServer } from '../running';
import { answerKioskFile } from '../school-files/answer-file';
import {
	isVoiceLanguage,
	keepRecording,
	loadStudio,
	MOST_SOUND_BYTES,
	removeRecording
} from './recordings';

const chat = { language: 'cy', key: 'offer.chat' };

onBothDatabases('the school’s own voices', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	let by: { schoolId: string; staffId: string };
	let kiosk: PairedKiosk;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		running = await runningOn(database());
		const { schoolId, adults } = school;
		by = { schoolId, staffId: adults.office };
		kiosk = await kioskOf(running, school);
	});

	const keep = (sound: Uint8Array, which = chat) => keepRecording(running, by, which, sound);
	const onTablet = async () => {
		return (await directoryOn(running, kiosk)).files?.['recording'] ?? {};
	};
	const heard = async (digest: string) => {
		const request = await kiosk.request('GET', `/crossing/v1/files/${digest}`);
		return new Uint8Array(await (await answerKioskFile(running, request, digest)).arrayBuffer());
	};
	const studio = (language = 'cy') => loadStudio(running.db, by.schoolId, language);
	const inStudio = async (key: string, language = 'cy') =>
		(await studio(language)).screens
			.flatMap(({ strings }) => strings)
			.find((one) => one.key === key);

	it('reach a tablet byte for byte, under the words that stand on its screens', async () => {
		expect(await onTablet()).toEqual({});
		expect(await keep(webmSound())).toBe('kept');
		const files = await onTablet();
		const name = recordingName('cy', 'offer.chat', 'Sgwrs');
		expect(Object.keys(files)).toEqual([name]);
		expect(await heard(files[name] ?? '')).toEqual(webmSound());
	});

	it('are one for each string and language: a new one takes the place of the old', async () => {
		await keep(webmSound('first'));
		const before = await inStudio('offer.chat');
		await keep(mp4Sound());
		await keep(webmSound('first'), { ...chat, language: 'en' });
		expect(Object.keys(await onTablet())).toHaveLength(2);
		const after = await inStudio('offer.chat');
		expect(after?.recording?.digest).not.toBe(before?.recording?.digest);
		expect(after?.recording?.by).toBe('Mrs Lloyd');
	});

	it('go when they are removed, and both is written down', async () => {
		await keep(webmSound());
		expect(await removeRecording(running, by, chat)).toBe('removed');
		expect(await removeRecording(running, by, chat)).toBe('unknown');
		expect(await onTablet()).toEqual({});
		expect((await inStudio('offer.chat'))?.recording).toBeNull();
		for (const action of ['file-kept', 'file-dropped']) {
			const [entry] = await auditOf(running.db, by.schoolId, action);
			expect(entry?.actor).toBe(by.staffId);
			expect(entry?.subject).toMatch(/^cy\/offer\.chat\//);
		}
	});

	it('are counted for each language, a home language too', async () => {
		await keep(webmSound());
		await keep(webmSound('pl'), { ...chat, language: 'pl' });
		const { progress } = await studio('pl');
		const [{ all } = { all: 0 }] = progress;
		expect(all).toBeGreaterThan(80);
		expect(progress).toEqual([
			{ language: 'cy', recorded: 1, all },
			{ language: 'en', recorded: 0, all },
			{ language: 'pl', recorded: 1, all }
		]);
		expect((await inStudio('offer.chat', 'pl'))?.recording).not.toBeNull();
	});

	it('are refused when they are no sound, too long, empty, or of no string', async () => {
		expect(await keep(Buffer.alloc(2000, '<script>'))).toBe('not-this-type');
		expect(await keep(new Uint8Array(MOST_SOUND_BYTES + 1))).toBe('too-large');
		expect(await keep(new Uint8Array())).toBe('empty');
		expect(await keep(webmSound(), { ...chat, key: 'no.such' })).toBe('unknown-string');
		expect(await keep(webmSound(), { ...chat, key: 'feeling:no-such' })).toBe('unknown-string');
		expect(await onTablet()).toEqual({});
	});

	it('are of the school’s own feeling words too, as long as children have them', async () => {
		await addOwnWord(running, by, { en: 'Wobbly', cy: 'Sigledig' });
		const [word] = await feelingWords(running.db, by.schoolId);
		const key = `own-word:${word?.wordId}`;
		expect(await keep(webmSound(), { language: 'en', key })).toBe('kept');
		expect(await inStudio(key, 'en')).toMatchObject({ en: 'Wobbly', cy: 'Sigledig' });
		await removeOwnWord(running, by, word?.wordId ?? '');
		expect(await inStudio(key, 'en')).toBeUndefined();
	});

	it('no longer count when the words on the screen have changed, until they are recorded anew', async () => {
		await keep(webmSound());
		await running.db
			.updateTable('school_file')
			.set({ name: recordingName('cy', 'offer.chat', 'Gair fersiwn cynharach') })
			.where('school_id', '=', by.schoolId)
			.execute();
		expect(await inStudio('offer.chat')).toMatchObject({ recording: null, isOutdated: true });
		await keep(webmSound('anew'));
		expect(await inStudio('offer.chat')).toMatchObject({ isOutdated: false });
		expect(Object.keys(await onTablet())).toHaveLength(1);
	});

	it('of another school are neither shown nor removed', async () => {
		await keep(webmSound());
		const other = await makeSmallSchool(running.db);
		const theirs = { schoolId: other.schoolId, staffId: other.adults.office };
		expect(await removeRecording(running, theirs, chat)).toBe('unknown');
		const { progress } = await loadStudio(running.db, other.schoolId, 'cy');
		expect(progress[0]?.recorded).toBe(0);
	});
});

it('is recorded in the languages of the screens and of homes', () => {
	expect(['cy', 'en', 'pl'].map(isVoiceLanguage)).toEqual([true, true, true]);
	expect(['', 'PL', 'screen', 'cy/../x'].map(isVoiceLanguage)).toEqual([
		false,
		false,
		false,
		false
	]);
});
