// Builds the directory of one kiosk, and signs it.
import { createHash, sign } from 'node:crypto';
import type { Directory, DirectoryAdult, DirectoryPupil } from '$lib/crossing/directory';
import { directoryText } from '$lib/crossing/directory-signature';
import { ageAtStartOfYear, bandOfYear } from '$lib/domain/band';
import { secretPictureCount } from '$lib/domain/secret-pictures';
import { utcOffsetsAround } from '$lib/domain/school-time';
import {
	adultsNamedByPupils,
	adultsOfClasses,
	directoryClasses,
	directoryClassPupils,
	directoryPupils,
	directoryStaff
} from '../database/directory';
import { badgesIssuedAt } from '../database/badges';
import { cwtchRooms } from '../database/cwtch';
import type { KioskRow } from '../database/kiosks';
import { feelingWords } from '../database/feeling-words';
import { schoolById } from '../database/school';
import { hereUntil, talkTimes } from '../database/talk-times';
import { timetableInForce } from '../database/school-rules';
import { grownUpUntil } from '../cwtch/who-is-here';
import type { RunningServer } from '../running';
import { sealingKeysOf } from '../keys';
import { filesOnKiosk } from '../school-files/school-files';
import { canonicalJson } from './canonical-json';
import { offeredAdults } from './offered-adults';
import { setOfSchool } from '../settings/set-of-school';
import { settingsOnKiosk } from './settings-on-kiosk';
import { toldAdults } from './told-adults';

type Both = { en: string; cy: string };

const composed = (text: string) => text.normalize('NFC');
const composedBoth = ({ en, cy }: Both): Both => ({ en: composed(en), cy: composed(cy) });

/**
 * What this kiosk may know: the pupils of its class, or of the whole school when it belongs to none
 * (or to one that has ended: children must not lose their tablet with the old school year).
 * @throws Error when the kiosk's school is not there.
 */
export async function buildDirectory(running: RunningServer, kiosk: KioskRow): Promise<Directory> {
	const { db, keys } = running;
	const schoolId = kiosk.school_id;
	const school = await schoolById(db, schoolId);
	if (!school) throw new Error(`There is no school ${schoolId}`);
	// Sorted here: the two databases disagree about capitals and accents.
	const { compare } = new Intl.Collator(school.language);
	const allClasses = (await directoryClasses(db, schoolId)).sort((a, b) => compare(a.name, b.name));
	const ownClass = allClasses.find(({ class_id }) => class_id === kiosk.class_id);
	const classId = ownClass?.class_id ?? null;
	const classes = ownClass ? [ownClass] : allClasses;
	const pupils = (await directoryPupils(db, schoolId, classId)).sort(
		(a, b) =>
			compare(a.first_name, b.first_name) || compare(a.distinguisher ?? '', b.distinguisher ?? '')
	);
	const settings = settingsOnKiosk(await setOfSchool(db, schoolId), {
		schoolId,
		kioskId: kiosk.kiosk_id,
		classId
	});
	const ownWords = await feelingWords(db, schoolId);
	const classPupils = await directoryClassPupils(db, schoolId);
	const staff = (await directoryStaff(db, schoolId)).sort((a, b) =>
		compare(a.display_name, b.display_name)
	);
	const ofClasses = await adultsOfClasses(db, schoolId);
	const namedBy = await adultsNamedByPupils(db, schoolId);
	const [here, times] = [await hereUntil(db, schoolId), await talkTimes(db, schoolId)];

	const classById = new Map(classes.map((one) => [one.class_id, one]));
	const classIdsOf = new Map<string, string[]>(pupils.map(({ pupil_id }) => [pupil_id, []]));
	const elsewhere = new Map<string, string[]>(pupils.map(({ pupil_id }) => [pupil_id, []]));
	for (const { class_id, pupil_id } of classPupils) {
		(classById.has(class_id) ? classIdsOf : elsewhere).get(pupil_id)?.push(class_id);
	}
	const offered = offeredAdults(
		staff.map((one) => ({
			staffId: one.staff_id,
			role: one.role,
			mayBeAsked: one.may_be_asked === 1
		})),
		new Map(classes.map(({ class_id }) => [class_id, ofClasses.get(class_id) ?? []]))
	);
	const told = toldAdults(
		staff.map(({ staff_id }) => staff_id),
		ofClasses,
		offered,
		elsewhere
	);
	const shared = sharedNames(
		pupils.map((pupil) => ({
			name: pupil.first_name,
			classIds: classIdsOf.get(pupil.pupil_id) ?? []
		}))
	);

	const asShown = (adult: (typeof staff)[number]): DirectoryAdult => ({
		id: adult.staff_id,
		name: composed(adult.display_name),
		initials: composed(adult.initials),
		pattern: adult.pattern,
		found: adult.found_json ? composedBoth(JSON.parse(adult.found_json) as Both) : null,
		awayUntil: adult.away_until,
		hereUntil: here.get(adult.staff_id) ?? null,
		talkTimes: times.get(adult.staff_id) ?? [],
		lead: adult.role === 'lead'
	});

	const timetable = timetableInForce(school.timetable, running.config);
	const { language, arrival, staffedPlaces } = settings.instead;
	return {
		v: 1,
		school: {
			id: schoolId,
			name: composed(school.name),
			language: language ?? school.language,
			timetable: {
				...timetable,
				arrival: arrival ?? timetable.arrival,
				utcOffsets: utcOffsetsAround(Date.now(), timetable)
			},
			hasCwtch: (await cwtchRooms(db, schoolId)).length > 0,
			badges: (await badgesIssuedAt(db, schoolId)).size > 0,
			staffedPlaces: (staffedPlaces ?? school.staffedPlaces).map(composedBoth)
		},
		kiosk: {
			id: kiosk.kiosk_id,
			name: composed(kiosk.name),
			place: kiosk.place,
			classId,
			...(kiosk.place === 'cwtch' && {
				grownUpUntil: await grownUpUntil(db, { schoolId, kioskId: kiosk.kiosk_id }, Date.now())
			}),
			...settings.kiosk
		},
		cards: {
			look: settings.look,
			ownWords: ownWords.map(({ wordId, en, cy, stone }) => ({
				id: wordId,
				...composedBoth({ en, cy }),
				stone
			}))
		},
		classes: classes.map(({ class_id, name, emblem }) => ({
			id: class_id,
			name: composed(name),
			emblem,
			adultIds: offered.classAdultIds.get(class_id) ?? [],
			...some('toldIds', told.ofClass(class_id)),
			...settings.ofClass(class_id)
		})),
		pupils: pupils.map((pupil): DirectoryPupil => {
			const classIds = classIdsOf.get(pupil.pupil_id) ?? [];
			const { band, cardLook } = settings.cardsOfPupil(pupil.pupil_id, classIds);
			const classYear = classIds.map((id) => classById.get(id)?.year_group).find(isNumber);
			const yearGroup = pupil.year_group ?? classYear ?? null;
			return {
				id: pupil.pupil_id,
				firstName: composed(pupil.first_name),
				distinguisher: shared(pupil.first_name, classIds)
					? composedOrNull(pupil.distinguisher)
					: null,
				picture: pupil.picture,
				classIds,
				band: band ?? bandOfYear(yearGroup),
				age: yearGroup === null ? null : ageAtStartOfYear(yearGroup),
				cardLook,
				trustedAdultIds: offered.trustedIdsOf(namedBy.get(pupil.pupil_id) ?? [], classIds),
				...some('toldIds', told.ofPupil(pupil.pupil_id)),
				language: pupil.language ?? settings.languageOf(classIds),
				pictureCount: pupil.picture_count ?? secretPictureCount(yearGroup),
				...settings.ofPupil(pupil.pupil_id)
			};
		}),
		adults: staff.filter(({ staff_id }) => offered.offeredIds.has(staff_id)).map(asShown),
		...some(
			'toldAdults',
			staff.filter(({ staff_id }) => told.onlyToldIds.has(staff_id)).map(asShown)
		),
		files: await filesOnKiosk(db, schoolId, offered.offeredIds),
		keys: sealingKeysOf(keys)
	};
}

/** Nothing of it where there is nobody. */
const some = <Key extends string, One>(key: Key, list: One[]) =>
	(list.length > 0 ? { [key]: list } : {}) as { [K in Key]?: One[] };
const composedOrNull = (text: string | null) => (text === null ? null : composed(text));
const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';

/** Whether a first name occurs twice where a child would look: in one class, or among those without. */
function sharedNames(pupils: readonly { name: string; classIds: readonly string[] }[]) {
	const key = (name: string, classId: string) =>
		`${classId}\n${composed(name).toLocaleLowerCase('cy')}`;
	const counts = new Map<string, number>();
	const groups = (classIds: readonly string[]) => (classIds.length > 0 ? classIds : ['']);
	for (const { name, classIds } of pupils) {
		for (const id of groups(classIds)) {
			counts.set(key(name, id), (counts.get(key(name, id)) ?? 0) + 1);
		}
	}
	return (name: string, classIds: readonly string[]) =>
		groups(classIds).some((id) => (counts.get(key(name, id)) ?? 0) > 1);
}

export interface DirectoryText {
	body: string;
	/** SHA-256 of the body, base64url, in quotes. */
	etag: string;
}

export async function directoryOf(running: RunningServer, kiosk: KioskRow): Promise<DirectoryText> {
	const body = canonicalJson(await buildDirectory(running, kiosk));
	const digest = createHash('sha256').update(body).digest('base64url');
	return { body, etag: `"${digest}"` };
}

/** Ed25519 by the server's key, base64url: this directory, for this kiosk. */
export const signDirectory = (running: RunningServer, kioskId: string, body: string): string =>
	sign(null, Buffer.from(directoryText(kioskId, body)), running.keys.signing.privateKey).toString(
		'base64url'
	);
