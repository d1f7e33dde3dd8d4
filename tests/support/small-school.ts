// A school small enough to know by heart: what the tests of requests, notices and due work share.
import { randomUUID } from 'node:crypto';
import { DEFAULT_HAND_ON_POLICY, type SchoolTimetable, type StaffRole } from '$lib/domain/school';
import type { Db } from '$lib/server/database/open';

export const TIMETABLE: SchoolTimetable = {
	timeZone: 'Europe/London',
	schoolDays: [1, 2, 3, 4, 5],
	opensMinutes: 8 * 60 + 30,
	homeMinutes: 15 * 60 + 20,
	closesMinutes: 16 * 60,
	arrival: { fromMinutes: 8 * 60 + 45, toMinutes: 9 * 60 + 15 },
	breakMinutes: 10 * 60 + 30,
	afternoonBreakMinutes: 14 * 60,
	lunchMinutes: 12 * 60 + 15,
	terms: [],
	closedDates: []
};

/** A Monday morning in school: 16 November 2026, 9:30. */
export const MONDAY_MORNING = Date.UTC(2026, 10, 16, 9, 30);

export interface SmallSchool {
	schoolId: string;
	kioskId: string;
	classId: string;
	/** evans and bowen teach the class; rees and jones are leads. */
	adults: Record<'evans' | 'bowen' | 'price' | 'rees' | 'jones' | 'head' | 'office', string>;
	/** mali names evans, then price; owain names nobody; nobodysClass is in no class. */
	pupils: Record<'mali' | 'owain' | 'nobodysClass', string>;
}

const STAFF: [keyof SmallSchool['adults'], string, string, StaffRole][] = [
	['evans', 'Miss Evans', 'ME', 'adult'],
	['bowen', 'Mr Bowen', 'TB', 'adult'],
	['price', 'Mr Price', 'RP', 'adult'],
	['rees', 'Mrs Rees', 'ER', 'lead'],
	['jones', 'Mrs Jones', 'SJ', 'lead'],
	['head', 'Mr Pugh', 'GP', 'head'],
	['office', 'Mrs Lloyd', 'CL', 'office']
];

/** One of its adults, as who looks or does something. */
export const viewerIn = (
	{ schoolId, adults }: SmallSchool,
	name: keyof SmallSchool['adults']
): { schoolId: string; staffId: string; role: StaffRole } => ({
	schoolId,
	staffId: adults[name],
	role: STAFF.find(([key]) => key === name)?.[3] ?? 'adult'
});

export async function makeSmallSchool(db: Db): Promise<SmallSchool> {
	const school: SmallSchool = {
		schoolId: randomUUID(),
		kioskId: randomUUID(),
		classId: randomUUID(),
		adults: {
			evans: randomUUID(),
			bowen: randomUUID(),
			price: randomUUID(),
			rees: randomUUID(),
			jones: randomUUID(),
			head: randomUUID(),
			office: randomUUID()
		},
		pupils: { mali: randomUUID(), owain: randomUUID(), nobodysClass: randomUUID() }
	};
	const school_id = school.schoolId;
	const { adults, pupils, classId: class_id } = school;
	const places = [
		['library', 'in the library', 'yn y llyfrgell', 'others-near'],
		['cwtch', 'in the Cwtch', 'yn y Cwtsh', 'open-door']
	].map(([id, en, cy, overlookedBy]) => ({ id, picture: id, phrase: { en, cy }, overlookedBy }));
	await db
		.insertInto('school')
		.values({
			school_id,
			name: 'Ysgol Fach',
			language: 'en',
			timetable_json: JSON.stringify(TIMETABLE),
			places_json: JSON.stringify(places),
			staffed_places_json: '[]',
			policy_json: JSON.stringify(DEFAULT_HAND_ON_POLICY),
			set_up_at: MONDAY_MORNING
		})
		.execute();
	await db
		.insertInto('staff_member')
		.values(
			STAFF.map(([key, display_name, initials, role], pattern) => ({
				school_id,
				staff_id: adults[key],
				display_name,
				initials,
				pattern: pattern % 6,
				role,
				language: 'en' as const,
				may_be_asked: 1
			}))
		)
		.execute();
	const named = [
		[pupils.mali, 'Mali', 'owl'],
		[pupils.owain, 'Owain', 'fox'],
		[pupils.nobodysClass, 'Gwen', 'otter']
	] as const;
	await db
		.insertInto('pupil')
		.values(
			named.map(([pupil_id, first_name, picture]) => ({ school_id, pupil_id, first_name, picture }))
		)
		.execute();
	await db
		.insertInto('class')
		.values({ school_id, class_id, name: 'Dosbarth Enfys', emblem: 'rainbow' })
		.execute();
	await db
		.insertInto('class_pupil')
		.values([pupils.mali, pupils.owain].map((pupil_id) => ({ school_id, class_id, pupil_id })))
		.execute();
	await db
		.insertInto('class_adult')
		.values([adults.evans, adults.bowen].map((staff_id) => ({ school_id, class_id, staff_id })))
		.execute();
	await db
		.insertInto('trusted_adult')
		.values(
			[adults.evans, adults.price].map((staff_id, position) => ({
				school_id,
				pupil_id: pupils.mali,
				staff_id,
				position
			}))
		)
		.execute();
	await putKiosk(db, school, {
		kiosk_id: school.kioskId,
		name: 'Enfys tablet',
		place: 'class',
		class_id
	});
	return school;
}

/** The tablet of a room that is a Cwtch, beside the one of the class. */
export async function putCwtch(
	db: Db,
	school: Pick<SmallSchool, 'schoolId'>,
	name = 'Cwtch'
): Promise<string> {
	const kiosk_id = randomUUID();
	await putKiosk(db, school, { kiosk_id, name, place: 'cwtch', class_id: null });
	return kiosk_id;
}

/** Paired, and last heard on Monday morning. */
async function putKiosk(
	db: Db,
	{ schoolId }: Pick<SmallSchool, 'schoolId'>,
	kiosk: { kiosk_id: string; name: string; place: 'class' | 'cwtch'; class_id: string | null }
): Promise<void> {
	await db
		.insertInto('kiosk')
		.values({
			school_id: schoolId,
			...kiosk,
			public_key: 'none',
			paired_at: MONDAY_MORNING,
			last_contact_at: MONDAY_MORNING,
			highest_counter: 0
		})
		.execute();
}
