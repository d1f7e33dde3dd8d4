// Which calm activities are offered and which come first, as the fields of a form and back.
import { ACTIVITY_IDS } from '$lib/content/activity-names';
import { isOwnActivity } from '$lib/domain/own-activity';
import { MOST_FIRST, NONE_FIRST, type SettingsChange } from '$lib/domain/settings';
import type { FieldProblems } from '../staff-sessions/credentials';

type Fields = Record<string, string>;
const FIELD = 'activity.';
const isActivity = (id: string) => ACTIVITY_IDS.includes(id) || isOwnActivity(id);

type Activities = Pick<SettingsChange, 'activitiesOff' | 'activitiesFirst'>;

export function activitiesAsFields({ activitiesOff = [], activitiesFirst }: Activities): Fields {
	const fields: Fields = {};
	for (const id of ACTIVITY_IDS) fields[FIELD + id] = '';
	for (const id of activitiesOff.filter(isActivity)) fields[FIELD + id] = 'off';
	for (let at = 0; at < MOST_FIRST; at += 1) fields[`first.${at}`] = activitiesFirst?.[at] ?? '';
	if (activitiesFirst?.length === 0) fields['first.0'] = NONE_FIRST;
	return fields;
}

/** One that is neither in the content nor a school's own is a fault of the form, not of who typed. */
export function activitiesIn(typed: Fields, problems: FieldProblems): Activities {
	const off = Object.entries(typed)
		.filter(([name, value]) => name.startsWith(FIELD) && value !== '')
		.map(([name]) => name.slice(FIELD.length))
		.filter(isActivity);
	const places = Array.from({ length: MOST_FIRST }, (_, at) => typed[`first.${at}`] ?? '');
	const first = [...new Set(places.filter((id) => id !== '' && id !== NONE_FIRST))];
	if (!first.every(isActivity)) problems['first.0'] = 'settings.wrong';
	const isSet = first.length > 0 || places[0] === NONE_FIRST;
	return {
		...(off.length > 0 && { activitiesOff: off }),
		...(isSet && { activitiesFirst: first })
	};
}
