// The child's own words as bytes. `hooks.server.ts` says that no cache may store them.
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { readWordsOfRequest } from '$lib/server/talk-requests/child-words';
import type { RequestHandler } from './$types';

const Id = v.pipe(v.string(), v.uuid());

export const GET: RequestHandler = async (event) => {
	const staff = requireStaff(event);
	const { id } = event.params;
	if (!v.is(Id, id)) error(404, { message: 'not-found' });
	const words = await readWordsOfRequest(await server(), staff, id);
	if (words.outcome === 'not-found') error(404, { message: 'not-found' });
	if (words.outcome === 'not-readable') error(409, { message: 'not-accepted' });
	return new Response(words.packed, { headers: { 'content-type': 'application/octet-stream' } });
};
