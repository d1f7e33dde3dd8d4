/** What a roster says about a staff member’s work: a lead is a safeguarding lead. */
export type StaffRole = 'adult' | 'lead' | 'office' | 'head';

export interface RosterSchool {
	sourceId: string;
	/** Null when the file does not say (a plain CSV). */
	name: string | null;
}

export interface RosterSession {
	sourceId: string;
	title: string;
	/** As the school's system calls it: `term`, `schoolYear`, … */
	type: string;
	/** ISO dates (`2026-09-01`), null when the file has none. */
	startDate: string | null;
	endDate: string | null;
}

export interface RosterClass {
	sourceId: string;
	name: string;
	/** −1 nursery, 0 reception, 1 to 6; ascending; from the class, else from its pupils. */
	yearGroups: number[];
}

export interface RosterPupil {
	sourceId: string;
	firstName: string;
	/** The first letters of the surname, only where two in one class share a first name. */
	distinguisher: string | null;
	/** −1 nursery, 0 reception, 1 to 6; null when the roster does not say. */
	yearGroup: number | null;
	/** Ascending, no duplicates; empty for a pupil without a class. */
	classSourceIds: string[];
}

export interface RosterStaff {
	sourceId: string;
	/** As children know this person: “Mrs Jones”. */
	displayName: string;
	role: StaffRole;
	/** Ascending, no duplicates. */
	classSourceIds: string[];
	/** Lower case, for the invitation; null when the roster has none. */
	email: string | null;
}

/**
 * What the files speak about. Where one is false, what the database has of that kind is left alone:
 * a list of pupils says nothing about the staff, so nobody of the staff leaves because of it.
 */
export interface RosterCovers {
	classes: boolean;
	pupils: boolean;
	staff: boolean;
	/** Which classes each staff member belongs to. */
	staffClasses: boolean;
}

/** What a school's system says, as far as the product needs it, and nothing more about a child. */
export interface Roster {
	school: RosterSchool;
	sessions: RosterSession[];
	classes: RosterClass[];
	pupils: RosterPupil[];
	staff: RosterStaff[];
	covers: RosterCovers;
}

/** The columns of a plain CSV that can be pointed at by hand. */
export const PLAIN_FIELDS = [
	'sourceId',
	'upn',
	'firstName',
	'knownAs',
	'surname',
	'fullName',
	'className',
	'yearGroup',
	'role',
	'title',
	'displayName',
	'email'
] as const;
export type PlainField = (typeof PLAIN_FIELDS)[number];
export type PlainKind = 'pupils' | 'staff';

export interface PlainFileMapping {
	kind?: PlainKind;
	/** Field to the file's own header; what is not named here is found by its header. */
	columns?: Partial<Record<PlainField, string>>;
}

export interface RosterMapping {
	/** Which school, where a OneRoster export holds several. */
	schoolSourceId?: string;
	/** By file name, for plain CSV. */
	files?: Record<string, PlainFileMapping>;
	/** ISO date; memberships and classes that ended before it are over. The runtime's today if left out. */
	today?: string;
}
