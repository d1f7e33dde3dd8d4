// What a tablet needs to know of what is set: its own with the school's, and what its children have.
import type { Directory, DirectoryPupil } from '$lib/crossing/directory';
import { changedBy, knownChange, type KioskChange } from '$lib/domain/settings';
import { settingsOfSchool, type SettingScope } from '../database/settings';
import type { Db } from '../database/open';

export interface SettingsOnKiosk {
	/** Left out where nothing is set. */
	kiosk: Pick<Directory['kiosk'], 'settings'>;
	ofPupil: (pupilId: string) => Pick<DirectoryPupil, 'settings'>;
	/** What this tablet has instead of what the school has. */
	instead: Pick<KioskChange, 'language' | 'arrival' | 'staffedPlaces'>;
}

export async function settingsOnKiosk(
	db: Db,
	schoolId: string,
	kioskId: string
): Promise<SettingsOnKiosk> {
	const saved = await settingsOfSchool(db, schoolId);
	const bySubject = new Map(saved.map((one) => [`${one.scope} ${one.subjectId}`, one.change]));
	const set = (scope: SettingScope, subjectId: string): KioskChange =>
		bySubject.get(`${scope} ${subjectId}`) ?? {};
	const ofKiosk = set('kiosk', kioskId);
	const { language, arrival, staffedPlaces } = ofKiosk;
	return {
		kiosk: unlessEmpty(changedBy(knownChange(set('school', schoolId)), knownChange(ofKiosk))),
		ofPupil: (pupilId) => unlessEmpty(knownChange(set('pupil', pupilId))),
		instead: {
			...(language && { language }),
			...(arrival && { arrival }),
			...(staffedPlaces && { staffedPlaces })
		}
	};
}

/** Most children have nothing set, and their directory says nothing of it. */
const unlessEmpty = (settings: ReturnType<typeof knownChange>) =>
	Object.keys(settings).length > 0 ? { settings } : {};
