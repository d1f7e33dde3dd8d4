import type { PageData } from './$types';

const time = (minutes: number | null) =>
	minutes === null
		? ''
		: `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The school's settings as the form's fields, by name; the way back is readSchoolSettings. */
export function settingsAsFields({
	name,
	language,
	timetable,
	places,
	staffedPlaces
}: PageData['school']): Record<string, string> {
	const fields: Record<string, string> = {
		name,
		language,
		opens: time(timetable.opensMinutes),
		arrivalFrom: time(timetable.arrival.fromMinutes),
		arrivalTo: time(timetable.arrival.toMinutes),
		breakAt: time(timetable.breakMinutes),
		lunchAt: time(timetable.lunchMinutes),
		afternoonBreakAt: time(timetable.afternoonBreakMinutes),
		home: time(timetable.homeMinutes),
		closes: time(timetable.closesMinutes)
	};
	timetable.terms.forEach(({ from, to }, at) => {
		fields[`term.${at}.from`] = from;
		fields[`term.${at}.to`] = to;
	});
	timetable.closedDates.forEach((date, at) => {
		fields[`closed.${at}.date`] = date;
	});
	places.forEach(({ id, picture, phrase, overlookedBy }, at) => {
		Object.assign(fields, {
			[`place.${at}.id`]: id,
			[`place.${at}.picture`]: picture,
			[`place.${at}.en`]: phrase.en,
			[`place.${at}.cy`]: phrase.cy,
			[`place.${at}.overlookedBy`]: overlookedBy
		});
	});
	staffedPlaces.forEach(({ en, cy }, at) => {
		fields[`staffed.${at}.en`] = en;
		fields[`staffed.${at}.cy`] = cy;
	});
	return fields;
}
