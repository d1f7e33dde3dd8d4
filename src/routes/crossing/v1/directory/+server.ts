import { answerDirectory } from '$lib/server/directory/answer-directory';
import { server } from '$lib/server/running';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request }) => answerDirectory(await server(), request);
