// Whatever is sent to the kiosk's routes is answered with a sentence, never with a fault.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { ANSWER_TOKEN_HEADER, PicturesAnswer } from '$lib/crossing/answers';
import { KioskRefusal } from '$lib/crossing/kiosk-request';
import { atKiosk } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { pairingRequest } from '../../../../tests/support/paired-kiosk';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { answerAnswers } from '../answers/answer-answers';
import { answerDirectory } from '../directory/answer-directory';
import { answerPictures } from '../secret-pictures/answer-pictures';
import { answerPairing } from './answer-pairing';
import { answerFeed } from './feed';

const runs = { numRuns: 150 };
/** Nearly right is odder than noise. */
const anyText = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 200 }),
	fc.constantFrom('\u0000', 'null', '{}', '{"code":null}', "'; drop table kiosk; --", '../../etc')
);
const anyBody = fc.oneof(
	anyText,
	fc.json({ maxDepth: 3 }),
	fc
		.record(
			{
				code: fc.oneof(anyText, fc.integer()),
				publicKey: fc.oneof(anyText, fc.constant('A'.repeat(43))),
				pupilId: fc.oneof(anyText, fc.uuid()),
				pictures: fc.oneof(fc.array(anyText, { maxLength: 9 }), anyText)
			},
			{ requiredKeys: [] }
		)
		.map((record) => JSON.stringify(record))
);
const headerText = fc.string({ maxLength: 200 });

async function expectRefusal(answer: Response): Promise<void> {
	expect(answer.status).toBeGreaterThanOrEqual(400);
	expect(answer.status).toBeLessThan(500);
	const refusal = v.parse(KioskRefusal, await answer.json());
	expect(refusal.message).toMatch(/^[A-Z].*\.$/);
}

onBothDatabases('odd input', (database) => {
	let school: SmallSchool;
	beforeAll(async () => {
		school = await makeSmallSchool(database().db);
	});
	const here = () => atKiosk(database(), school);

	it('as pairing code and key', async () => {
		const { running } = await here();
		let address = 0;
		await fc.assert(
			fc.asyncProperty(anyBody, async (body) => {
				address += 1;
				await expectRefusal(await answerPairing(running, pairingRequest(body), String(address)));
			}),
			runs
		);
	});

	it('as signature', async () => {
		const { running, kiosk } = await here();
		const almost = fc
			.tuple(fc.stringMatching(/^\d{1,20}$/), fc.stringMatching(/^[\w-]{80,90}$/))
			.map(([time, text]) => `Cwtch kiosk="${kiosk.kioskId}", at="${time}", signature="${text}"`);
		await fc.assert(
			fc.asyncProperty(fc.oneof(headerText, almost), async (authorization) => {
				for (const answer of [answerDirectory, answerAnswers, answerPictures, answerFeed]) {
					const request = new Request('http://localhost/x', { headers: { authorization } });
					await expectRefusal(await answer(running, request));
				}
			}),
			{ numRuns: 40 }
		);
	});

	it('as special pictures and as token of a kiosk of ours', async () => {
		const { running, kiosk } = await here();
		await fc.assert(
			fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), fc.uuid(), async (odd, pupilId) => {
				for (const body of [
					odd,
					{ pupilId, pictures: odd },
					{ pupilId, pictures: [JSON.stringify(odd)] }
				]) {
					const request = await kiosk.request('POST', '/p', { body });
					const answer = await answerPictures(running, request);
					if (answer.ok) v.parse(PicturesAnswer, await answer.json());
					else await expectRefusal(answer);
				}
			}),
			{ numRuns: 40 }
		);
		await fc.assert(
			fc.asyncProperty(headerText, async (token) => {
				const headers = { [ANSWER_TOKEN_HEADER]: token };
				await expectRefusal(
					await answerAnswers(running, await kiosk.request('GET', '/a', { headers }))
				);
			}),
			{ numRuns: 40 }
		);
	});
});
