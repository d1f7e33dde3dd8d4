import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanGroups, type ScanTarget } from './scan-groups';

const at = (thing: string, left: number, top: number, size = 80): ScanTarget<string> => ({
	thing,
	place: { left, top, width: size, height: size },
	isHelp: thing === 'help'
});

/** `count` faces, `across` in a row, above Help and Hide. */
const facesOf = (count: number, across: number) => [
	...Array.from({ length: count }, (_, index) =>
		at(`face ${index + 1}`, (index % across) * 100, 100 + Math.floor(index / across) * 100)
	),
	at('help', 0, 700),
	at('hide', 900, 700)
];

describe('what is scanned together', () => {
	it('is a row, from left to right, and rows from top to bottom', () => {
		const groups = scanGroups(facesOf(34, 9).toReversed());
		expect(groups.map((group) => group.length)).toEqual([9, 1, 9, 9, 7, 1]);
		expect(groups[0]?.slice(0, 2)).toEqual(['face 1', 'face 2']);
		expect(groups.at(-1)).toEqual(['hide']);
	});

	it('has help as its second stop, with rows and without', () => {
		expect(scanGroups(facesOf(20, 5))[1]).toEqual(['help']);
		expect(
			scanGroups([at('start', 400, 300), at('language', 900, 20), at('help', 0, 700)])
		).toEqual([['language'], ['help'], ['start']]);
		expect(scanGroups([at('help', 0, 700)])).toEqual([['help']]);
	});

	it('is each for itself where there are few', () => {
		const few = [at('yes', 300, 300), at('no', 400, 300), at('help', 0, 700)];
		expect(scanGroups(few)).toEqual([['yes'], ['help'], ['no']]);
	});

	it('has what stands beside higher cards in the row that it is most beside', () => {
		const cards = [at('happy', 0, 0, 200), at('sad', 250, 0, 200), at('cross', 0, 220, 200)];
		const beside = [at('not sure', 500, 0), at('rather not', 500, 180), at('need', 500, 340)];
		expect(scanGroups([...cards, ...beside])).toEqual([
			['happy', 'sad', 'not sure'],
			['cross', 'rather not', 'need']
		]);
	});

	it('begins at the right where the language does', () => {
		const row = facesOf(6, 6).filter(({ isHelp }) => !isHelp);
		expect(scanGroups(row, 'rtl')[0]?.[0]).toBe('face 6');
	});

	it('is everything, once', () => {
		const anywhere = fc.record({ left: fc.nat(1900), top: fc.nat(1000), size: fc.nat(300) });
		fc.assert(
			fc.property(fc.array(anywhere), (places) => {
				const targets = places.map(({ left, top, size }, index) => at(`${index}`, left, top, size));
				const scanned = scanGroups(targets).flat();
				expect(scanned.toSorted()).toEqual(targets.map(({ thing }) => thing).toSorted());
			})
		);
	});
});
