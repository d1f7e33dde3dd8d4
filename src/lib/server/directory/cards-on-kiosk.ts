// The look of feeling cards as a tablet needs to know it, and the school's own feeling words.
import type { Directory, DirectoryPupil } from '$lib/crossing/directory';
import { settingFor, USUAL_LOOK, type CardLook, type CardSetting } from '$lib/domain/card-look';
import { cardSettings, type CardScope } from '../database/card-settings';
import { feelingWords } from '../database/feeling-words';
import type { Db } from '../database/open';

export interface CardsOnKiosk {
	cards: Directory['cards'];
	/** What this child has otherwise than the tablet's usual; `band` is `null` where the year counts. */
	ofPupil: (
		pupilId: string,
		classIds: readonly string[]
	) => Pick<DirectoryPupil, 'cardLook'> & Pick<CardSetting, 'band'>;
}

const lookOf = ({ style, size }: CardLook): CardLook => ({ style, size });
const isSame = (one: CardLook, other: CardLook) =>
	one.style === other.style && one.size === other.size;

/** @param classId the kiosk's own class, or `null` */
export async function cardsOnKiosk(
	db: Db,
	schoolId: string,
	{ kioskId, classId }: { kioskId: string; classId: string | null }
): Promise<CardsOnKiosk> {
	const saved = await cardSettings(db, schoolId);
	const bySubject = new Map(saved.map((one) => [`${one.scope} ${one.subjectId}`, one]));
	const set = (scope: CardScope, subjectId: string) =>
		bySubject.get(`${scope} ${subjectId}`) ?? null;
	const kiosk = set('kiosk', kioskId);
	const usual =
		settingFor({ pupil: null, kiosk, classes: classId === null ? [] : [set('class', classId)] }) ??
		set('school', schoolId) ??
		USUAL_LOOK;
	const words = await feelingWords(db, schoolId);
	return {
		cards: {
			look: lookOf(usual),
			ownWords: words.map(({ wordId, en, cy, stone }) => ({
				id: wordId,
				en: en.normalize('NFC'),
				cy: cy.normalize('NFC'),
				stone
			}))
		},
		ofPupil: (pupilId, classIds) => {
			const classes = classIds.map((id) => set('class', id));
			const own = settingFor({ pupil: set('pupil', pupilId), kiosk, classes });
			return {
				cardLook: own && !isSame(own, usual) ? lookOf(own) : null,
				band: own?.band ?? null
			};
		}
	};
}
