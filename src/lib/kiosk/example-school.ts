// A small invented school for the tests of the child's side. Never imported by the app.
import type { Directory, DirectoryPupil } from '$lib/crossing/directory';

export const NANT = {
	classEnfys: 'c1000000-0000-4000-8000-000000000001',
	classBarcud: 'c1000000-0000-4000-8000-000000000002',
	evans: 'a1000000-0000-4000-8000-000000000001',
	pugh: 'a1000000-0000-4000-8000-000000000002',
	jones: 'a1000000-0000-4000-8000-000000000003',
	rees: 'a1000000-0000-4000-8000-000000000004'
};

let made = 0;
export function examplePupil(change: Partial<DirectoryPupil> = {}): DirectoryPupil {
	made += 1;
	return {
		id: `b1000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
		firstName: 'Mali',
		distinguisher: null,
		picture: 'fox',
		classIds: [NANT.classEnfys],
		band: '4-7',
		cardLook: null,
		trustedAdultIds: [NANT.evans, NANT.rees],
		language: null,
		pictureCount: 3,
		...change
	};
}

const adult = (id: string, name: string, initials: string, pattern: number, lead = false) => ({
	id,
	name,
	initials,
	pattern,
	lead,
	found: { en: 'in the library', cy: 'yn y llyfrgell' },
	awayUntil: null
});

/** Two classes; Miss Evans and Mr Pugh teach Enfys, Mrs Jones is the lead. */
export function exampleDirectory(change: Partial<Directory> = {}): Directory {
	return {
		v: 1,
		school: {
			id: 'd1000000-0000-4000-8000-000000000001',
			name: 'Ysgol Nant y Coed',
			language: 'en',
			timetable: {
				timeZone: 'Europe/London',
				schoolDays: [1, 2, 3, 4, 5],
				opensMinutes: 8 * 60,
				homeMinutes: 15 * 60 + 15,
				closesMinutes: 16 * 60 + 30,
				arrival: { fromMinutes: 8 * 60 + 45, toMinutes: 9 * 60 + 15 },
				breakMinutes: 10 * 60 + 30,
				afternoonBreakMinutes: null,
				lunchMinutes: 12 * 60,
				terms: [{ from: '2026-09-01', to: '2026-12-18' }],
				closedDates: [],
				utcOffsets: [{ from: 0, minutes: 0 }]
			},
			staffedPlaces: [{ en: 'the office', cy: 'y swyddfa' }]
		},
		kiosk: {
			id: 'e1000000-0000-4000-8000-000000000001',
			name: 'Cwtch',
			place: 'cwtch',
			classId: null
		},
		cards: { look: { style: 'face', size: 'usual' }, ownWords: [] },
		classes: [
			{
				id: NANT.classEnfys,
				name: 'Dosbarth Enfys',
				emblem: 'rainbow',
				adultIds: [NANT.evans, NANT.pugh]
			},
			{ id: NANT.classBarcud, name: 'Dosbarth Barcud', emblem: 'kite', adultIds: [NANT.rees] }
		],
		pupils: [
			examplePupil(),
			examplePupil({ firstName: 'Osian', picture: 'owl', classIds: [NANT.classBarcud] })
		],
		adults: [
			adult(NANT.evans, 'Miss Evans', 'ME', 0),
			adult(NANT.pugh, 'Mr Pugh', 'RP', 1),
			adult(NANT.jones, 'Mrs Jones', 'SJ', 2, true),
			adult(NANT.rees, 'Mrs Rees', 'NR', 3)
		],
		keys: { routing: 'age1routing', words: ['age1words'] },
		...change
	};
}
