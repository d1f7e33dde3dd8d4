import type { StaffRole } from '$lib/domain/school';
import { staffByAccount } from '../database/people';
import type { RunningServer } from '../running';
import { authOf } from './auth';

/** A staff member who is signed in. */
export interface StaffSession {
	schoolId: string;
	staffId: string;
	role: StaffRole;
	displayName: string;
	initials: string;
	/** Which of the portrait patterns; 0 to 5. */
	pattern: number;
	language: 'en' | 'cy';
	accountId: string;
	/** When the session ends by itself, in ms. */
	endsAt: number;
}

/** Whoever the cookies say is signed in; `null` after the end, a sign-out, or leaving the school. */
export async function staffSession(
	running: RunningServer,
	cookie: string | null
): Promise<StaffSession | null> {
	if (!cookie?.includes('cwtch.session_token=')) return null;
	const found = await authOf(running).api.getSession({ headers: new Headers({ cookie }) });
	if (!found) return null;
	const staff = await staffByAccount(running.db, found.user.id);
	if (!staff) return null;
	return {
		schoolId: staff.schoolId,
		staffId: staff.staffId,
		role: staff.role,
		displayName: staff.displayName,
		initials: staff.initials,
		pattern: staff.pattern,
		language: staff.language,
		accountId: found.user.id,
		endsAt: found.session.expiresAt.getTime()
	};
}
