import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, anyMoment, asked, local, TIMETABLE, TUESDAY_NINE } from './examples';
import { checkInDeletableAt, requestDeletableAt } from './retention';
import { replay, type TalkEvent } from './talk-request';

const DAY_MS = 24 * 60 * 60 * 1000;
const closed: TalkEvent = {
	at: local('2027-01-12 10:00'),
	kind: 'closed',
	by: 'evans',
	outcome: 'talked'
};

describe('a check-in', () => {
	it('is kept until the end of the next term', () => {
		expect(checkInDeletableAt(TUESDAY_NINE, TIMETABLE)).toBe(local('2027-03-26 00:00'));
		expect(checkInDeletableAt(local('2027-03-25 09:00'), TIMETABLE)).toBe(
			local('2027-07-21 00:00')
		);
	});

	it('is kept 280 days when the next term is not known', () => {
		expect(checkInDeletableAt(local('2027-07-01 09:00'), TIMETABLE)).toBe(
			local('2028-04-07 00:00')
		);
	});

	it('is never deleted within a day, nor kept longer than 281 days', () => {
		fc.assert(
			fc.property(anyMoment, (at) => {
				const keptMs = checkInDeletableAt(at, TIMETABLE) - at;
				expect(keptMs).toBeGreaterThan(DAY_MS);
				expect(keptMs).toBeLessThanOrEqual(282 * DAY_MS);
			})
		);
	});
});

describe('a talk request', () => {
	it('is kept until the end of the term after its closing', () => {
		expect(requestDeletableAt([asked(), closed], TIMETABLE)).toBe(local('2027-07-21 00:00'));
	});

	it('is kept for ever while it is not closed, also when taken back', () => {
		expect(requestDeletableAt([asked()], TIMETABLE)).toBeNull();
		const takenBack: TalkEvent = { at: TUESDAY_NINE + 1, kind: 'taken-back' };
		expect(requestDeletableAt([asked(), takenBack], TIMETABLE)).toBeNull();
	});

	it('is kept while only one person has closed it as safeguarding', () => {
		const one: TalkEvent = { ...closed, kind: 'closed', by: 'evans', outcome: 'safeguarding' };
		expect(requestDeletableAt([asked(), one], TIMETABLE)).toBeNull();
		const two: TalkEvent = { ...closed, kind: 'closed', by: 'lead-1', outcome: 'safeguarding' };
		expect(requestDeletableAt([asked(), one, two], TIMETABLE)).not.toBeNull();
	});

	it('is never deletable before it is closed with an outcome', () => {
		fc.assert(
			fc.property(anyHistory, (events) => {
				const request = replay(events);
				const deletableAt = requestDeletableAt(events, TIMETABLE);
				const isClosed = request.state === 'closed' && request.outcome !== null;
				expect(deletableAt !== null).toBe(isClosed);
				for (const event of events) {
					if (event.kind === 'closed' && deletableAt !== null) {
						expect(deletableAt).toBeGreaterThan(event.at);
					}
				}
			})
		);
	});
});
