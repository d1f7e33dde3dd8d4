import { headerKey } from './csv-table';
import { PLAIN_FIELDS, type PlainField, type PlainKind } from './roster';

/** Headers as English and Welsh offices and their systems write them; accents and case do not matter. */
const HEADERS: Record<PlainField, string[]> = {
	sourceId: [
		...['id', 'sourcedId', 'pupil id', 'student id', 'child id', 'staff id', 'person id'],
		...['admission number', 'admission no', 'adno', 'adm no', 'staff code', 'staff number'],
		...[
			'external id',
			'mis id',
			'arbor id',
			'number',
			'rhif',
			'rhif derbyn',
			'rhif disgybl',
			'rhif staff'
		],
		...['rhif adnabod', 'cod staff', 'cod']
	],
	upn: ['upn', 'unique pupil number', 'rhif unigryw disgybl', 'rhif disgybl unigryw', 'rud'],
	firstName: [
		...['first name', 'forename', 'given name', 'legal forename', 'legal first name', 'first'],
		...['enw cyntaf', 'blaenenw', 'enw bedydd', 'rhagenw']
	],
	knownAs: [
		...['known as', 'preferred name', 'preferred forename', 'preferred first name', 'chosen name'],
		...['preferred given name', 'chosen forename', 'nickname', 'adwaenir fel', 'enw dewisol'],
		...['enw a ffefrir', 'enw arferol', 'enw galw', 'llysenw']
	],
	surname: [
		...[
			'surname',
			'last name',
			'family name',
			'legal surname',
			'preferred surname',
			'preferred last name',
			'last'
		],
		...['cyfenw', 'enw olaf', 'enw teuluol']
	],
	fullName: [
		...['full name', 'name', 'pupil name', 'student name', 'child name', 'staff name', 'pupil'],
		...['student', 'enw', 'enw llawn', 'enw disgybl', "enw'r disgybl", 'enw staff', 'disgybl']
	],
	className: [
		...['class', 'class name', 'classes', 'form', 'reg', 'reg group', 'registration group'],
		...['registration form', 'tutor group', 'dosbarth', 'dosbarthiadau', "enw'r dosbarth"],
		...['dosbarth cofrestru', 'grŵp cofrestru', 'enw dosbarth']
	],
	yearGroup: [
		...[
			'year',
			'year group',
			'yr',
			'yr group',
			'nc year',
			'national curriculum year',
			'year taught in',
			'grade'
		],
		...['grades', 'blwyddyn', 'blwyddyn ysgol', 'grŵp blwyddyn', 'blwyddyn cc', 'bl']
	],
	role: [
		...['role', 'job', 'job title', 'position', 'post', 'type', 'rôl', 'swydd', 'teitl swydd'],
		...['teitl y swydd', 'math']
	],
	title: ['title', 'salutation', 'prefix', 'teitl', 'cyfarchiad'],
	displayName: [
		...['display name', 'name for children', 'shown as', 'called by children'],
		...["enw i'w ddangos", 'enw arddangos', 'enw i blant']
	],
	email: [
		...['email', 'e-mail', 'email address', 'work email', 'school email', 'main email'],
		...['e-bost', 'ebost', 'cyfeiriad e-bost', 'e-bost gwaith']
	]
};

export type PlainColumns = Partial<Record<PlainField, string>>;

/**
 * Which column holds which field. Earlier words in the list win, and what somebody chose by hand
 * wins over all.
 */
export function guessColumns(headers: readonly string[], chosen: PlainColumns = {}): PlainColumns {
	const byKey = new Map(headers.map((header) => [headerKey(header), header]));
	const columns: PlainColumns = {};
	for (const field of PLAIN_FIELDS) {
		const word = HEADERS[field].find((each) => byKey.has(headerKey(each)));
		const found = chosen[field] ?? (word === undefined ? undefined : byKey.get(headerKey(word)));
		if (found !== undefined) columns[field] = found;
	}
	// “Enw, Cyfenw” and “Name, Surname”: beside a surname, the name is the first name.
	if (!columns.firstName && columns.surname && columns.fullName && !chosen.fullName) {
		columns.firstName = columns.fullName;
	}
	if (columns.firstName) delete columns.fullName;
	return columns;
}

/** Whether a file lists pupils or staff, by its name, else by its columns; null when neither tells. */
export function guessKind(fileName: string, columns: PlainColumns): PlainKind | null {
	const name = headerKey(fileName);
	if (/staff|teacher|adult|athraw|oedol|gweithw/.test(name)) return 'staff';
	if (/pupil|student|child|disgybl|plant|learner|dysgw/.test(name)) return 'pupils';
	if (columns.upn || columns.yearGroup) return 'pupils';
	if (columns.role || columns.email || columns.displayName || columns.title) return 'staff';
	return columns.className ? 'pupils' : null;
}
