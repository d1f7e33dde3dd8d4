import { answerFeed } from '$lib/server/kiosks/feed';
import { server } from '$lib/server/running';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request }) => answerFeed(await server(), request);
