import { describe, expect, it } from 'vitest';
import { checkInOfVisit, isVisitOver, VISIT_LASTS_MS } from './calm-time';

const calm = { pupilId: 'mali', kioskId: 'class', at: 1_000_000 };
const after = (ms: number, over: Partial<typeof calm> = {}) => ({
	...calm,
	...over,
	at: calm.at + ms
});

describe('the check-in of a visit in which something calm was done', () => {
	it('is the first afterwards', () => {
		const [late, early] = [after(60_000), after(20_000)];
		expect(checkInOfVisit(calm, [late, early])).toBe(early);
		expect(checkInOfVisit(calm, [after(0)])).not.toBeNull();
	});
	it('is none from before, from much later, from another child or another tablet', () => {
		const others = [
			after(-1),
			after(VISIT_LASTS_MS + 1),
			after(1, { pupilId: 'owain' }),
			after(1, { kioskId: 'cwtch' })
		];
		expect(checkInOfVisit(calm, others)).toBeNull();
	});
});

it('a visit is over with its check-in, or when none can come any more', () => {
	expect(isVisitOver(calm.at, after(1), calm.at + 2)).toBe(true);
	expect(isVisitOver(calm.at, null, calm.at + VISIT_LASTS_MS - 1)).toBe(false);
	expect(isVisitOver(calm.at, null, calm.at + VISIT_LASTS_MS)).toBe(true);
});
