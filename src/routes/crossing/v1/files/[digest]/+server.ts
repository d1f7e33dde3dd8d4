import { server } from '$lib/server/running';
import { answerKioskFile } from '$lib/server/school-files/answer-file';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, params }) =>
	answerKioskFile(await server(), request, params.digest);
