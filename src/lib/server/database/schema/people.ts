// The school and its people.
import type { TalkPart } from '$lib/domain/talk-times';
import type { StaffRole } from '$lib/domain/school';

export interface PeopleTables {
	school: SchoolTable;
	staff_member: StaffMemberTable;
	pupil: PupilTable;
	class: ClassTable;
	class_pupil: ClassPupilTable;
	class_adult: ClassAdultTable;
	trusted_adult: TrustedAdultTable;
	trusted_change: TrustedChangeTable;
	talk_time: TalkTimeTable;
	staff_presence: StaffPresenceTable;
	standing_exclusion: StandingExclusionTable;
}

interface SchoolTable {
	school_id: string;
	name: string;
	source_id: string | null;
	/** Of the school's own: staff screens and kiosks begin in it. */
	language: 'en' | 'cy';
	/** SchoolTimetable */
	timetable_json: string;
	/** MeetingPlace[] */
	places_json: string;
	/** Places always staffed, for "I need a grown-up now": { en, cy }[] */
	staffed_places_json: string;
	/** HandOnPolicy */
	policy_json: string;
	set_up_at: number;
}

interface StaffMemberTable {
	school_id: string;
	staff_id: string;
	source_id: string | null;
	display_name: string;
	initials: string;
	/** Which of the portrait patterns; 0 to 5. */
	pattern: number;
	role: StaffRole;
	email: string | null;
	/** better-auth's id of the account that signs in; `null` until the invitation is taken up. */
	account_id: string | null;
	language: 'en' | 'cy';
	/** Agreed to be named by children. */
	may_be_asked: number;
	/** Where the adult can usually be found, said to children: { en, cy } or null. */
	found_json: string | null;
	/** Away until this time; children see it before choosing. */
	away_until: number | null;
	left_at: number | null;
}

interface PupilTable {
	school_id: string;
	pupil_id: string;
	source_id: string | null;
	first_name: string;
	/** An initial that tells two of the same first name apart; shown only where needed. */
	distinguisher: string | null;
	year_group: number | null;
	/** Animal id. */
	picture: string;
	language: 'en' | 'cy' | null;
	/** When that was said, by staff or by the child's changing to it. */
	language_at: number | null;
	left_at: number | null;
}

interface ClassTable {
	school_id: string;
	class_id: string;
	source_id: string | null;
	name: string;
	/** The lowest, for the age band of a pupil without a year of their own. */
	year_group: number | null;
	/** All of them as the roster has them, number[]; null for a class made by hand. */
	year_groups_json: string | null;
	emblem: string;
	left_at: number | null;
}

interface ClassPupilTable {
	school_id: string;
	class_id: string;
	pupil_id: string;
}

interface ClassAdultTable {
	school_id: string;
	class_id: string;
	staff_id: string;
}

interface TrustedAdultTable {
	school_id: string;
	pupil_id: string;
	staff_id: string;
	position: number;
}

/** By leads; never leaves the server. */
interface StandingExclusionTable {
	school_id: string;
	pupil_id: string;
	staff_id: string;
	set_by: string;
	set_at: number;
}

/** Each choice of trusted adults; `trusted_adult` has what holds. */
interface TrustedChangeTable {
	school_id: string;
	/** Of the envelope, where the child chose. */
	change_id: string;
	pupil_id: string;
	/** `child`, or a staff id. */
	changed_by: string;
	certainty: string | null;
	/** string[], in order. */
	staff_ids_json: string;
	before_json: string;
	/** By the kiosk's clock, corrected to no later than the arrival. */
	changed_at: number;
	received_at: number;
}

/** When an adult keeps time for talks, each week. */
interface TalkTimeTable {
	school_id: string;
	staff_id: string;
	/** ISO, Monday is 1. */
	weekday: number;
	part: TalkPart;
}

/** "Here today", as somebody has said; it ends by itself. */
interface StaffPresenceTable {
	school_id: string;
	staff_id: string;
	here_until: number;
	/** A staff id. */
	said_by: string;
	said_at: number;
}
