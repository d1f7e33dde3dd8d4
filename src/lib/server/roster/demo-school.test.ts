// What the demo school must show, and that our own reader finds nothing wrong with it.
import { beforeAll, expect, test } from 'vitest';
import { readRoster, type RosterReading } from './read-roster';
import type { Roster } from './roster';

let reading: RosterReading;
let roster: Roster;
beforeAll(async () => {
	reading = await readRoster('src/lib/content/demo-school', { today: '2026-11-20' });
	if (!reading.roster) throw new Error('The demo school cannot be read');
	roster = reading.roster;
});

test('the only thing to say is that one pupil is in no class', () => {
	expect(reading.problems.map(({ code }) => code)).toEqual(['pupil-without-class']);
});

test('a school of about two hundred, from reception to year 6', () => {
	expect(roster.school.name).toBe('Ysgol Cwm Enfys');
	expect(roster.classes).toHaveLength(8);
	expect(new Set(roster.pupils.map(({ yearGroup }) => yearGroup))).toEqual(
		new Set([0, 1, 2, 3, 4, 5, 6])
	);
	expect(roster.pupils.length).toBeGreaterThanOrEqual(195);
	expect(roster.staff).toHaveLength(20);
	const roles = roster.staff.map(({ role }) => role);
	expect(roles.filter((role) => role !== 'adult').sort()).toEqual([
		'head',
		'lead',
		'lead',
		'office'
	]);
	for (const { sourceId } of roster.classes) {
		expect(roster.staff.some(({ classSourceIds }) => classSourceIds.includes(sourceId))).toBe(true);
	}
});

test('it has the children that are hard for a roster', () => {
	const mali = roster.pupils.filter(({ firstName }) => firstName === 'Mali');
	expect(mali.map(({ distinguisher }) => distinguisher)).toEqual(['Jo', 'Je', 'R']);
	expect(roster.pupils.filter(({ classSourceIds }) => classSourceIds.length === 2)).toHaveLength(1);
	const letters = [...roster.pupils, ...roster.classes.map(({ name }) => ({ firstName: name }))]
		.map(({ firstName }) => firstName)
		.join('');
	for (const letter of ['ŵ', 'ŷ', 'â', 'ô', 'ê', 'Ł']) expect(letters).toContain(letter);
});
