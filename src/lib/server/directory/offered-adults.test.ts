import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredAdults, type KnownAdult } from './offered-adults';

const adult = (staffId: string, over: Partial<KnownAdult> = {}): KnownAdult => ({
	staffId,
	role: 'adult',
	mayBeAsked: true,
	...over
});

describe('whom a tablet offers', () => {
	it('leaves out who has not agreed, but never a lead', () => {
		const { offeredIds } = offeredAdults(
			[
				adult('yes'),
				adult('no', { mayBeAsked: false }),
				adult('lead', { role: 'lead', mayBeAsked: false })
			],
			new Map()
		);
		expect([...offeredIds].sort()).toEqual(['lead', 'yes']);
	});

	it('is, in a class of two, those who agreed; and both when neither did', () => {
		const classes = new Map([['class', ['a', 'b']]]);
		const one = offeredAdults([adult('a', { mayBeAsked: false }), adult('b')], classes);
		expect(one.classAdultIds.get('class')).toEqual(['b']);
		expect(one.trustedIdsOf([], ['class'])).toEqual(['b']);
		const none = offeredAdults(
			[
				adult('b', { mayBeAsked: false }),
				adult('a', { mayBeAsked: false }),
				adult('lead', { role: 'lead', mayBeAsked: false })
			],
			classes
		);
		expect(none.trustedIdsOf([], ['class'])).toEqual(['b', 'a', 'lead']);
		expect(none.offeredIds).toEqual(new Set(['lead', 'b', 'a']));
	});

	it('is never nobody while there is a lead, and never somebody whom the tablet does not know', () => {
		const ids = ['a', 'b', 'c', 'lead', 'gone'];
		const anyStaff = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean());
		const anyIds = fc.uniqueArray(fc.constantFrom(...ids));
		fc.assert(
			fc.property(anyStaff, anyIds, anyIds, fc.boolean(), (agreed, ofClass, named, inClass) => {
				const staff = ['a', 'b', 'c', 'lead'].map((id, index) =>
					adult(id, { role: id === 'lead' ? 'lead' : 'adult', mayBeAsked: agreed[index] ?? false })
				);
				const offered = offeredAdults(staff, new Map([['class', ofClass]]));
				const trusted = offered.trustedIdsOf(named, inClass ? ['class'] : []);
				expect(trusted.length).toBeGreaterThan(0);
				expect(new Set(trusted).size).toBe(trusted.length);
				for (const id of trusted) expect(offered.offeredIds.has(id)).toBe(true);
				expect(offered.offeredIds.has('gone')).toBe(false);
			})
		);
	});
});
