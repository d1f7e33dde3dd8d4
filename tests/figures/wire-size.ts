// What the network sees: whatever a child says, a delivery has one size for each size of words.
import { randomBytes } from 'node:crypto';
import type { Routing } from '$lib/domain/check-in';
import { WORDS_SIZES } from '$lib/crossing/padding';
import { makeLine, seal } from '$lib/crossing/seal';
import { AppServer } from '../support/app-server';
import { FaultProxy } from '../support/fault-proxy';
import type { Figure } from '../support/figure';
import { makeCrossingSchool, newEnvelopeId, visitOfTurn } from './support/crossing-school';

/** The bytes before padding's own four. */
const LARGEST = WORDS_SIZES.map((size) => size - 4);
const COVER_EVERY = 10;

/** Words of bucket 0, 1 or 2: the smallest and the largest that fit, and some in between. */
function wordsOfTurn(bucket: number, turn: number): Uint8Array {
	const most = LARGEST[bucket] ?? 0;
	const least = bucket === 0 ? 0 : (LARGEST[bucket - 1] ?? 0) + 1;
	if (turn % 5 === 0) return randomBytes(least);
	if (turn % 5 === 1) return randomBytes(most);
	return randomBytes(least + ((turn * 7919) % (most - least)));
}

export const figure: Figure = {
	name: 'wire-size',
	promise:
		'The network cannot tell one visit from another, or from a packet with nothing in it, by its size.',
	unit: 'different sizes in bytes of request bodies, and of answers, for each size of words',
	target: 'one size per bucket, requests and answers',
	tries: 300,
	async run({ tries, say }) {
		const server = await AppServer.prepare();
		const proxy = await FaultProxy.start(server.origin);
		try {
			const school = await makeCrossingSchool(server, 1);
			await server.start();
			const [kiosk] = school.kiosks;
			if (!kiosk) throw new Error('The school has no kiosk.');
			const requests = WORDS_SIZES.map(() => new Set<number>());
			const answers = WORDS_SIZES.map(() => new Set<number>());
			let covers = 0;
			for (let turn = 0; turn < tries; turn += 1) {
				const isCover = turn % COVER_EVERY === COVER_EVERY - 1;
				const bucket = isCover ? 0 : turn % WORDS_SIZES.length;
				const routing: Routing | { v: 1; kind: 'cover' } = isCover
					? { v: 1, kind: 'cover' }
					: visitOfTurn(school, turn);
				const words = isCover ? null : wordsOfTurn(bucket, turn);
				const sealed = await seal(routing, words, school.keys);
				const line = await makeLine(sealed, newEnvelopeId(), isCover ? 0 : turn + 1, kiosk);
				const response = await fetch(`${proxy.origin}/crossing/v1/envelopes`, {
					method: 'POST',
					body: line,
					headers: { 'content-type': 'application/x-ndjson' }
				});
				await response.arrayBuffer();
				const passed = proxy.passed.at(-1);
				if (!passed || passed.status !== 200) {
					throw new Error(`The server answered ${passed?.status} to delivery ${turn + 1}.`);
				}
				requests[bucket]?.add(passed.bytes);
				answers[bucket]?.add(passed.responseBytes);
				if (isCover) covers += 1;
				if ((turn + 1) % 100 === 0) say(`${turn + 1} of ${tries}`);
			}
			const text = (sizes: Set<number>[]) => sizes.map((set) => [...set].join(' and ')).join(', ');
			const different = (sizes: Set<number>[]) => Math.max(...sizes.map(({ size }) => size));
			return {
				measured: {
					mostSizesOfRequestsInABucket: different(requests),
					mostSizesOfAnswersInABucket: different(answers),
					requestBytes: text(requests),
					answerBytes: text(answers),
					covers
				},
				tries,
				holds: [...requests, ...answers].every(({ size }) => size === 1) && covers > 0
			};
		} finally {
			await proxy.stop();
			await server.remove();
		}
	}
};
