import { expect, it } from 'vitest';
import { ask, onOpenedEnvelopes } from '../../../../tests/support/opened-envelopes';

onOpenedEnvelopes('what a child says more about a feeling', (envelopes) => {
	const { checkIn, db, record, requestOf, school } = envelopes;

	const kept = (id: string) =>
		db()
			.selectFrom('check_in')
			.select(['size', 'clues_json'])
			.where('check_in_id', '=', id)
			.executeTakeFirstOrThrow();

	it('is kept with the check-in and stands in the request', async () => {
		const details = { size: 2 as const, clues: ['funny_tummy', 'of-another-version'] };
		const one = checkIn(ask([school().adults.evans]), details);
		await record(one);
		expect(await kept(one.envelopeId)).toEqual({
			size: 2,
			clues_json: '["funny_tummy","of-another-version"]'
		});
		expect((await requestOf(one.envelopeId))?.details).toEqual(details);
	});

	it('is nothing where the child said nothing of it', async () => {
		const one = checkIn(ask([school().adults.evans]));
		await record(one);
		expect(await kept(one.envelopeId)).toEqual({ size: null, clues_json: null });
		expect(await requestOf(one.envelopeId)).not.toHaveProperty('details');
	});
});
