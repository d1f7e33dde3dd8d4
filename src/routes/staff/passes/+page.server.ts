import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { formText } from '$lib/server/form-text';
import { loadPassPage } from '$lib/server/passes/pass-page';
import { approvePass, declinePass } from '$lib/server/passes/passes';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { Actions, PageServerLoad } from './$types';

const PassId = v.pipe(v.string(), v.uuid());
const Typed = v.object({
	passId: PassId,
	number: v.pipe(v.string(), v.maxLength(20))
});

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	return { passes: await loadPassPage(await server(), staff, Date.now()) };
};

export const actions: Actions = {
	open: async (event) => {
		const staff = requireStaff(event);
		const parsed = v.safeParse(Typed, formText(await event.request.formData()));
		if (!parsed.success) return fail(400, { passId: null, problem: 'passes.gone' });
		const { passId } = parsed.output;
		const said = await approvePass(await server(), staff, parsed.output, Date.now());
		if (said === 'approved') return { done: 'passes.opened' };
		return said === 'wrong-number'
			? fail(400, { passId, problem: 'passes.wrong_number' })
			: fail(409, { passId: null, problem: 'passes.gone' });
	},
	decline: async (event) => {
		const staff = requireStaff(event);
		const { passId } = formText(await event.request.formData());
		const said = v.is(PassId, passId)
			? await declinePass(await server(), staff, passId, Date.now())
			: 'gone';
		if (said === 'declined') return { done: 'passes.declined' };
		return fail(409, { passId: null, problem: 'passes.gone' });
	}
};
