import { answerHealth } from '$lib/server/health';
import { server } from '$lib/server/running';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => answerHealth(server());
