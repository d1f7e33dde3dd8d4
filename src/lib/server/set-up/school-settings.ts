// The school's own settings, as the office's page sends them: times as `HH:MM`, lists as numbered fields.
import * as v from 'valibot';
import { v7 as newId } from 'uuid';
import type { MeetingPlace, SchoolTimetable } from '$lib/domain/school';
import { writeAudit } from '../database/audit';
import { lockSchool, schoolById, updateSchool, type StaffedPlace } from '../database/school';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { fieldProblems, type FieldProblems } from '../staff-sessions/credentials';
import { nameOf } from './set-up-school';

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const Time = v.pipe(
	v.string('school.time.missing'),
	v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'school.time.missing'),
	v.transform(minutesOf)
);
const MaybeTime = v.pipe(
	v.union([v.literal(''), Time], 'school.time.missing'),
	v.transform((time) => (time === '' ? null : time))
);

const Settings = v.pipe(
	v.object({
		name: nameOf('setup.school.missing'),
		language: v.picklist(['en', 'cy'], 'setup.language.missing'),
		opens: Time,
		arrivalFrom: Time,
		arrivalTo: Time,
		breakAt: Time,
		lunchAt: Time,
		afternoonBreakAt: MaybeTime,
		home: Time,
		closes: Time
	}),
	inOrder('closes', 'school.closes.early', ({ home, closes }) => home <= closes),
	inOrder('home', 'school.home.early', ({ lunchAt, home }) => lunchAt < home),
	inOrder('lunchAt', 'school.lunch.early', ({ breakAt, lunchAt }) => breakAt < lunchAt),
	inOrder('breakAt', 'school.break.early', ({ opens, breakAt }) => opens < breakAt),
	inOrder(
		'arrivalTo',
		'school.arrival.early',
		({ arrivalFrom, arrivalTo }) => arrivalFrom < arrivalTo
	),
	inOrder(
		'afternoonBreakAt',
		'school.afternoon.wrong',
		({ lunchAt, afternoonBreakAt, home }) =>
			afternoonBreakAt === null || (lunchAt < afternoonBreakAt && afternoonBreakAt < home)
	)
);

type DayTimes = {
	opens: number;
	arrivalFrom: number;
	arrivalTo: number;
	breakAt: number;
	lunchAt: number;
	afternoonBreakAt: number | null;
	home: number;
	closes: number;
	name: string;
	language: 'en' | 'cy';
};

function inOrder(field: keyof DayTimes, problem: string, holds: (day: DayTimes) => boolean) {
	return v.forward<DayTimes, v.BaseIssue<unknown>, [typeof field]>(v.check(holds, problem), [
		field
	]);
}

export interface SchoolSettings {
	name: string;
	language: 'en' | 'cy';
	timetable: Omit<SchoolTimetable, 'timeZone' | 'schoolDays'>;
	places: MeetingPlace[];
	staffedPlaces: StaffedPlace[];
}

export type ReadSettings =
	| { kind: 'read'; settings: SchoolSettings }
	/** Message keys by field; numbered fields as they were sent. */
	| { kind: 'wrong'; problems: FieldProblems };

/** Rows of numbered fields: `term.0.from`, `term.0.to`, … until one has none of them. */
function rows<Name extends string>(
	typed: Record<string, string>,
	list: string,
	names: readonly Name[]
): { at: number; row: Record<Name, string> }[] {
	const found: { at: number; row: Record<Name, string> }[] = [];
	for (let at = 0; names.some((name) => `${list}.${at}.${name}` in typed); at += 1) {
		const values = names.map(
			(name) => [name, (typed[`${list}.${at}.${name}`] ?? '').trim()] as const
		);
		if (values.some(([, value]) => value !== '')) {
			found.push({ at, row: Object.fromEntries(values) as Record<Name, string> });
		}
	}
	return found;
}

const isDate = (text: string) =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const OVERLOOKED = ['others-near', 'open-door', 'in-view'] as const;

/** @param typed the fields of the form, by name. */
export function readSchoolSettings(typed: Record<string, string>): ReadSettings {
	const parsed = v.safeParse(Settings, typed);
	const problems: FieldProblems = parsed.success ? {} : fieldProblems(parsed.issues);

	const terms = rows(typed, 'term', ['from', 'to']).map(({ at, row }) => {
		if (!isDate(row.from) || !isDate(row.to)) problems[`term.${at}.from`] = 'school.term.half';
		else if (row.from >= row.to) problems[`term.${at}.from`] = 'school.term.order';
		return row;
	});
	const closedDates = rows(typed, 'closed', ['date']).map(({ at, row }) => {
		if (!isDate(row.date)) problems[`closed.${at}.date`] = 'school.closed.wrong';
		return row.date;
	});
	const places = rows(typed, 'place', ['id', 'picture', 'en', 'cy', 'overlookedBy'])
		.filter(({ row }) => row.en !== '' || row.cy !== '')
		.map(({ at, row }): MeetingPlace => {
			const overlookedBy = OVERLOOKED.find((one) => one === row.overlookedBy);
			if (row.en === '' || row.cy === '') problems[`place.${at}.en`] = 'school.place.half';
			else if (!overlookedBy) problems[`place.${at}.en`] = 'school.place.overlooked.missing';
			return {
				id: row.id || newId(),
				phrase: { en: row.en.normalize('NFC'), cy: row.cy.normalize('NFC') },
				picture: row.picture || 'place',
				overlookedBy: overlookedBy ?? 'in-view'
			};
		});
	if (places.length === 0) problems['places'] = 'school.place.none';
	const staffedPlaces = rows(typed, 'staffed', ['en', 'cy']).map(({ at, row }) => {
		if (row.en === '' || row.cy === '') problems[`staffed.${at}.en`] = 'school.place.half';
		return { en: row.en.normalize('NFC'), cy: row.cy.normalize('NFC') };
	});
	if (staffedPlaces.length === 0) problems['staffed'] = 'school.staffed.none';
	if (!parsed.success || Object.keys(problems).length > 0) return { kind: 'wrong', problems };

	const { name, language, ...day } = parsed.output;
	return {
		kind: 'read',
		settings: {
			name,
			language,
			timetable: {
				opensMinutes: day.opens,
				arrival: { fromMinutes: day.arrivalFrom, toMinutes: day.arrivalTo },
				breakMinutes: day.breakAt,
				lunchMinutes: day.lunchAt,
				afternoonBreakMinutes: day.afternoonBreakAt,
				homeMinutes: day.home,
				closesMinutes: day.closes,
				terms: terms.sort((a, b) => (a.from < b.from ? -1 : 1)),
				closedDates: [...new Set(closedDates)].sort()
			},
			places,
			staffedPlaces
		}
	};
}

/** @throws Error when there is no such school. */
export async function saveSchoolSettings(
	running: RunningServer,
	by: { schoolId: string; staffId: string },
	settings: SchoolSettings
): Promise<void> {
	await running.db.transaction().execute(async (tx) => {
		await lockSchool(tx, by.schoolId);
		const school = await schoolById(tx, by.schoolId);
		if (!school) throw new Error(`There is no school ${by.schoolId}`);
		await updateSchool(tx, by.schoolId, {
			...settings,
			timetable: { ...school.timetable, ...settings.timetable }
		});
		await writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action: 'school-settings-changed',
			subject: by.schoolId,
			detail: { from: school.timetable, to: settings.timetable }
		});
	});
	await directoryChanged(running, by.schoolId);
}
