// School time: minutes inside the school's open hours. Server only; a kiosk's browser may have no
// Temporal and uses clock-face.ts. Moments are integer milliseconds UTC.
import type { UtcOffset } from './clock-face';
import type { SchoolTimetable } from './school';
import { definiteTimes, isSchoolDay, type DefiniteTime } from './school-day';
import type { AnswerSlot, TalkWhen } from './talk-request';

const MINUTE_MS = 60_000;
const NANOSECONDS_OF_MINUTE = 60e9;
/** A tablet that has not heard from its server for so long has no right time by other means either. */
const YEARS_OF_OFFSETS = 5;
const SOON_MS = 10 * 60_000;
const ROUND_TO_MS = 5 * MINUTE_MS;
/** Nowhere is a school closed for so long: a timetable that says so is broken. */
const LONGEST_SEARCH_DAYS = 800;

interface OpenHours {
	opensAt: number;
	closesAt: number;
}

const dateOf = (at: number, { timeZone }: SchoolTimetable): Temporal.PlainDate =>
	Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();

/** The moment when the school's own clock shows this, whatever summer time did that day. */
function momentOn(
	date: Temporal.PlainDate,
	minutesOfDay: number,
	{ timeZone }: SchoolTimetable
): number {
	return date.toPlainDateTime().add({ minutes: minutesOfDay }).toZonedDateTime(timeZone)
		.epochMilliseconds;
}

function openHoursOn(date: Temporal.PlainDate, timetable: SchoolTimetable): OpenHours | null {
	if (!isSchoolDay(date.toString(), timetable)) return null;
	const opensAt = momentOn(date, timetable.opensMinutes, timetable);
	const closesAt = momentOn(date, timetable.closesMinutes, timetable);
	return opensAt < closesAt ? { opensAt, closesAt } : null;
}

/** From opening until closing, when staff leave; the closing moment itself is outside. */
export function isSchoolOpen(at: number, timetable: SchoolTimetable): boolean {
	const hours = openHoursOn(dateOf(at, timetable), timetable);
	return hours !== null && hours.opensAt <= at && at < hours.closesAt;
}

/** School minutes from one moment to a later one, not rounded; 0 when `to` is not later. */
export function schoolMinutesBetween(from: number, to: number, timetable: SchoolTimetable): number {
	if (to <= from) return 0;
	const lastDate = dateOf(to, timetable);
	let openMs = 0;
	let date = dateOf(from, timetable);
	while (Temporal.PlainDate.compare(date, lastDate) <= 0) {
		const hours = openHoursOn(date, timetable);
		if (hours) {
			openMs += Math.max(0, Math.min(to, hours.closesAt) - Math.max(from, hours.opensAt));
		}
		date = date.add({ days: 1 });
	}
	return openMs / MINUTE_MS;
}

/**
 * The moment when so many school minutes have gone by. Outside open hours the count begins at the
 * next opening, also for 0 minutes; it may end at the closing moment.
 *
 * @throws RangeError for negative minutes, and for a timetable that has no school day at all.
 */
export function addSchoolMinutes(
	from: number,
	minutes: number,
	timetable: SchoolTimetable
): number {
	if (!(minutes >= 0)) throw new RangeError(`School minutes must not be negative: ${minutes}`);
	let leftMs = Math.round(minutes * MINUTE_MS);
	let date = dateOf(from, timetable);
	for (let closedDays = 0; closedDays < LONGEST_SEARCH_DAYS; closedDays += 1) {
		const hours = openHoursOn(date, timetable);
		if (hours) {
			const startsAt = Math.max(from, hours.opensAt);
			if (startsAt < hours.closesAt) {
				if (startsAt + leftMs <= hours.closesAt) return startsAt + leftMs;
				leftMs -= hours.closesAt - startsAt;
			}
			closedDays = 0;
		}
		date = date.add({ days: 1 });
	}
	throw new RangeError('The timetable has no school day');
}

/**
 * How the school's clock stands beside UTC, from the start of the year of `now` for some years: a kiosk
 * reads its clock by them. The same for a whole year, so that a directory stays the same.
 */
export function utcOffsetsAround(now: number, timetable: SchoolTimetable): UtcOffset[] {
	const { timeZone } = timetable;
	const { year } = dateOf(now, timetable);
	const start = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone);
	const end = start.add({ years: YEARS_OF_OFFSETS });
	const offsets: UtcOffset[] = [];
	let from: Temporal.ZonedDateTime | null = start;
	while (from && Temporal.ZonedDateTime.compare(from, end) < 0) {
		offsets.push({
			from: from.epochMilliseconds,
			minutes: Math.round(from.offsetNanoseconds / NANOSECONDS_OF_MINUTE)
		});
		from = from.getTimeZoneTransition('next');
	}
	return offsets;
}

/** Minutes of the day on the school's clock, 0 to 1439. */
export function minutesOfSchoolDay(at: number, { timeZone }: SchoolTimetable): number {
	const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
	return hour * 60 + minute;
}

/** When the school's own day began (ms UTC). */
export const midnightBefore = (at: number, { timeZone }: SchoolTimetable): number =>
	Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).startOfDay()
		.epochMilliseconds;

/** The school's own date, `YYYY-MM-DD`. */
export const schoolDay = (at: number, timetable: SchoolTimetable): string =>
	dateOf(at, timetable).toString();

/** The date so many days later, `YYYY-MM-DD`. */
export const dayAfter = (date: string, days: number): string =>
	Temporal.PlainDate.from(date).add({ days }).toString();

/** When a date (`YYYY-MM-DD`) begins on the school's clock. */
export const startOfDay = (date: string, timetable: SchoolTimetable): number =>
	momentOn(Temporal.PlainDate.from(date), 0, timetable);

/** When staff leave on the date of `at`; in the past if they have left already. */
export const endOfSchoolDay = (at: number, timetable: SchoolTimetable): number =>
	momentOn(dateOf(at, timetable), timetable.closesMinutes, timetable);

/** True once the school's own date is a later one than that of `at`. */
export const dayIsPast = (at: number, now: number, timetable: SchoolTimetable): boolean =>
	Temporal.PlainDate.compare(dateOf(at, timetable), dateOf(now, timetable)) < 0;

/**
 * The first school day after the date of `at`, `YYYY-MM-DD`.
 *
 * @throws RangeError for a timetable that has no school day at all.
 */
export const nextSchoolDay = (at: number, timetable: SchoolTimetable): string =>
	nextSchoolDate(at, timetable).toString();

function nextSchoolDate(at: number, timetable: SchoolTimetable): Temporal.PlainDate {
	let date = dateOf(at, timetable);
	for (let days = 0; days < LONGEST_SEARCH_DAYS; days += 1) {
		date = date.add({ days: 1 });
		if (isSchoolDay(date.toString(), timetable)) return date;
	}
	throw new RangeError('The timetable has no school day');
}

/** The next start of this time on the date of `now`, or `null` when none is left. */
function nextToday(
	when: DefiniteTime['when'],
	now: number,
	timetable: SchoolTimetable
): number | null {
	const today = dateOf(now, timetable);
	if (!isSchoolDay(today.toString(), timetable)) return null;
	const starts = definiteTimes(timetable)
		.filter((time) => time.when === when)
		.map((time) => momentOn(today, time.startsMinutes, timetable));
	return starts.find((startsAt) => startsAt > now) ?? null;
}

/**
 * The clock time that an adult promises with a slot, or `null` when it has passed today (or today
 * is no school day): it cannot be promised any more.
 *
 * `now` is in 5 to 10 minutes, on a multiple of five, so that there is time to walk there. It is
 * always possible, and so is `soon`, in ten minutes. `tomorrow` is the end of the arrival window on the next school day: first
 * thing, when every child is in.
 */
export function slotTime(slot: AnswerSlot, now: number, timetable: SchoolTimetable): number | null {
	switch (slot) {
		case 'now':
			return Math.ceil((now + ROUND_TO_MS) / ROUND_TO_MS) * ROUND_TO_MS;
		case 'soon':
			return now + SOON_MS;
		case 'tomorrow':
			return momentOn(nextSchoolDate(now, timetable), timetable.arrival.toMinutes, timetable);
		default:
			return nextToday(slot, now, timetable);
	}
}

/**
 * When the time that a child asked for begins. "Now" and "whenever" begin with the asking, and so
 * does a time that has passed today (a tablet was offline): waiting for tomorrow's would forget
 * the child for a day.
 */
export function whenStarts(when: TalkWhen, askedAt: number, timetable: SchoolTimetable): number {
	if (when === 'now' || when === 'whenever') return askedAt;
	return nextToday(when, askedAt, timetable) ?? askedAt;
}
