// What is set, as the fields of a form and back. An empty field is as everybody else has it.
import * as v from 'valibot';
import type { Language } from '$lib/domain/check-in';
import {
	isKnownSetting,
	SETTING_VALUES,
	type KioskChange,
	type ScopeChange,
	type SettingScope
} from '$lib/domain/settings';
import type { FieldProblems } from '../staff-sessions/credentials';
import { activitiesAsFields, activitiesIn } from './activity-fields';
import { Cards } from './set-of-school';

export type Fields = Record<string, string>;

/** Those that are one of a few. */
type Choice = keyof typeof SETTING_VALUES;
const CHOICES = Object.keys(SETTING_VALUES) as Choice[];
/** As many as a child reads at once. */
export const MOST_PLACES = 2;
const LONGEST_PLACE = 40;

const clock = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export function changeAsFields(change: KioskChange, language: Language | null): Fields {
	const { arrival, cards, staffedPlaces = [] } = change;
	const fields: Fields = {
		language: language ?? '',
		arrivalFrom: arrival ? clock(arrival.fromMinutes) : '',
		arrivalTo: arrival ? clock(arrival.toMinutes) : '',
		cardStyle: cards?.style ?? '',
		cardSize: cards?.size ?? '',
		cardBand: cards?.band ?? ''
	};
	for (const name of CHOICES) fields[name] = asField(change[name]);
	Object.assign(fields, activitiesAsFields(change));
	for (let at = 0; at < MOST_PLACES; at += 1) {
		fields[`place.${at}.en`] = staffedPlaces[at]?.en ?? '';
		fields[`place.${at}.cy`] = staffedPlaces[at]?.cy ?? '';
	}
	return fields;
}

const asField = (value: unknown) =>
	value === true ? 'yes' : value === false ? 'no' : value === undefined ? '' : String(value);

function valueOf(field: string): unknown {
	if (field === 'yes' || field === 'no') return field === 'yes';
	return /^\d+$/.test(field) ? Number(field) : field;
}

export type ReadFields =
	| { kind: 'read'; change: KioskChange; language: Language | null }
	/** Message keys by field. */
	| { kind: 'wrong'; problems: FieldProblems };

/** @param typed the fields of the form, by name; those that this scope has not are left alone */
export function readFields(typed: Fields, scope: SettingScope): ReadFields {
	const problems: FieldProblems = {};
	const change: Record<string, unknown> = {};
	for (const name of CHOICES) {
		const field = typed[name] ?? '';
		if (field === '') continue;
		const value = valueOf(field);
		if (isKnownSetting(name, value)) change[name] = value;
		else problems[name] = 'settings.wrong';
	}
	Object.assign(change, activitiesIn(typed, problems), cardsOf(typed, problems));
	const language = typed['language'] || null;
	if (language !== null && language !== 'en' && language !== 'cy') {
		problems['language'] = 'settings.wrong';
	}
	if (scope === 'kiosk')
		Object.assign(change, arrivalOf(typed, problems), placesOf(typed, problems));
	if (Object.keys(problems).length > 0) return { kind: 'wrong', problems };
	return { kind: 'read', change, language: language as Language | null };
}

/** Whole or not at all: a size without its pictures would be another card on every tablet. */
function cardsOf(typed: Fields, problems: FieldProblems): Pick<ScopeChange, 'cards'> {
	const { cardStyle: style = '', cardSize = '', cardBand = '' } = typed;
	if (style === '' && cardSize === '' && cardBand === '') return {};
	const cards = { style, size: cardSize || 'usual', band: cardBand || null };
	if (v.is(Cards, cards)) return { cards };
	problems['cardStyle'] = style === '' ? 'settings.cardStyle.missing' : 'settings.wrong';
	return {};
}

function arrivalOf(typed: Fields, problems: FieldProblems): Pick<KioskChange, 'arrival'> {
	const { arrivalFrom: from = '', arrivalTo: to = '' } = typed;
	if (from === '' && to === '') return {};
	if (!v.is(Time, from) || !v.is(Time, to)) problems['arrivalFrom'] = 'settings.arrival.half';
	else if (from >= to) problems['arrivalFrom'] = 'settings.arrival.order';
	else return { arrival: { fromMinutes: minutesOf(from), toMinutes: minutesOf(to) } };
	return {};
}

function placesOf(typed: Fields, problems: FieldProblems): Pick<KioskChange, 'staffedPlaces'> {
	const staffedPlaces: { en: string; cy: string }[] = [];
	for (let at = 0; at < MOST_PLACES; at += 1) {
		const place = { en: words(typed[`place.${at}.en`]), cy: words(typed[`place.${at}.cy`]) };
		if (place.en === '' && place.cy === '') continue;
		if (place.en === '' || place.cy === '') problems[`place.${at}.en`] = 'school.place.half';
		else if (Math.max(place.en.length, place.cy.length) > LONGEST_PLACE)
			problems[`place.${at}.en`] = 'settings.place.long';
		staffedPlaces.push(place);
	}
	return staffedPlaces.length > 0 ? { staffedPlaces } : {};
}

const words = (text = '') => text.trim().replace(/\s+/g, ' ').normalize('NFC');
