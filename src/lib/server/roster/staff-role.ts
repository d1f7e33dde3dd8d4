import type { StaffRole } from './roster';

const plainWords = (text: string) =>
	text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[_-]+/g, ' ').trim();

const EXACT: Record<string, StaffRole> = {
	adult: 'adult',
	oedolyn: 'adult',
	lead: 'lead',
	arweinydd: 'lead',
	office: 'office',
	swyddfa: 'office',
	head: 'head',
	pennaeth: 'head'
};

const NOT_STAFF = /governor|llywodraethwr|parent|rhiant|guardian|gwarcheidwad|volunteer|gwirfoddol/;
/** DSL, DDSL and DSP, and what they are called in full in England and Wales. */
const LEAD = /safeguarding|\bd?dsl\b|\bd?dsp\b|diogelu|child protection|amddiffyn plant/;
/** Deputies teach and answer children; heads of something smaller than the school do too. */
const HEAD_OF_LESS =
	/deputy|assistant|dirprwy|cynorthwyol|head of|(pennaeth|bennaeth) (adran|blwyddyn|cyfnod|cynorthwyol)/;
const HEAD = /head ?teacher|head ?master|head ?mistress|\bprincipal\b|pennaeth|bennaeth/;
const OFFICE =
	/office|swyddfa|admin|secretary|ysgrifennydd|bursar|business manager|rheolwr busnes|gweinyddol/;
const ADULT =
	/teach|athr[ao]|assistant|cynorthwy|\bh?lta\b|\bta\b|\belsa\b|\bllsa?\b|\blsa\b|aide|nurse|nyrs|deputy|dirprwy|senco|alnco|cady|staff|mentor|counsell?or|cwnselydd|supervisor|goruchwyli|midday|amser cinio|nursery|meithrin|caretaker|gofalwr|cook|cogydd|coach|lead|head of|pennaeth/;

/**
 * The role that a job title speaks of, in English or Welsh. Somebody who is the head and also a
 * safeguarding lead comes in as a lead, because a school without leads cannot open requests.
 * @returns null when the words name no work in the school (a parent, a governor, something unknown).
 */
export function staffRoleFromJobTitle(jobTitle: string): StaffRole | null {
	const words = plainWords(jobTitle);
	const exact = EXACT[words];
	if (exact) return exact;
	if (words === '' || NOT_STAFF.test(words)) return null;
	if (LEAD.test(words)) return 'lead';
	if (HEAD.test(words) && !HEAD_OF_LESS.test(words)) return 'head';
	if (OFFICE.test(words)) return 'office';
	return ADULT.test(words) ? 'adult' : null;
}

export type OneRosterPerson = 'pupil' | 'outside' | StaffRole;

const ONE_ROSTER_ROLES: Record<string, OneRosterPerson> = {
	student: 'pupil',
	teacher: 'adult',
	aide: 'adult',
	proctor: 'adult',
	counselor: 'adult',
	principal: 'head',
	administrator: 'office',
	siteadministrator: 'office',
	districtadministrator: 'office',
	systemadministrator: 'office',
	parent: 'outside',
	guardian: 'outside',
	relative: 'outside'
};

/**
 * Who a OneRoster role (1.1 `users.role`, 1.2 `roles.role`) makes somebody to us; `outside` for
 * families, whom we never take in. Null for a role of neither version.
 */
export function personFromOneRosterRole(role: string): OneRosterPerson | null {
	return ONE_ROSTER_ROLES[role.toLowerCase().replace(/[\s_-]/g, '')] ?? null;
}
