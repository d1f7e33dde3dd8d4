// Setting a school up: its name, and its first safeguarding lead with an account.
import { hashPassword } from 'better-auth/crypto';
import { v7 as newId } from 'uuid';
import * as v from 'valibot';
import { accountIdByEmail, insertAccount } from '../database/accounts';
import { writeAudit } from '../database/audit';
import type { Db } from '../database/open';
import { insertStaffMember, listStaff, updateStaffMember } from '../database/people';
import { insertSchool, listSchools, updateSchool } from '../database/school';
import { dropSetUpLink, takeSetUpLink } from '../database/set-up-link';
import type { RunningServer } from '../running';
import { Credentials } from '../staff-sessions/credentials';
import { hashToken } from '../staff-sessions/one-time-token';
import { initialsOf, patternFor } from './portrait';
import { newSchool } from './school-defaults';

const LONGEST_NAME = 80;

/** One line of text that people read: composed letters, no control characters. */
export const nameOf = (missing: string) =>
	v.pipe(
		v.string(missing),
		v.normalize('NFC'),
		v.transform((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()),
		v.nonEmpty(missing),
		v.maxLength(LONGEST_NAME, 'form.too-long')
	);

export const SetUp = v.intersect([
	v.object({
		schoolName: nameOf('setup.school.missing'),
		language: v.picklist(['en', 'cy'], 'setup.language.missing'),
		leadName: nameOf('setup.lead.missing')
	}),
	Credentials
]);
export type SetUp = v.InferOutput<typeof SetUp>;

export interface SchoolSetUp {
	schoolId: string;
	leadId: string;
}

/**
 * Makes the school, or takes the one that a roster has made already, and its first lead with an
 * account. A staff member of the roster with the same e-mail address becomes that lead.
 * Throws when the address has an account already.
 */
export async function setUpSchool(running: RunningServer, input: SetUp): Promise<SchoolSetUp> {
	const passwordHash = await hashPassword(input.password);
	return running.db.transaction().execute((tx) => writeSetUp(tx, input, passwordHash));
}

/** The same by the printed link, which it uses up. `gone` when the link does not open any more. */
export async function setUpSchoolByLink(
	running: RunningServer,
	token: string,
	input: SetUp
): Promise<SchoolSetUp | 'gone'> {
	const passwordHash = await hashPassword(input.password);
	return running.db.transaction().execute(async (tx) => {
		if (!(await takeSetUpLink(tx, hashToken(token)))) return 'gone';
		return writeSetUp(tx, input, passwordHash);
	});
}

async function writeSetUp(tx: Db, input: SetUp, passwordHash: string): Promise<SchoolSetUp> {
	const now = Date.now();
	const schoolId = await writeSchool(tx, input, now);
	const { email, leadName: name } = input;
	if ((await accountIdByEmail(tx, email)) !== null) {
		throw new Error('This e-mail address has an account already.');
	}
	const accountId = await insertAccount(tx, { email, name, passwordHash, at: now });
	const leadId = await writeLead(tx, schoolId, input, accountId);
	await dropSetUpLink(tx);
	await writeAudit(tx, {
		schoolId,
		actor: leadId,
		action: 'school-set-up',
		subject: leadId,
		at: now
	});
	return { schoolId, leadId };
}

async function writeSchool(tx: Db, input: SetUp, now: number): Promise<string> {
	const { schoolName: name, language } = input;
	const [known] = await listSchools(tx);
	if (known) {
		await updateSchool(tx, known.schoolId, { name, language });
		return known.schoolId;
	}
	const schoolId = newId();
	await insertSchool(tx, newSchool({ schoolId, name, language, setUpAt: now }));
	return schoolId;
}

async function writeLead(
	tx: Db,
	schoolId: string,
	input: SetUp,
	accountId: string
): Promise<string> {
	const { email, leadName, language } = input;
	const staff = await listStaff(tx, schoolId);
	const known = staff.find(
		(one) => one.accountId === null && one.email?.toLowerCase() === email.toLowerCase()
	);
	if (known) {
		await updateStaffMember(tx, schoolId, known.staffId, { role: 'lead', accountId, language });
		return known.staffId;
	}
	const staffId = newId();
	await insertStaffMember(tx, schoolId, {
		staffId,
		sourceId: null,
		displayName: leadName,
		initials: initialsOf(leadName),
		pattern: patternFor(staff.length),
		role: 'lead',
		email: email.toLowerCase(),
		accountId,
		language,
		mayBeAsked: true
	});
	return staffId;
}
