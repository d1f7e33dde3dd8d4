import { describe, expect, it } from 'vitest';
import { settingsAsFields } from '../../../routes/staff/office/school/settings-as-fields';
import { newSchool } from './school-defaults';
import { readSchoolSettings } from './school-settings';

const school = {
	...newSchool({ schoolId: 's', name: 'Ysgol Cwm Enfys', language: 'cy', setUpAt: 0 })
};
school.timetable.terms = [{ from: '2026-09-01', to: '2026-12-18' }];
school.timetable.closedDates = ['2026-10-26'];
const fields = settingsAsFields(school);

const problemsOf = (changes: Record<string, string>) => {
	const read = readSchoolSettings({ ...fields, ...changes });
	return read.kind === 'wrong' ? read.problems : {};
};

describe('the school’s settings', () => {
	it('come back from the page as they went', () => {
		const { timeZone: _, schoolDays: __, ...times } = school.timetable;
		expect(readSchoolSettings(fields)).toEqual({
			kind: 'read',
			settings: {
				name: school.name,
				language: 'cy',
				timetable: times,
				places: school.places,
				staffedPlaces: school.staffedPlaces
			}
		});
	});

	it('may have no afternoon break, and lose an emptied row', () => {
		const read = readSchoolSettings({
			...fields,
			afternoonBreakAt: '',
			'place.0.en': '',
			'place.0.cy': ' ',
			'closed.0.date': ''
		});
		if (read.kind === 'wrong') throw new Error(JSON.stringify(read.problems));
		expect(read.settings.timetable.afternoonBreakMinutes).toBeNull();
		expect(read.settings.places).toEqual(school.places.slice(1));
		expect(read.settings.timetable.closedDates).toEqual([]);
	});

	it.each([
		[{ breakAt: '' }, { breakAt: 'school.time.missing' }],
		[{ breakAt: '25:00' }, { breakAt: 'school.time.missing' }],
		[{ home: '11:00' }, { home: 'school.home.early', afternoonBreakAt: 'school.afternoon.wrong' }],
		[{ closes: '15:00' }, { closes: 'school.closes.early' }],
		[{ name: ' ' }, { name: 'setup.school.missing' }],
		[{ 'term.0.to': '2026-01-01' }, { 'term.0.from': 'school.term.order' }],
		[{ 'term.0.to': '' }, { 'term.0.from': 'school.term.half' }],
		[{ 'closed.0.date': 'soon' }, { 'closed.0.date': 'school.closed.wrong' }],
		[{ 'place.1.cy': '' }, { 'place.1.en': 'school.place.half' }],
		[{ 'place.1.overlookedBy': 'alone' }, { 'place.1.en': 'school.place.overlooked.missing' }],
		[{ 'staffed.0.en': '', 'staffed.0.cy': '' }, { staffed: 'school.staffed.none' }]
	])('with %o are refused and say why', (changes, problems) => {
		expect(problemsOf(changes as Record<string, string>)).toEqual(problems);
	});

	it('keep at least one place to meet', () => {
		const none = Object.fromEntries(
			Object.keys(fields)
				.filter((name) => /^place\.\d+\.(en|cy)$/.test(name))
				.map((name) => [name, ''])
		);
		expect(problemsOf(none)).toEqual({ places: 'school.place.none' });
	});
});
