import { createHash } from 'node:crypto';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { listStaff } from '$lib/server/database/people';
import { countPupils, listClasses } from '$lib/server/database/roster';
import { formText } from '$lib/server/form-text';
import { directoryChanged } from '$lib/server/directory/directory-changed';
import { importRoster } from '$lib/server/roster/apply-import';
import { mappingFromFields, plainChoices } from '$lib/server/roster/plain-choices';
import { isEmptyPlan } from '$lib/server/roster/plan-import';
import { planView } from '$lib/server/roster/plan-view';
import { readRosterFiles } from '$lib/server/roster/read-roster';
import type { Roster } from '$lib/server/roster/roster';
import { describeProblem } from '$lib/server/roster/roster-problem';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	const { db } = await server();
	return {
		has: {
			classes: (await listClasses(db, schoolId)).length,
			pupils: await countPupils(db, schoolId),
			staff: (await listStaff(db, schoolId)).length
		}
	};
};

async function chosenFiles(form: FormData): Promise<Map<string, Uint8Array>> {
	const files = new Map<string, Uint8Array>();
	for (const value of form.getAll('files')) {
		if (value instanceof File && value.size > 0) files.set(value.name, await value.bytes());
	}
	return files;
}

/** What was looked at and what is imported must be the same. */
const digestOf = (roster: Roster): string =>
	createHash('sha256').update(JSON.stringify(roster)).digest('base64url');

async function importing(event: RequestEvent, really: boolean) {
	const { schoolId, staffId, role } = requireStaff(event, OFFICE_ROLES);
	const form = await event.request.formData();
	const typed = formText(form);
	const files = await chosenFiles(form);
	if (files.size === 0) return fail(400, { problem: 'roster.no-files' });
	const mapping = mappingFromFields(typed);
	const { roster, problems: found } = readRosterFiles(files, mapping);
	const problems = found.map((one) => ({
		severity: one.severity,
		...describeProblem(one, event.locals.language)
	}));
	const choices = plainChoices(files, mapping);
	if (!roster) return fail(400, { problem: 'roster.errors', problems, choices });
	const digest = digestOf(roster);
	const looked = typed['digest'] === digest;
	const running = await server();
	const outcome = await importRoster(running, {
		schoolId,
		roster,
		actor: staffId,
		dryRun: !really || !looked,
		mayNameLeads: role === 'lead',
		manyMayLeave: typed['manyMayLeave'] === 'yes'
	});
	if (outcome.kind === 'other-school') {
		return fail(409, { problem: 'roster.other-school', problems, choices });
	}
	const { plan, terms } = outcome;
	if (outcome.kind === 'imported') {
		await directoryChanged(running, schoolId);
		return { done: 'roster.imported', view: planView(plan) };
	}
	return {
		...(really && !looked && { problem: 'roster.look-first' }),
		...(outcome.kind === 'many-would-leave' && { problem: 'roster.many-leave' }),
		problems,
		choices,
		digest,
		view: planView(plan),
		nothingNew: isEmptyPlan(plan) && !terms,
		manyWouldLeave: plan.manyWouldLeave,
		leads: role === 'lead' ? plan.rolesToConfirm.map(({ displayName }) => displayName) : []
	};
}

export const actions: Actions = {
	check: (event) => importing(event, false),
	import: (event) => importing(event, true)
};
