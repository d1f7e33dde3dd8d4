// All that is set in a school, asked by whom or what it is set for.
import * as v from 'valibot';
import { BAND_SETS } from '$lib/domain/band';
import { CARD_SIZES, CARD_STYLES, type CardSetting } from '$lib/domain/card-look';
import type { KioskChange, SettingScope } from '$lib/domain/settings';
import type { Db } from '../database/open';
import { settingsOfSchool } from '../database/settings';

export const Cards = v.object({
	style: v.picklist(CARD_STYLES),
	size: v.picklist(CARD_SIZES),
	band: v.nullable(v.picklist(BAND_SETS))
});

export interface SetOfSchool {
	/** As it was saved: another version may have known other settings. */
	changeOf(scope: SettingScope, subjectId: string): KioskChange;
	/** `null` where none are set, or such as this version does not know. */
	cardsOf(scope: SettingScope, subjectId: string): CardSetting | null;
	isSet(scope: SettingScope, subjectId: string): boolean;
}

export async function setOfSchool(db: Db, schoolId: string): Promise<SetOfSchool> {
	const saved = await settingsOfSchool(db, schoolId);
	const key = (scope: SettingScope, subjectId: string) => `${scope} ${subjectId}`;
	const changes = new Map(
		saved.map(({ scope, subjectId, change }) => [key(scope, subjectId), change])
	);
	return {
		changeOf: (scope, subjectId) => changes.get(key(scope, subjectId)) ?? {},
		cardsOf: (scope, subjectId) => {
			const cards = changes.get(key(scope, subjectId))?.cards;
			return v.is(Cards, cards) ? cards : null;
		},
		isSet: (scope, subjectId) => changes.has(key(scope, subjectId))
	};
}
