// The demo school: the invented roster in src/lib/content/demo-school, with adults who may be asked, a
// lead and a class teacher who can sign in, and a child whose special pictures are known.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
	agreeToBeAsked,
	classPeople,
	setTrustedAdults,
	type ClassPeople
} from '$lib/server/database/asked-adults';
import { listStaff, type StaffMember } from '$lib/server/database/people';
import { importRoster } from '$lib/server/roster/apply-import';
import { readRoster } from '$lib/server/roster/read-roster';
import type { RunningServer } from '$lib/server/running';
import { issuePictures } from '$lib/server/secret-pictures/secret-pictures';
import { setUpSchool } from '$lib/server/set-up/set-up-school';
import { acceptInvitation, invite } from '$lib/server/staff-sessions/invite';

export const DEMO_ROSTER = resolve(import.meta.dirname, '../lib/content/demo-school');
const LEAD_EMAIL = 'aled.bowen@ysgolcwmenfys.example';

export interface DemoPerson {
	staffId: string;
	name: string;
	email: string;
	password: string;
}

export interface DemoSchool {
	schoolId: string;
	lead: DemoPerson;
	/** The class's teacher and the child's first grown-up. */
	adult: DemoPerson;
	classId: string;
	className: string;
	/** The class whose children have the eight cards of the 4–7 band. */
	child: { pupilId: string; firstName: string; pictures: string[] };
}

const newPassword = (): string => randomBytes(9).toString('base64url');

/** Makes the school in an empty database. */
export async function makeDemoSchool(running: RunningServer): Promise<DemoSchool> {
	const leadPassword = newPassword();
	const { schoolId, leadId } = await setUpSchool(running, {
		schoolName: 'Ysgol Cwm Enfys',
		language: 'en',
		leadName: 'Mr Bowen',
		email: LEAD_EMAIL,
		password: leadPassword
	});
	const { roster, problems } = await readRoster(DEMO_ROSTER);
	if (!roster) throw new Error(`The demo's roster cannot be read: ${JSON.stringify(problems)}`);
	await importRoster(running, {
		schoolId,
		roster,
		actor: 'command',
		dryRun: false,
		mayNameLeads: true,
		manyMayLeave: false
	});
	const staff = await listStaff(running.db, schoolId);
	const classes = await classPeople(running.db, schoolId);
	await nameAdults(running, schoolId, staff, classes);

	const ofTheDemo = classes.find(({ name }) => name === 'Dosbarth Afon') ?? classes[0];
	const pupil = ofTheDemo?.pupils[0];
	const teacher = staff.find(({ staffId }) => staffId === ofTheDemo?.adultIds[0]);
	if (!ofTheDemo || !pupil || !teacher?.email) throw new Error('The demo’s roster has no class.');
	const [issued] = await issuePictures(running, {
		schoolId,
		pupilIds: [pupil.pupilId],
		by: leadId
	});
	if (!issued) throw new Error('The child of the demo has no special pictures.');
	return {
		schoolId,
		lead: { staffId: leadId, name: 'Mr Bowen', email: LEAD_EMAIL, password: leadPassword },
		adult: await withAccount(running, schoolId, leadId, teacher),
		classId: ofTheDemo.classId,
		className: ofTheDemo.name,
		child: { pupilId: pupil.pupilId, firstName: pupil.firstName, pictures: issued.pictures }
	};
}

/** "in Dosbarth Enfys"; Welsh mutates the class's name. */
function foundIn(className: string): { en: string; cy: string } {
	return { en: `in ${className}`, cy: `yn ${className.replace(/^D/, 'N')}` };
}

async function nameAdults(
	running: RunningServer,
	schoolId: string,
	staff: StaffMember[],
	classes: ClassPeople[]
): Promise<void> {
	const { db } = running;
	await db.transaction().execute(async (tx) => {
		for (const { staffId, role } of staff) {
			if (role === 'office') continue;
			const own = classes.find(({ adultIds }) => adultIds.includes(staffId));
			await agreeToBeAsked(tx, schoolId, staffId, own ? foundIn(own.name) : null);
		}
		const everywhere = staff.filter(
			({ staffId, role }) =>
				role === 'adult' && !classes.some(({ adultIds }) => adultIds.includes(staffId))
		);
		for (const { pupils, adultIds } of classes) {
			const named = [...adultIds, ...everywhere.map(({ staffId }) => staffId)].slice(0, 3);
			for (const { pupilId } of pupils) await setTrustedAdults(tx, schoolId, pupilId, named);
		}
	});
}

/** Gives a member of staff an account, by the invitation that a person would use. */
async function withAccount(
	running: RunningServer,
	schoolId: string,
	leadId: string,
	staff: StaffMember
): Promise<DemoPerson> {
	const invited = await invite(running, { schoolId, staffId: leadId, role: 'lead' }, staff.staffId);
	if (invited.kind !== 'invited') throw new Error(`No invitation: ${invited.kind}`);
	const token = invited.link.split('/').at(-1) ?? '';
	const email = staff.email ?? '';
	const password = newPassword();
	const outcome = await acceptInvitation(running, token, { email, password });
	if (outcome !== 'accepted') throw new Error(`The invitation was not accepted: ${outcome}`);
	return { staffId: staff.staffId, name: staff.displayName, email, password };
}

const SECRETS = 'demo.json';

/** The demo's own notes beside its data: what it told its user at the first start. */
export function readDemoSchool(dataDir: string): DemoSchool | null {
	const file = join(dataDir, SECRETS);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoSchool) : null;
}

export function writeDemoSchool(dataDir: string, school: DemoSchool): void {
	writeFileSync(join(dataDir, SECRETS), JSON.stringify(school, null, '\t'), { mode: 0o600 });
}
