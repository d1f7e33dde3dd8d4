// Where and when children can find an adult: a place, weekly times kept for talks, and "here today", which
// ends by itself when staff leave. Nobody is taken to be here because a page is open: it may be open at home,
// and a child would wait in vain.
import * as v from 'valibot';
import { endOfSchoolDay } from '$lib/domain/school-time';
import { TALK_PARTS, type TalkTime } from '$lib/domain/talk-times';
import { writeAudit } from '../database/audit';
import type { Db } from '../database/open';
import { staffMember } from '../database/people';
import { loadSchoolRules } from '../database/school-rules';
import {
	foundAt,
	hereUntil,
	saveFoundAt,
	saveHereUntil,
	saveTalkTimes,
	talkTimes
} from '../database/talk-times';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { maySet, type SeenBy } from './seen-by-children';

/** What a child reads beside the face in one line or two. */
const LONGEST_PLACE = 40;

const Phrase = v.pipe(
	v.string(),
	v.normalize('NFC'),
	v.transform((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()),
	v.maxLength(LONGEST_PLACE, 'found.too-long')
);

/** Both languages, or neither. */
export const Found = v.pipe(
	v.object({ en: Phrase, cy: Phrase }),
	v.check(({ en, cy }) => (en === '') === (cy === ''), 'found.half')
);

export const Times = v.pipe(
	v.array(
		v.pipe(
			v.string(),
			v.transform((text) => text.split(':')),
			v.tuple([
				v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(7)),
				v.picklist(TALK_PARTS)
			]),
			v.transform(([weekday, part]): TalkTime => ({ weekday, part }))
		)
	),
	v.maxLength(7 * TALK_PARTS.length)
);

export interface TimesPage {
	found: { en: string; cy: string } | null;
	times: TalkTime[];
	/** ISO weekdays on which children come. */
	weekdays: number[];
	isHere: boolean;
}

export async function loadTimes(
	{ db, config }: RunningServer,
	schoolId: string,
	staffId: string,
	now: number
): Promise<TimesPage> {
	const { timetable } = await loadSchoolRules(db, schoolId, config);
	const until = (await hereUntil(db, schoolId)).get(staffId) ?? 0;
	return {
		found: await foundAt(db, schoolId, staffId),
		times: (await talkTimes(db, schoolId)).get(staffId) ?? [],
		weekdays: timetable.schoolDays,
		isHere: until > now
	};
}

export type TimesSaid = 'saved' | 'not-allowed' | 'not-found' | 'too-late';

/** Replaces where the adult is found and when they keep time for talks. */
export function setTimes(
	running: RunningServer,
	by: SeenBy,
	said: { staffId: string; found: v.InferOutput<typeof Found>; times: readonly TalkTime[] }
): Promise<TimesSaid> {
	const { staffId, found, times } = said;
	return save(running, by, staffId, 'talk-times-set', async (tx) => {
		await saveFoundAt(tx, by.schoolId, staffId, found.en === '' ? null : found);
		await saveTalkTimes(tx, by.schoolId, staffId, times);
	});
}

/** Here until staff leave today. `too-late` once they have left. */
export async function sayHere(
	running: RunningServer,
	by: SeenBy,
	staffId: string,
	now: number
): Promise<TimesSaid> {
	const { timetable } = await loadSchoolRules(running.db, by.schoolId, running.config);
	const until = endOfSchoolDay(now, timetable);
	if (until <= now) return 'too-late';
	return save(running, by, staffId, 'staff-present', (tx) =>
		saveHereUntil(tx, by.schoolId, staffId, until, { by: by.staffId, at: now })
	);
}

export const sayNotHere = (
	running: RunningServer,
	by: SeenBy,
	staffId: string,
	now: number
): Promise<TimesSaid> =>
	save(running, by, staffId, 'staff-not-present', (tx) =>
		saveHereUntil(tx, by.schoolId, staffId, null, { by: by.staffId, at: now })
	);

async function save(
	running: RunningServer,
	by: SeenBy,
	staffId: string,
	action: string,
	write: (tx: Db) => Promise<void>
): Promise<TimesSaid> {
	const { schoolId, staffId: actor } = by;
	if (!maySet(by, staffId)) return 'not-allowed';
	const isThere = await running.db.transaction().execute(async (tx) => {
		if (!(await staffMember(tx, schoolId, staffId))) return false;
		await write(tx);
		await writeAudit(tx, { schoolId, actor, action, subject: staffId });
		return true;
	});
	if (!isThere) return 'not-found';
	await directoryChanged(running, schoolId);
	return 'saved';
}
