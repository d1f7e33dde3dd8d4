import { answerAnswers } from '$lib/server/answers/answer-answers';
import { server } from '$lib/server/running';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request }) => answerAnswers(await server(), request);
