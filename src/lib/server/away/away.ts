// Being away: said by the adults themselves, or for a colleague by leads and the office, since who is ill
// does not sign in. Children see it before they choose.
import type { StaffRole } from '$lib/domain/school';
import { dayAfter, schoolDay, startOfDay } from '$lib/domain/school-time';
import { writeAudit } from '../database/audit';
import { setAwayUntil, staffWithAway } from '../database/away';
import { loadSchoolRules } from '../database/school-rules';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';

export interface AwayBy {
	schoolId: string;
	staffId: string;
	role: StaffRole;
}

export interface Colleague {
	staffId: string;
	name: string;
	initials: string;
	pattern: number;
	/** `YYYY-MM-DD`; `null` for whoever is here. */
	backOn: string | null;
}

export interface AwayPage {
	me: Colleague;
	/** Whom this person may mark; themselves first. */
	mayMark: Colleague[];
	/** The first and the last day that somebody can be back on, `YYYY-MM-DD`. */
	from: string;
	to: string;
}

export type AwaySaid =
	'saved' | 'not-allowed' | 'not-found' /** Not a day after today within a year. */ | 'no-such-day';

const LONGEST_DAYS = 366;
const FOR_OTHERS: readonly StaffRole[] = ['lead', 'office'];

const mayMark = (by: AwayBy, staffId: string) =>
	staffId === by.staffId || FOR_OTHERS.includes(by.role);

/** 31 February is none. */
function isDate(text: string): boolean {
	const at = Date.parse(text);
	return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** @throws Error when the signed-in person is not there any more. */
export async function loadAway(running: RunningServer, by: AwayBy, now: number): Promise<AwayPage> {
	const { timetable } = await loadSchoolRules(running.db, by.schoolId, running.config);
	const staff = (await staffWithAway(running.db, by.schoolId)).map(
		({ awayUntil, ...person }): Colleague => ({
			...person,
			backOn: awayUntil !== null && awayUntil > now ? schoolDay(awayUntil, timetable) : null
		})
	);
	const me = staff.find(({ staffId }) => staffId === by.staffId);
	if (!me) throw new Error('The person who is signed in is not on the staff.');
	const others = staff.filter((person) => person !== me && mayMark(by, person.staffId));
	const today = schoolDay(now, timetable);
	return {
		me,
		mayMark: [me, ...others],
		from: dayAfter(today, 1),
		to: dayAfter(today, LONGEST_DAYS)
	};
}

/** @param backOn `YYYY-MM-DD`: away until that day begins on the school's clock */
export async function markAway(
	running: RunningServer,
	by: AwayBy,
	said: { staffId: string; backOn: string },
	now: number
): Promise<AwaySaid> {
	if (!mayMark(by, said.staffId)) return 'not-allowed';
	const { timetable } = await loadSchoolRules(running.db, by.schoolId, running.config);
	const today = schoolDay(now, timetable);
	const isInReach =
		isDate(said.backOn) && said.backOn > today && said.backOn <= dayAfter(today, LONGEST_DAYS);
	if (!isInReach) return 'no-such-day';
	return save(running, by, said.staffId, startOfDay(said.backOn, timetable));
}

/** Here again, sooner than said. */
export async function markHere(
	running: RunningServer,
	by: AwayBy,
	staffId: string
): Promise<AwaySaid> {
	return mayMark(by, staffId) ? save(running, by, staffId, null) : 'not-allowed';
}

async function save(
	running: RunningServer,
	{ schoolId, staffId: actor }: AwayBy,
	staffId: string,
	awayUntil: number | null
): Promise<AwaySaid> {
	const isThere = await running.db.transaction().execute(async (tx) => {
		if (!(await setAwayUntil(tx, schoolId, staffId, awayUntil))) return false;
		const action = awayUntil === null ? 'staff-here' : 'staff-away';
		await writeAudit(tx, { schoolId, actor, action, subject: staffId, detail: { awayUntil } });
		return true;
	});
	if (!isThere) return 'not-found';
	await directoryChanged(running, schoolId);
	return 'saved';
}
