import { expect, it } from 'vitest';
import { passOpeners } from './passes';

const people = { classAdultIds: ['evans', 'bowen'], leadIds: ['rees', 'evans'], excludedIds: [] };

it('lets the adults of the class and the leads open, each once', () => {
	expect(passOpeners(people, [])).toEqual(['evans', 'bowen', 'rees']);
});

it('lets the leads open for a child without a class', () => {
	expect(passOpeners({ ...people, classAdultIds: [] }, [])).toEqual(['rees', 'evans']);
});

it('lets nobody open who is kept from the child, or was left out by the child', () => {
	expect(passOpeners({ ...people, excludedIds: ['rees'] }, ['bowen'])).toEqual(['evans']);
});
