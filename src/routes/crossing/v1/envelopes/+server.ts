import { answerDelivery } from '$lib/server/crossing/answer-delivery';
import { crossing } from '$lib/server/crossing/running';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) =>
	answerDelivery(await crossing(), request);
