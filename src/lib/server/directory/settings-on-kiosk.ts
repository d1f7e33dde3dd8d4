// What a tablet needs to know of what is set: its own with the school's and its class's, what other classes
// have on it, and what its children have.
import type { Directory, DirectoryClass, DirectoryPupil } from '$lib/crossing/directory';
import { USUAL_LOOK, type CardLook, type CardSetting } from '$lib/domain/card-look';
import { changedBy, knownChange, type KioskChange } from '$lib/domain/settings';
import type { SetOfSchool } from '../settings/set-of-school';

export interface SettingsOnKiosk {
	/** Left out where nothing is set. */
	kiosk: Pick<Directory['kiosk'], 'settings'>;
	/** Left out where a class has what the tablet has. */
	ofClass: (classId: string) => Pick<DirectoryClass, 'settings'>;
	ofPupil: (pupilId: string) => Pick<DirectoryPupil, 'settings'>;
	/** How feeling cards look here. */
	look: CardLook;
	/** What this child has otherwise than that; `band` is `null` where the year counts. */
	cardsOfPupil: (
		pupilId: string,
		classIds: readonly string[]
	) => Pick<DirectoryPupil, 'cardLook'> & Pick<CardSetting, 'band'>;
	/** What this tablet has instead of what the school has. */
	instead: Pick<KioskChange, 'language' | 'arrival' | 'staffedPlaces'>;
	/** What visits of these classes' children begin in, where it is not what the tablet speaks. */
	languageOf: (classIds: readonly string[]) => 'en' | 'cy' | null;
}

/** @param classId the tablet's own class, or `null` */
export function settingsOnKiosk(
	{ changeOf, cardsOf }: SetOfSchool,
	{ schoolId, kioskId, classId }: { schoolId: string; kioskId: string; classId: string | null }
): SettingsOnKiosk {
	const ofKiosk = changeOf('kiosk', kioskId);
	const ofOwnClass = classId === null ? {} : changeOf('class', classId);
	const withKiosk = (ofClass: KioskChange) =>
		[changeOf('school', schoolId), ofClass, ofKiosk].map(knownChange).reduce(changedBy);
	const cardsOfClasses = (classIds: readonly string[]) =>
		classIds.map((id) => cardsOf('class', id)).find((cards) => cards !== null);
	const cardsHere = (classIds: readonly string[]) =>
		cardsOf('kiosk', kioskId) ?? cardsOfClasses(classIds) ?? null;
	const usual =
		cardsHere(classId === null ? [] : [classId]) ?? cardsOf('school', schoolId) ?? USUAL_LOOK;
	const { arrival, staffedPlaces } = ofKiosk;
	const language = ofKiosk.language ?? ofOwnClass.language;
	return {
		kiosk: unlessEmpty(withKiosk(ofOwnClass)),
		ofClass: (id) => {
			const ofClass = changeOf('class', id);
			const isOther = id !== classId && Object.keys(knownChange(ofClass)).length > 0;
			return isOther ? { settings: withKiosk(ofClass) } : {};
		},
		ofPupil: (pupilId) => unlessEmpty(knownChange(changeOf('pupil', pupilId))),
		look: lookOf(usual),
		cardsOfPupil: (pupilId, classIds) => {
			const own = cardsOf('pupil', pupilId) ?? cardsHere(classIds);
			return {
				cardLook: own && !isSame(own, usual) ? lookOf(own) : null,
				band: own?.band ?? null
			};
		},
		instead: {
			...(language && { language }),
			...(arrival && { arrival }),
			...(staffedPlaces && { staffedPlaces })
		},
		languageOf: (classIds) =>
			language ? null : (classIds.flatMap((id) => changeOf('class', id).language ?? [])[0] ?? null)
	};
}

const lookOf = ({ style, size }: CardLook): CardLook => ({ style, size });
const isSame = (one: CardLook, other: CardLook) =>
	one.style === other.style && one.size === other.size;

/** Most children have nothing set, and their directory says nothing of it. */
const unlessEmpty = (settings: ReturnType<typeof knownChange>) =>
	Object.keys(settings).length > 0 ? { settings } : {};
