import { describe, expect, it } from 'vitest';
import cyKioskLater from './messages/cy/kiosk-later.json';
import cyKioskRest from './messages/cy/kiosk-rest.json';
import cyKiosk from './messages/cy/kiosk.json';
import cyMaking from './messages/cy/making.json';
import cyNotices from './messages/cy/notices.json';
import cyPictureCards from './messages/cy/picture-cards.json';
import cySecretPictures from './messages/cy/secret-pictures.json';
import cyStaffAdults from './messages/cy/staff-adults.json';
import cyStaffCalm from './messages/cy/staff-calm.json';
import cyStaffCwtch from './messages/cy/staff-cwtch.json';
import cyStaffEntries from './messages/cy/staff-entries.json';
import cyStaff from './messages/cy/staff.json';
import enKioskLater from './messages/en/kiosk-later.json';
import enKioskRest from './messages/en/kiosk-rest.json';
import enKiosk from './messages/en/kiosk.json';
import enMaking from './messages/en/making.json';
import enNotices from './messages/en/notices.json';
import enPictureCards from './messages/en/picture-cards.json';
import enSecretPictures from './messages/en/secret-pictures.json';
import enStaffAdults from './messages/en/staff-adults.json';
import enStaffCalm from './messages/en/staff-calm.json';
import enStaffCwtch from './messages/en/staff-cwtch.json';
import enStaffEntries from './messages/en/staff-entries.json';
import enStaff from './messages/en/staff.json';
import { createTranslator } from './translator';

const placeholders = (text: string) => (text.match(/\{[^}]+\}/g) ?? []).sort();
/** Plural endings differ by language (Welsh has six), so they are compared without them. */
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe.each([
	['kiosk', enKiosk as Record<string, string>, cyKiosk as Record<string, string>],
	['kiosk at rest', enKioskRest as Record<string, string>, cyKioskRest as Record<string, string>],
	['kiosk later', enKioskLater as Record<string, string>, cyKioskLater as Record<string, string>],
	['making', enMaking as Record<string, string>, cyMaking as Record<string, string>],
	[
		'special pictures',
		enSecretPictures as Record<string, string>,
		cySecretPictures as Record<string, string>
	],
	['cards', enPictureCards as Record<string, string>, cyPictureCards as Record<string, string>],
	['notices', enNotices as Record<string, string>, cyNotices as Record<string, string>],
	[
		'staff about adults',
		enStaffAdults as Record<string, string>,
		cyStaffAdults as Record<string, string>
	],
	[
		'staff about calm',
		enStaffCalm as Record<string, string>,
		cyStaffCalm as Record<string, string>
	],
	[
		'staff about the Cwtch',
		enStaffCwtch as Record<string, string>,
		cyStaffCwtch as Record<string, string>
	],
	[
		'staff about entries',
		enStaffEntries as Record<string, string>,
		cyStaffEntries as Record<string, string>
	],
	['staff', enStaff as Record<string, string>, cyStaff as Record<string, string>]
])('%s messages', (_name, en, cy) => {
	it('say the same things in both languages', () => {
		expect([...new Set(Object.keys(cy).map(stem))].sort()).toEqual(
			[...new Set(Object.keys(en).map(stem))].sort()
		);
	});
	it('have no empty words', () => {
		for (const words of [...Object.values(en), ...Object.values(cy)])
			expect(words.trim()).not.toBe('');
	});
	it('fill the same gaps in both languages', () => {
		for (const [key, words] of Object.entries(en)) {
			if (key in cy) expect([key, placeholders(cy[key] ?? '')]).toEqual([key, placeholders(words)]);
		}
	});
});

describe('a translator', () => {
	it('fills gaps with whole phrases', () => {
		const t = createTranslator('cy', cyKiosk);
		expect(
			t('state.arranged', { adult: 'Miss Evans', when: 'amser cinio', where: 'yn y llyfrgell' })
		).toBe('Bydd Miss Evans yn dy weld di amser cinio, yn y llyfrgell.');
	});
	it('shouts about a missing key in tests', () => {
		expect(() => createTranslator('en', {})('no.such.key')).toThrow('no.such.key');
	});
});

it.each([
	['the staff side', [enStaff, enStaffAdults, enStaffEntries]],
	['the kiosk', [enKiosk, enKioskLater, enKioskRest, enMaking]]
])('no key stands in two files of %s, where one would hide the other', (_name, files) => {
	const keys = files.flatMap((file) => Object.keys(file));
	expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
