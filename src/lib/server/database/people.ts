// Staff members. Pupils and classes, as the roster has them, are in roster.ts.
import type { StaffRole } from '$lib/domain/school';
import type { Db } from './open';

export interface StaffMember {
	staffId: string;
	displayName: string;
	initials: string;
	pattern: number;
	role: StaffRole;
	email: string | null;
	accountId: string | null;
	language: 'en' | 'cy';
	mayBeAsked: boolean;
	leftAt: number | null;
}

const columns = [
	'staff_id as staffId',
	'display_name as displayName',
	'initials',
	'pattern',
	'role',
	'email',
	'account_id as accountId',
	'language',
	'may_be_asked as mayBeAsked',
	'left_at as leftAt'
] as const;

const asStaffMember = (
	row: Omit<StaffMember, 'mayBeAsked'> & { mayBeAsked: number }
): StaffMember => ({ ...row, mayBeAsked: row.mayBeAsked === 1 });

export async function listStaff(db: Db, schoolId: string): Promise<StaffMember[]> {
	const rows = await db
		.selectFrom('staff_member')
		.select(columns)
		.where('school_id', '=', schoolId)
		.where('left_at', 'is', null)
		.orderBy('display_name')
		.orderBy('staff_id')
		.execute();
	return rows.map(asStaffMember);
}

export async function staffMember(
	db: Db,
	schoolId: string,
	staffId: string
): Promise<StaffMember | null> {
	const row = await db
		.selectFrom('staff_member')
		.select(columns)
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	return row ? asStaffMember(row) : null;
}

/** Whoever signs in with this account and has not left. */
export async function staffByAccount(
	db: Db,
	accountId: string
): Promise<(StaffMember & { schoolId: string }) | null> {
	const row = await db
		.selectFrom('staff_member')
		.select([...columns, 'school_id as schoolId'])
		.where('account_id', '=', accountId)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	return row ? { ...asStaffMember(row), schoolId: row.schoolId } : null;
}

export async function insertStaffMember(
	db: Db,
	schoolId: string,
	staff: Omit<StaffMember, 'leftAt'> & { sourceId: string | null }
): Promise<void> {
	await db
		.insertInto('staff_member')
		.values({
			school_id: schoolId,
			staff_id: staff.staffId,
			source_id: staff.sourceId,
			display_name: staff.displayName,
			initials: staff.initials,
			pattern: staff.pattern,
			role: staff.role,
			email: staff.email,
			account_id: staff.accountId,
			language: staff.language,
			may_be_asked: staff.mayBeAsked ? 1 : 0,
			found_json: null,
			away_until: null,
			left_at: null
		})
		.execute();
}

export async function updateStaffMember(
	db: Db,
	schoolId: string,
	staffId: string,
	changes: Partial<
		Pick<StaffMember, 'role' | 'email' | 'accountId' | 'language' | 'mayBeAsked' | 'leftAt'>
	>
): Promise<void> {
	const { role, email, accountId, language, mayBeAsked, leftAt } = changes;
	await db
		.updateTable('staff_member')
		.set({
			...(role && { role }),
			...(email !== undefined && { email }),
			...(accountId !== undefined && { account_id: accountId }),
			...(language && { language }),
			...(mayBeAsked !== undefined && { may_be_asked: mayBeAsked ? 1 : 0 }),
			...(leftAt !== undefined && { left_at: leftAt })
		})
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.execute();
}

const leadsWhoHaveNotLeft = (db: Db, schoolId: string) =>
	db
		.selectFrom('staff_member')
		.select('staff_id')
		.where('school_id', '=', schoolId)
		.where('role', '=', 'lead')
		.where('left_at', 'is', null);

/** Of the leads who have not left. */
export async function leadIdsOf(db: Db, schoolId: string): Promise<string[]> {
	const rows = await leadsWhoHaveNotLeft(db, schoolId).orderBy('staff_id').execute();
	return rows.map(({ staff_id }) => staff_id);
}

/** How many leads of the school can sign in; one is too few for a school to go live with. */
export async function leadsWhoSignIn(db: Db, schoolId: string): Promise<number> {
	const rows = await leadsWhoHaveNotLeft(db, schoolId)
		.where('account_id', 'is not', null)
		.execute();
	return rows.length;
}

/** Of the classes of this adult, the youngest; `null` where there is none, or no year is known. */
export async function youngestYearOf(
	db: Db,
	schoolId: string,
	staffId: string
): Promise<number | null> {
	const row = await db
		.selectFrom('class_adult')
		.innerJoin('class', (join) =>
			join
				.onRef('class.school_id', '=', 'class_adult.school_id')
				.onRef('class.class_id', '=', 'class_adult.class_id')
		)
		.select((eb) => eb.fn.min('year_group').as('youngest'))
		.where('class_adult.school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	return row?.youngest ?? null;
}
