import { fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { dropOwnSymbol, ownSymbols, setOwnSymbol } from '$lib/server/cards/own-symbols';
import { addOwnWord, NewOwnWord, removeOwnWord } from '$lib/server/cards/own-words';
import { feelingWords } from '$lib/server/database/feeling-words';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { loadCards } from '$lib/server/settings/settings';
import { fieldProblems } from '$lib/server/staff-sessions/credentials';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	const { db } = await server();
	return {
		schoolId,
		cards: await loadCards(db, schoolId, event.locals.language),
		words: await feelingWords(db, schoolId),
		symbols: await ownSymbols(db, schoolId)
	};
};

const asked = async (event: RequestEvent) => ({
	by: requireStaff(event, OFFICE_ROLES),
	running: await server(),
	typed: formText(await event.request.formData())
});

export const actions: Actions = {
	add: async (event) => {
		const { by, running, typed } = await asked(event);
		const parsed = v.safeParse(NewOwnWord, typed);
		if (!parsed.success) return fail(400, { typed, problems: fieldProblems(parsed.issues) });
		const outcome = await addOwnWord(running, by, parsed.output);
		if (outcome !== 'added') return fail(409, { typed, problems: { en: `cards.word.${outcome}` } });
		return { done: 'cards.word.added' };
	},
	symbol: async (event) => {
		const by = requireStaff(event, OFFICE_ROLES);
		const form = await event.request.formData();
		const picture = form.get('picture');
		const bytes = new Uint8Array(picture instanceof File ? await picture.arrayBuffer() : []);
		const feeling = String(form.get('feeling') ?? '');
		const outcome = await setOwnSymbol(await server(), by, { feeling, bytes });
		return outcome === 'kept'
			? { done: 'symbol.saved' }
			: fail(400, { problem: `symbol.${outcome}` });
	},
	'drop-symbol': async (event) => {
		const { by, running, typed } = await asked(event);
		await dropOwnSymbol(running, by, typed['feeling'] ?? '');
		return { done: 'symbol.dropped' };
	},
	remove: async (event) => {
		const { by, running, typed } = await asked(event);
		await removeOwnWord(running, by, typed['wordId'] ?? '');
		return { done: 'cards.word.removed' };
	}
};
