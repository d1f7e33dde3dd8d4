import { server } from '$lib/server/running';
import { answerPictures } from '$lib/server/secret-pictures/answer-pictures';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => answerPictures(await server(), request);
