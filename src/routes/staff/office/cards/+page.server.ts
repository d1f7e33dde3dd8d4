import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { dropOwnSymbol, ownSymbols, setOwnSymbol } from '$lib/server/cards/own-symbols';
import { addOwnWord, NewOwnWord, removeOwnWord } from '$lib/server/cards/own-words';
import { feelingWords } from '$lib/server/database/feeling-words';
import { server } from '$lib/server/running';
import { loadCards } from '$lib/server/settings/settings';
import { fieldProblems } from '$lib/server/staff-sessions/credentials';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { askedAtOffice, fileIn } from '../asked';
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

export const actions: Actions = {
	add: async (event) => {
		const { by, running, typed } = await askedAtOffice(event);
		const parsed = v.safeParse(NewOwnWord, typed);
		if (!parsed.success) return fail(400, { typed, problems: fieldProblems(parsed.issues) });
		const outcome = await addOwnWord(running, by, parsed.output);
		if (outcome !== 'added') return fail(409, { typed, problems: { en: `cards.word.${outcome}` } });
		return { done: 'cards.word.added' };
	},
	symbol: async (event) => {
		const { by, running, form, typed } = await askedAtOffice(event);
		const symbol = { feeling: typed['feeling'] ?? '', bytes: await fileIn(form, 'picture') };
		const outcome = await setOwnSymbol(running, by, symbol);
		return outcome === 'kept'
			? { done: 'symbol.saved' }
			: fail(400, { problem: `symbol.${outcome}` });
	},
	'drop-symbol': async (event) => {
		const { by, running, typed } = await askedAtOffice(event);
		await dropOwnSymbol(running, by, typed['feeling'] ?? '');
		return { done: 'symbol.dropped' };
	},
	remove: async (event) => {
		const { by, running, typed } = await askedAtOffice(event);
		await removeOwnWord(running, by, typed['wordId'] ?? '');
		return { done: 'cards.word.removed' };
	}
};
