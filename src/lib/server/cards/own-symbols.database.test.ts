import { beforeEach, expect, it } from 'vitest';
import { feelingOfOwnWord } from '$lib/domain/card-look';
import { atOffice, type AtOffice } from '../../../../tests/support/office-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { feelingWords } from '../database/feeling-words';
import { filesOnKiosk } from '../school-files/school-files';
import { dropOwnSymbol, ownSymbols, setOwnSymbol } from './own-symbols';
import { addOwnWord } from './own-words';

const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1]);

onBothDatabases('symbols of the school’s own', (database) => {
	let running: AtOffice['running'];
	let by: AtOffice['by'];
	beforeEach(async () => {
		({ running, by } = await atOffice(database()));
	});

	it('reach every tablet of the school, for cards and for the school’s own words', async () => {
		expect(await setOwnSymbol(running, by, { feeling: 'sad', bytes })).toBe('kept');
		await addOwnWord(running, by, { en: 'Wobbly', cy: 'Sigledig' });
		const [word] = await feelingWords(running.db, by.schoolId);
		const wobbly = feelingOfOwnWord(word?.wordId ?? '');
		expect(await setOwnSymbol(running, by, { feeling: wobbly, bytes })).toBe('kept');
		expect(Object.keys(await ownSymbols(running.db, by.schoolId)).sort()).toEqual([wobbly, 'sad']);
		const { symbol } = await filesOnKiosk(running.db, by.schoolId, new Set());
		expect(Object.keys(symbol ?? {}).sort()).toEqual([wobbly, 'sad']);
		await dropOwnSymbol(running, by, 'sad');
		expect(Object.keys(await ownSymbols(running.db, by.schoolId))).toEqual([wobbly]);
	});

	it('are for feelings that there are, and never a drawing that could run', async () => {
		expect(await setOwnSymbol(running, by, { feeling: 'no-such', bytes })).toBe('unknown');
		const svg = new TextEncoder().encode('<svg><script>alert(1)</script></svg>');
		expect(await setOwnSymbol(running, by, { feeling: 'sad', bytes: svg })).toBe('svg');
		expect(await ownSymbols(running.db, by.schoolId)).toEqual({});
	});
});
