import { answerPairing, answerUnpairing } from '$lib/server/kiosks/answer-pairing';
import { server } from '$lib/server/running';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, getClientAddress }) =>
	answerPairing(await server(), request, getClientAddress());

export const DELETE: RequestHandler = async ({ request }) =>
	answerUnpairing(await server(), request);
