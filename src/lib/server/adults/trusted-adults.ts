// Trusted adults: named by the child at a tablet, or set by leads. A standing exclusion plays no part in
// who is named, since an adult missing on a tablet would tell of it; it withholds every request instead.
import { v7 as newId } from 'uuid';
import * as v from 'valibot';
import type { Routing } from '$lib/domain/check-in';
import type { StaffRole } from '$lib/domain/school';
import { latestChange, MOST_TRUSTED_ADULTS } from '$lib/domain/trusted-adults';
import type { OpenedEnvelope, Recorded } from '../crossing/recorder';
import { classPeople, setTrustedAdults } from '../database/asked-adults';
import { writeAudit } from '../database/audit';
import { adultsNamedByPupils, directoryPupils, directoryStaff } from '../database/directory';
import { kiosksOfSchool } from '../database/kiosks';
import type { Db } from '../database/open';
import { standingExclusions } from '../database/standing-exclusions';
import {
	insertTrustedChange,
	trustedChangesOf,
	trustedChangesSince,
	type SavedTrustedChange
} from '../database/trusted-changes';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';

type Named = Extract<Routing, { kind: 'trusted-adults' }>;

/** What a child has named. Sent twice it is recorded once; an older choice that comes late changes nothing. */
export async function recordTrustedAdults(
	tx: Db,
	opened: Pick<OpenedEnvelope, 'schoolId' | 'envelopeId' | 'kioskId' | 'receivedAt'>,
	{ pupilId, adultIds, certainty }: Named,
	at: number
): Promise<Recorded> {
	const { schoolId, envelopeId, kioskId, receivedAt } = opened;
	const holds = await change(tx, schoolId, {
		changeId: envelopeId,
		pupilId,
		by: 'child',
		certainty,
		adultIds: [...new Set(adultIds)].slice(0, MOST_TRUSTED_ADULTS),
		at,
		receivedAt
	});
	await writeAudit(tx, {
		schoolId,
		actor: `kiosk:${kioskId}`,
		action: 'trusted-adults-named',
		subject: pupilId,
		at: receivedAt
	});
	const kioskWake = holds ? await pairedKiosks(tx, schoolId) : [];
	return { outcome: 'recorded', wake: [], kioskWake, feed: [] };
}

/** @returns whether it is what holds now */
async function change(
	tx: Db,
	schoolId: string,
	made: Omit<SavedTrustedChange, 'beforeIds'>
): Promise<boolean> {
	const { pupilId } = made;
	const beforeIds = (await adultsNamedByPupils(tx, schoolId)).get(pupilId) ?? [];
	if (!(await insertTrustedChange(tx, schoolId, { ...made, beforeIds }))) return false;
	const latest = latestChange(await trustedChangesOf(tx, schoolId, pupilId));
	if (latest?.changeId !== made.changeId) return false;
	await setTrustedAdults(tx, schoolId, pupilId, made.adultIds);
	return true;
}

const pairedKiosks = async (db: Db, schoolId: string): Promise<string[]> =>
	(await kiosksOfSchool(db, schoolId)).flatMap(({ kiosk_id, revoked_at }) =>
		revoked_at === null ? kiosk_id : []
	);

/** Who may see and set whom children trust. */
export const TRUSTED_ROLES: readonly StaffRole[] = ['lead'];
const SHOWN_MS = 60 * 24 * 60 * 60 * 1000;

interface NamedAdult {
	name: string;
	/** By leads, for this child: nothing of the child reaches them. */
	isExcluded: boolean;
}

export interface TrustedPage {
	children: { pupilId: string; name: string; className: string; adultIds: string[] }[];
	adults: { staffId: string; name: string }[];
	changes: {
		changeId: string;
		child: string;
		at: number;
		/** Of the colleague who set it; `null` for the child. */
		by: string | null;
		certainty: string | null;
		before: NamedAdult[];
		after: NamedAdult[];
	}[];
}

/**
 * A lead who must not learn of a child's requests sees nothing of what that child has changed either, and
 * not that it is so.
 */
export async function loadTrusted(
	{ db }: RunningServer,
	{ schoolId, staffId: viewerId }: { schoolId: string; staffId: string },
	now: number
): Promise<TrustedPage> {
	const [pupils, staff, named, classes, excluded, changes] = await Promise.all([
		directoryPupils(db, schoolId, null),
		directoryStaff(db, schoolId),
		adultsNamedByPupils(db, schoolId),
		classPeople(db, schoolId),
		standingExclusions(db, schoolId),
		trustedChangesSince(db, schoolId, now - SHOWN_MS)
	]);
	const staffNames = new Map(staff.map((one) => [one.staff_id, one.display_name]));
	const children = pupils.map(({ pupil_id: pupilId, first_name, distinguisher }) => ({
		pupilId,
		name: distinguisher ? `${first_name} ${distinguisher}` : first_name,
		className:
			classes.find(({ pupils }) => pupils.some((one) => one.pupilId === pupilId))?.name ?? '',
		adultIds: named.get(pupilId) ?? []
	}));
	const childNames = new Map(children.map(({ pupilId, name }) => [pupilId, name]));
	const isExcluded = (pupilId: string, id: string) =>
		excluded.some((one) => one.pupilId === pupilId && one.staffId === id);
	const adultsOf = (pupilId: string, ids: readonly string[]) =>
		ids.map((id) => ({
			name: staffNames.get(id) ?? '–',
			isExcluded: id !== viewerId && isExcluded(pupilId, id)
		}));
	return {
		children: children.sort(
			(a, b) => a.className.localeCompare(b.className, 'cy') || a.name.localeCompare(b.name, 'cy')
		),
		adults: staff
			.filter(({ may_be_asked, role }) => may_be_asked === 1 || role === 'lead')
			.map((one) => ({ staffId: one.staff_id, name: one.display_name }))
			.sort((a, b) => a.name.localeCompare(b.name, 'cy')),
		changes: changes
			.filter(({ pupilId }) => !isExcluded(pupilId, viewerId))
			.map((one) => ({
				changeId: one.changeId,
				child: childNames.get(one.pupilId) ?? '–',
				at: one.at,
				by: one.by === 'child' ? null : (staffNames.get(one.by) ?? '–'),
				certainty: one.certainty,
				before: adultsOf(one.pupilId, one.beforeIds),
				after: adultsOf(one.pupilId, one.adultIds)
			}))
	};
}

const Id = v.pipe(v.string(), v.uuid());
export const TrustedSet = v.object({
	pupilId: Id,
	adultIds: v.pipe(v.array(Id), v.maxLength(MOST_TRUSTED_ADULTS))
});

/** `unknown` when the child or an adult is not of this school, or has left. */
export async function setTrusted(
	running: RunningServer,
	by: { schoolId: string; staffId: string },
	{ pupilId, adultIds }: v.InferOutput<typeof TrustedSet>,
	now: number
): Promise<'saved' | 'unknown'> {
	const { schoolId, staffId } = by;
	const saved = await running.db.transaction().execute(async (tx) => {
		const pupils = await directoryPupils(tx, schoolId, null);
		const staff = new Set((await directoryStaff(tx, schoolId)).map(({ staff_id }) => staff_id));
		const isKnown = pupils.some(({ pupil_id }) => pupil_id === pupilId);
		if (!isKnown || !adultIds.every((id) => staff.has(id))) return false;
		const made = { changeId: newId(), pupilId, by: staffId, certainty: null, at: now };
		await change(tx, schoolId, { ...made, adultIds: [...new Set(adultIds)], receivedAt: now });
		await writeAudit(tx, {
			schoolId,
			actor: staffId,
			action: 'trusted-adults-set',
			subject: pupilId,
			at: now
		});
		return true;
	});
	if (!saved) return 'unknown';
	await directoryChanged(running, schoolId);
	return 'saved';
}
