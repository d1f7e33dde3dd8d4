import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { handOnTargets } from '$lib/domain/hand-on';
import { onOpenedEnvelopes } from '../../../../tests/support/opened-envelopes';
import { MONDAY_MORNING, viewerIn } from '../../../../tests/support/small-school';
import { visibleRequest } from '../database/inbox';
import { loadPeople, peopleAround } from '../database/people-around';
import { excludedOf } from './follow-events';

onOpenedEnvelopes('a call for a grown-up now', (envelopes) => {
	const { db, noticesTo, opened, record, requestOf, school } = envelopes;

	it.each(['mali', null] as const)(
		'of %s is neither given nor shown to whom the child left out, and reaches the others',
		async (name) => {
			const { adults, pupils, schoolId, kioskId } = school();
			const one = opened({
				v: 1,
				kind: 'urgent',
				at: MONDAY_MORNING,
				pupilId: name && pupils[name],
				language: 'en',
				byMistake: false,
				// Somebody who is not ours stops no call for help.
				excludedAdultIds: [adults.evans, adults.rees, randomUUID()]
			});
			const outcome = await record(one);
			const wake = outcome.outcome === 'recorded' ? outcome.wake : [];
			expect([...wake].sort()).toEqual([adults.bowen, adults.jones].sort());
			for (const leftOut of ['evans', 'rees'] as const) {
				const viewer = viewerIn(school(), leftOut);
				expect(await visibleRequest(db(), viewer, one.envelopeId)).toBeNull();
				expect(await noticesTo(adults[leftOut])).toEqual([]);
			}
			expect(
				await visibleRequest(db(), viewerIn(school(), 'bowen'), one.envelopeId)
			).not.toBeNull();
			const request = await requestOf(one.envelopeId);
			if (!request) throw new Error('It was not recorded.');
			const people = await loadPeople(db(), schoolId, {
				pupilIds: [pupils.mali],
				kioskIds: [kioskId]
			});
			const around = peopleAround(people, excludedOf(request), MONDAY_MORNING);
			expect(handOnTargets(1, request, around)).toMatchObject({ toIds: [adults.head] });
		}
	);
});
