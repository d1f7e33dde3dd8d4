import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { COME_ANSWERS } from '$lib/domain/cwtch';
import { ownWordOf } from '$lib/server/cards/own-words';
import { markEntry } from '$lib/server/entries/mark-entry';
import { MarkForm } from '$lib/server/entries/mark-form';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import {
	accept,
	answer,
	answerCome,
	AT_THE_KIOSK,
	close,
	handOn,
	helped,
	LONGEST_NOTE_CHARACTERS,
	markSeen,
	met,
	reflectToday,
	type Commanded
} from '$lib/server/talk-requests/commands';
import { loadRequestPage } from '$lib/server/talk-requests/request-page';
import type { RunningServer } from '$lib/server/running';
import type { RequestViewer } from '$lib/server/database/visible-requests';
import type { Actions, PageServerLoad } from './$types';

const Id = v.pipe(v.string(), v.uuid());
const HandOn = v.object({
	to: Id,
	note: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_NOTE_CHARACTERS)), '')
});
const Come = v.object({ said: v.picklist(COME_ANSWERS) });
const Close = v.object({
	outcome: v.picklist(['talked', 'helped', 'needs-more', 'handed-over', 'safeguarding'])
});

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	const { id } = event.params;
	const running = await server();
	const request = v.is(Id, id) ? await loadRequestPage(running, staff, id, Date.now()) : null;
	if (!request) error(404, { message: 'not-found' });
	return { request, ownWord: await ownWordOf(running.db, staff.schoolId, request.feeling) };
};

type Do = (running: RunningServer, staff: RequestViewer, id: string) => Promise<Commanded>;

/** Does it, and answers with what the page says afterwards. */
async function act(event: RequestEvent, done: string, run: Do) {
	const staff = requireStaff(event);
	const id = event.params.id ?? '';
	if (!v.is(Id, id)) error(404, { message: 'not-found' });
	const outcome = await run(await server(), staff, id);
	if (outcome.outcome === 'not-found') error(404, { message: 'not-found' });
	if (outcome.outcome === 'refused') return fail(409, { problem: `refused.${outcome.reason}` });
	return { done };
}

const fields = async (event: RequestEvent) => Object.fromEntries(await event.request.formData());
const unclear = () => fail(400, { problem: 'refused.unclear' });

export const actions: Actions = {
	seen: (event) => act(event, '', markSeen),
	coming: (event) =>
		act(event, 'answer.sent', (running, staff, id) =>
			answer(running, staff, id, { slot: 'now', placeId: AT_THE_KIOSK })
		),
	accept: (event) => act(event, '', accept),
	met: (event) => act(event, 'met.saved', met),
	entry: async (event) => {
		const staff = requireStaff(event);
		const form = v.safeParse(MarkForm, await fields(event));
		if (!form.success) return unclear();
		const { entryId, says } = form.output;
		const marked = await markEntry(await server(), staff, entryId, says, Date.now());
		if (marked !== 'done') return fail(409, { problem: `entry.${marked}` });
		return { done: `entry.${says}` };
	},
	helped: (event) => act(event, 'helped.saved', helped),
	come: async (event) => {
		requireStaff(event);
		const form = v.safeParse(Come, await fields(event));
		if (!form.success) return unclear();
		const { said } = form.output;
		return act(event, 'come.saved', (running, staff, id) => answerCome(running, staff, id, said));
	},
	today: (event) => act(event, 'reflect.today.saved', reflectToday),
	handOn: async (event) => {
		requireStaff(event);
		const form = v.safeParse(HandOn, await fields(event));
		if (!form.success) return unclear();
		const { to, note } = form.output;
		return act(event, 'handon.asked', (running, staff, id) =>
			handOn(running, staff, id, { staffId: to, note })
		);
	},
	close: async (event) => {
		requireStaff(event);
		const form = v.safeParse(Close, await fields(event));
		if (!form.success) return unclear();
		const { outcome } = form.output;
		const answered = await act(event, '', (running, staff, id) =>
			close(running, staff, id, outcome)
		);
		// A closed request has left the list; a safeguarding one stays and says what comes next.
		if ('done' in answered && outcome !== 'safeguarding') redirect(303, '/staff');
		return answered;
	}
};
