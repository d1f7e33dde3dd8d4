// How children see an adult: the photo. By the adults themselves, or for a colleague by leads and the
// office, who say that the colleague has agreed.
import { IMAGE_TYPES } from '$lib/domain/school-file';
import type { StaffRole } from '$lib/domain/school';
import { writeAudit } from '../database/audit';
import { staffMember } from '../database/people';
import { listSchoolFiles } from '../database/school-files';
import type { RunningServer } from '../running';
import { dropFile, keepFile, type FileProblem } from '../school-files/school-files';

export interface SeenBy {
	schoolId: string;
	staffId: string;
	role: StaffRole;
}

export interface SeenPage {
	staffId: string;
	name: string;
	initials: string;
	pattern: number;
	isMe: boolean;
	/** Children are offered this adult. */
	mayBeAsked: boolean;
	/** Digest of the photo. */
	portrait: string | null;
}

/** Drawn in the browser with this edge; shown at most a third as large. */
const PORTRAIT_RULES = { types: IMAGE_TYPES, mostBytes: 256 * 1024 };
const FOR_OTHERS: readonly StaffRole[] = ['lead', 'office'];

export const maySet = (by: SeenBy, staffId: string) =>
	staffId === by.staffId || FOR_OTHERS.includes(by.role);

export async function loadSeen(
	{ db }: RunningServer,
	by: SeenBy,
	staffId: string
): Promise<SeenPage | 'not-allowed' | 'not-found'> {
	if (!maySet(by, staffId)) return 'not-allowed';
	const staff = await staffMember(db, by.schoolId, staffId);
	if (!staff) return 'not-found';
	const portraits = await portraitsOf(db, by.schoolId);
	return {
		staffId,
		name: staff.displayName,
		initials: staff.initials,
		pattern: staff.pattern,
		isMe: staffId === by.staffId,
		mayBeAsked: staff.mayBeAsked || staff.role === 'lead',
		portrait: portraits[staffId] ?? null
	};
}

export type PhotoSaid = 'saved' | 'not-allowed' | 'not-found' | 'no-consent' | FileProblem;

/** @param agreed the adult has agreed that children see the photo */
export async function setPhoto(
	running: RunningServer,
	by: SeenBy,
	{ staffId, bytes, agreed }: { staffId: string; bytes: Uint8Array; agreed: boolean }
): Promise<PhotoSaid> {
	if (!maySet(by, staffId)) return 'not-allowed';
	if (!(await staffMember(running.db, by.schoolId, staffId))) return 'not-found';
	if (!agreed) return 'no-consent';
	const file = { kind: 'portrait', name: staffId, bytes } as const;
	const outcome = await keepFile(running, by, file, PORTRAIT_RULES, (tx) =>
		writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action: 'photo-agreed',
			subject: staffId,
			detail: { saidBy: staffId === by.staffId ? 'self' : 'colleague' }
		})
	);
	return outcome === 'kept' ? 'saved' : outcome;
}

/** At any time, without a reason. */
export async function takePhotoBack(
	running: RunningServer,
	by: SeenBy,
	staffId: string
): Promise<'saved' | 'not-allowed'> {
	if (!maySet(by, staffId)) return 'not-allowed';
	await dropFile(running, by, { kind: 'portrait', name: staffId });
	return 'saved';
}

/** Digests by staff id. */
export async function portraitsOf(
	db: RunningServer['db'],
	schoolId: string
): Promise<Record<string, string>> {
	const files = await listSchoolFiles(db, schoolId, ['portrait']);
	return Object.fromEntries(files.map(({ name, digest }) => [name, digest]));
}
