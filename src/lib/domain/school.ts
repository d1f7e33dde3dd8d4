// The people and places of a school, as the rules see them.

export type StaffRole = 'adult' | 'lead' | 'office' | 'head';

/** Minutes are minutes of the day in the school's own time zone. Dates are `YYYY-MM-DD`. */
export interface SchoolTimetable {
	/** IANA name, for example `Europe/London`. */
	timeZone: string;
	/** ISO weekdays, Monday is 1. */
	schoolDays: number[];
	opensMinutes: number;
	/** Children leave. */
	homeMinutes: number;
	/** Sessions of staff end. */
	closesMinutes: number;
	arrival: { fromMinutes: number; toMinutes: number };
	breakMinutes: number;
	/** A second break in the afternoon, where there is one. */
	afternoonBreakMinutes: number | null;
	lunchMinutes: number;
	terms: { from: string; to: string }[];
	/** Inset days, bank holidays, half-terms: single dates. */
	closedDates: string[];
}

/** A place where an adult may meet a child: only ones that others can see into. */
export interface MeetingPlace {
	id: string;
	/** One of the content's `where.*` phrases, or the school's own pair of phrases. */
	phrase: { en: string; cy: string };
	/** Picture id. */
	picture: string;
	/** Why it is overlooked, for staff: `others-near`, `open-door`, `in-view`. */
	overlookedBy: 'others-near' | 'open-door' | 'in-view';
}

/** What to do when nobody answers; all defaults, each the school's to set, none to switch off. */
export interface HandOnPolicy {
	/** School minutes for "now". */
	nowMinutes: number;
	/** School minutes for "before home" and "whenever". */
	wheneverMinutes: number;
	/** School minutes between later steps. */
	stepMinutes: number;
	/** Clock minutes until the head hears of an unanswered urgent request. */
	urgentHeadMinutes: number;
}

export const DEFAULT_HAND_ON_POLICY: HandOnPolicy = {
	nowMinutes: 10,
	wheneverMinutes: 60,
	stepMinutes: 15,
	urgentHeadMinutes: 5
};
