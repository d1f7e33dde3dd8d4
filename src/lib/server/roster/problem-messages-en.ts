import type { ProblemMessage } from './roster-problem';

// Placeholders never hold a child's name: problems are shown on screens and written to logs.
export const problemMessagesEn = {
	'path-missing': {
		happened: 'There is nothing at this path.',
		means: 'Nothing was read and nothing changes.',
		remedy: 'Check the path. It may be a folder, a zip or a single CSV file.'
	},
	'no-csv': {
		happened: 'There is no CSV file here.',
		means: 'Nothing was read and nothing changes.',
		remedy:
			'Choose the OneRoster folder or zip from your school’s system, or a CSV file of pupils or staff.'
	},
	spreadsheet: {
		happened: 'This is a spreadsheet file (Excel or similar), not a CSV file.',
		means: 'It cannot be read, so nothing changes.',
		remedy: 'Open it and save it as “CSV UTF-8 (comma delimited)”, then choose that file.'
	},
	'not-text': {
		happened: 'This file does not hold text.',
		means: 'It cannot be read, so nothing changes.',
		remedy: 'Export it again as CSV in UTF-8.'
	},
	'zip-unreadable': {
		happened: 'The zip file cannot be opened. It is damaged, cut short or has a password.',
		means: 'Nothing was read and nothing changes.',
		remedy: 'Download it again, or unpack it and choose the folder.'
	},
	'too-many-files': {
		happened: 'There are more than {limit} files here.',
		means: 'This does not look like a roster, so nothing was read.',
		remedy: 'Choose only the folder or zip that your school’s system exported.'
	},
	'too-large': {
		happened: 'The files are larger than {limitMb} MB together.',
		means: 'This is far more than a school needs, so nothing was read.',
		remedy: 'Export one school only, without marks and courses.'
	},
	'file-twice': {
		happened: 'There are several files with this name.',
		means: 'It is not clear which one counts, so nothing changes.',
		remedy: 'Keep only the folder that you want to import.'
	},
	'file-missing': {
		happened: 'This file is missing.',
		means: 'Without it the roster is not whole. If this is an error, nothing changes.',
		remedy: 'Export again with this file included.'
	},
	'manifest-missing': {
		happened: 'There is no manifest.csv.',
		means:
			'The files are read as a full export. If they hold only changes, pupils would seem to have left.',
		remedy: 'Look at who would leave before you import.'
	},
	'changes-only': {
		happened: 'The manifest says that this file holds only changes (“delta”).',
		means: 'Everybody who did not change would seem to have left, so nothing is imported.',
		remedy: 'Ask the school’s system for a full export (“bulk”).'
	},
	'file-empty': {
		happened: 'This file is empty.',
		means: 'There is not even a header line to read.',
		remedy: 'Export it again.'
	},
	'no-rows': {
		happened: 'This file has a header but no lines below it.',
		means: 'What it should hold is missing from the roster.',
		remedy: 'Export it again, and check the filters of the export.'
	},
	'encoding-not-utf8': {
		happened: 'This file is not in UTF-8. It was read as {encoding}.',
		means: 'Letters such as ŵ and ŷ may be lost or wrong in names.',
		remedy: 'Check names with accents. Better: export as “CSV UTF-8”.'
	},
	'header-twice': {
		happened: 'The header {header} stands here more than once.',
		means: 'Only the first of these columns is read.',
		remedy: 'Check that the first one is right, or remove the other.'
	},
	'column-missing': {
		happened: 'The column {column} is missing.',
		means: 'The file cannot be understood without it, so nothing changes.',
		remedy: 'Add the column, or say which of your columns it is.'
	},
	'kind-unknown': {
		happened: 'It is not clear whether this file lists pupils or staff.',
		means: 'It was not read, so nothing changes.',
		remedy: 'Say which it is, or put “pupils” or “staff” in the file name.'
	},
	'quote-not-closed': {
		happened: 'A quotation mark is opened here and never closed.',
		means: 'Everything after it would be read as one value, so nothing changes.',
		remedy: 'Close the quotation mark on this line, or remove it.'
	},
	'row-too-long': {
		happened: 'This line has {found} values, but the header has {expected}.',
		means: 'Values may stand under the wrong header, so nothing is imported until it is put right.',
		remedy: 'Put values that contain a comma in quotation marks.'
	},
	'row-too-short': {
		happened: 'This line has {found} values, but the header has {expected}.',
		means: 'The missing ones at the end are taken as empty.',
		remedy: 'Check that the line is whole.'
	},
	'id-missing': {
		happened: 'This line has no id.',
		means:
			'It could not be found again at the next import, so nothing is imported until it is put right.',
		remedy: 'Fill in the id, or remove the line.'
	},
	'name-missing': {
		happened: 'This line has no name.',
		means: 'It cannot be shown, so nothing is imported until it is put right.',
		remedy: 'Fill in the name, or remove the line.'
	},
	'value-too-long': {
		happened: 'This value is longer than {limit} letters.',
		means: 'A quotation mark is probably missing, and lines ran together. Nothing is imported.',
		remedy: 'Look at this line and the lines just before it.'
	},
	'name-garbled': {
		happened: 'The name with id {sourceId} holds signs that names do not have.',
		means:
			'An accent such as ŵ or â was probably lost on the way. The child would see a wrong name.',
		remedy: 'Export as “CSV UTF-8”, or correct the name in the school’s system.'
	},
	'status-unknown': {
		happened: 'The status “{value}” is not known.',
		means: 'The line is read as active.',
		remedy: 'If this person or class is gone, use “tobedeleted” or remove the line.'
	},
	'role-unknown': {
		happened: 'The role “{value}” is not known.',
		means: 'This line is left out, so that nobody gets in by mistake.',
		remedy: 'If this is a pupil or a staff member, use a role such as student, teacher or aide.'
	},
	'role-missing': {
		happened: 'There is no role for the person with id {sourceId}.',
		means: 'The person is left out.',
		remedy: 'Add a role in the school’s system.'
	},
	'id-shared': {
		happened: 'The id {sourceId} also stands on line {firstLine}, for somebody else.',
		means: 'Two people would be mixed up, so nothing is imported until it is put right.',
		remedy: 'Give each their own id.'
	},
	'same-twice': {
		happened: 'The same as line {firstLine} stands here again (id {sourceId}).',
		means: 'It is taken once.',
		remedy: 'Nothing, unless these are two people.'
	},
	'maybe-same-pupil': {
		happened: 'Pupils {sourceId} and {otherSourceId} have the same name and class.',
		means: 'Both are taken. If it is one child, the child would stand in the list twice.',
		remedy: 'If it is one child, remove one of the two in the school’s system.'
	},
	'year-unknown': {
		happened: 'The year group “{value}” is not one of nursery, reception and years 1 to 6.',
		means: 'The pupil or class is taken without that year group.',
		remedy: 'Use N, R or 1 to 6.'
	},
	'reference-missing': {
		happened: '“{id}” is named here but is not in {inFile}.',
		means: 'This line is read as if it did not name it.',
		remedy: 'Check that the export of {inFile} is whole.'
	},
	'pupil-without-class': {
		happened: 'The pupil with id {sourceId} is in no class.',
		means: 'The pupil is taken, and can be found only under “no class”.',
		remedy: 'Put the pupil in a class in the school’s system, or later on the staff page.'
	},
	'class-without-pupils': {
		happened: 'The class with id {sourceId} has no pupils.',
		means: 'It is taken, and is empty on the tablets.',
		remedy: 'Check the enrolments if this is not meant.'
	},
	'lesson-classes-left-out': {
		happened: 'Lessons and sets (“scheduled” classes) are in the file: {count}.',
		means: 'Only home classes are taken, so that each child sees one class.',
		remedy: 'If one of these should be on the tablets, mark it as “homeroom”.'
	},
	'several-schools': {
		happened: 'The file holds several schools: {schools}.',
		means: 'It is not clear which one to import, so nothing changes.',
		remedy: 'Say which school, by its id.'
	},
	'school-missing': {
		happened: 'There is no school with the id “{sourceId}” in this file.',
		means: 'Nothing was read and nothing changes.',
		remedy: 'Use one of the ids in orgs.csv.'
	},
	'no-school': {
		happened: 'No school is named in this file.',
		means: 'The roster is read as that of your own school.',
		remedy: 'Nothing, unless the export was made for another school.'
	},
	'no-pupils': {
		happened: 'There is not one active pupil in these files.',
		means: 'Every pupil would seem to have left, so nothing is imported.',
		remedy: 'Check the export: pupils have the role “student”.'
	},
	'no-ids': {
		happened: 'This file has no column with a number or id for each person.',
		means: 'People are recognised by their name, so somebody whose name changes is taken for new.',
		remedy: 'Add a column such as admission number or staff code.'
	},
	'full-name-split': {
		happened: 'First name and surname stand in one column.',
		means: 'The first word, or what follows a comma, is taken as the first name.',
		remedy: 'Check names of two words, or use two columns.'
	},
	'email-shared': {
		happened: 'This e-mail address also stands on line {firstLine}.',
		means: 'It can invite only one person, so here it is left out.',
		remedy: 'Give each staff member their own address.'
	},
	'names-alike': {
		happened:
			'Pupils {sourceId} and {otherSourceId} cannot be told apart by their names in one class.',
		means: 'Both would look the same on the tablet.',
		remedy: 'Agree with the families on names to be known by, and put them in the school’s system.'
	}
} as const satisfies Record<string, ProblemMessage>;

export type ProblemCode = keyof typeof problemMessagesEn;
