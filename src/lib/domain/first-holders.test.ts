import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPeople, PEOPLE } from './examples';
import {
	firstHolders,
	namelessHolders,
	needHolders,
	newChildHolders,
	reflectHolders,
	urgentHolders
} from './first-holders';

const ask = (...adultIds: string[]) =>
	({ kind: 'ask', adultIds, how: 'chat', when: 'lunch' }) as const;
const without = (...excludedIds: string[]) => ({ ...PEOPLE, excludedIds });

describe('a request is given at once', () => {
	it("to the adults chosen, in the child's order", () => {
		expect(firstHolders(ask('rees', 'evans'), PEOPLE)).toEqual(['rees', 'evans']);
		expect(firstHolders(ask('rees', 'evans'), without('rees'))).toEqual(['evans']);
	});

	it("to the class's adults for Anyone, and to the leads for a pupil without a class", () => {
		expect(firstHolders(ask(), PEOPLE)).toEqual(['jones', 'rees']);
		const noClass = { ...PEOPLE, classAdultIds: [] };
		expect(firstHolders(ask(), noClass)).toEqual(['lead-1', 'lead-2']);
	});

	it('to leads when all of them are left out, then to the head, then outside the team', () => {
		expect(firstHolders(ask('evans'), without('evans'))).toEqual(['lead-1', 'lead-2']);
		const noLeads = without('evans', 'lead-1', 'lead-2');
		expect(firstHolders(ask('evans'), noLeads)).toEqual(['head']);
		const noHead = without('evans', 'lead-1', 'lead-2', 'head');
		expect(firstHolders(ask('evans'), noHead)).toEqual(['governor']);
	});

	it('without a name, to the leads, and to who stands in for them where all are left out', () => {
		expect(namelessHolders(without('lead-1'))).toEqual(['lead-2']);
		expect(namelessHolders(without('lead-1', 'lead-2'))).toEqual(['head']);
	});

	it('of a new child, to the adults of the class that was picked, beside whoever was chosen', () => {
		expect(newChildHolders(['evans'], PEOPLE)).toEqual(['evans', 'jones', 'rees']);
		const noClass = { ...PEOPLE, classAdultIds: [] };
		expect(newChildHolders([], noClass)).toEqual(['lead-1', 'lead-2']);
		expect(newChildHolders([], without('jones', 'rees'))).toEqual(['lead-1', 'lead-2']);
	});

	it('as a hello to nobody else than those it is for', () => {
		expect(firstHolders({ kind: 'hello', adultIds: ['evans'] }, PEOPLE)).toEqual(['evans']);
		expect(firstHolders({ kind: 'hello', adultIds: ['evans'] }, without('evans'))).toEqual([]);
		expect(firstHolders({ kind: 'skip' }, PEOPLE)).toEqual([]);
	});

	it("as a need to the class's adults, as urgent to them and all leads", () => {
		expect(needHolders(without('rees'))).toEqual(['jones']);
		expect(urgentHolders(PEOPLE)).toEqual(['jones', 'rees', 'lead-1', 'lead-2']);
		const alone = { ...PEOPLE, classAdultIds: [], leadIds: [] };
		expect(needHolders(alone)).toEqual(['head']);
		expect(urgentHolders(alone)).toEqual(['head']);
	});

	it('to reflect, to whom the visit chose, else to the class’s adults, else to leads', () => {
		expect(reflectHolders(['evans'], PEOPLE)).toEqual(['evans']);
		expect(reflectHolders([], without('rees'))).toEqual(['jones']);
		expect(reflectHolders(['evans'], without('evans'))).toEqual(['lead-1', 'lead-2']);
	});

	it('never to an adult left out, and to somebody whenever anybody may be told', () => {
		fc.assert(
			fc.property(anyPeople, fc.subarray(['evans', 'rees', 'office']), (people, adultIds) => {
				const told = [
					firstHolders(ask(...adultIds), people),
					needHolders(people),
					namelessHolders(people),
					reflectHolders(adultIds, people),
					urgentHolders(people)
				];
				const backstop = [...people.leadIds, ...people.headIds, ...people.outOfTeamIds];
				const mayBeTold = backstop.some((id) => !people.excludedIds.includes(id));
				for (const holderIds of told) {
					expect(holderIds.filter((id) => people.excludedIds.includes(id))).toEqual([]);
					if (mayBeTold) expect(holderIds.length).toBeGreaterThan(0);
				}
			})
		);
	});
});
