// The inbox of one adult: hellos and requests in the order of what is due.
import { askedTogether } from '$lib/domain/asked-together';
import { midnightBefore } from '$lib/domain/school-time';
import { hellosTo } from '../database/check-ins';
import { listVisibleRequests } from '../database/inbox';
import { loadSchoolRules } from '../database/school-rules';
import { eventsOf } from '../database/talk-requests';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';
import { DUE_HEADINGS } from './due-heading';
import {
	loadTelling,
	nameOf,
	sayRequest,
	withAgain,
	type InboxItem,
	type Said
} from './say-request';

export type Show = 'mine' | 'team' | 'all';

export interface Inbox {
	show: Show;
	items: InboxItem[];
	hellos: { name: string; className: string | null; saidBack: boolean }[];
	timeZone: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export async function loadInbox(
	running: RunningServer,
	viewer: RequestViewer,
	show: Show,
	now: number
): Promise<Inbox> {
	const { db, config } = running;
	const listed = await listVisibleRequests(db, viewer, now - DAY_MS);
	const rules = await loadSchoolRules(db, viewer.schoolId, config);
	const events = await eventsOf(
		db,
		viewer.schoolId,
		listed.map((one) => one.requestId)
	);
	const telling = await loadTelling(db, viewer, rules, listed, now);
	const said = listed
		.flatMap((one) => {
			const own = events.get(one.requestId);
			return own ? sayRequest(one.requestId, own, telling) : [];
		})
		.filter(({ item, holds }) => {
			if (show === 'all') return true;
			return show === 'mine' ? item.mine : holds && !item.mine;
		})
		.sort(inOrder);
	const items = askedTogether(said).map(([first, ...others]) => withAgain(first, others));
	const midnight = midnightBefore(now, rules.timetable);
	const hellos =
		show === 'mine' ? await hellosTo(db, viewer.schoolId, viewer.staffId, midnight) : [];
	return {
		show,
		items,
		hellos: hellos.map((hello) => ({
			name: nameOf(hello),
			className: hello.className,
			saidBack: hello.saidBack
		})),
		timeZone: rules.timetable.timeZone
	};
}

const inOrder = (a: Said, b: Said) =>
	Number(b.item.kind === 'urgent') - Number(a.item.kind === 'urgent') ||
	DUE_HEADINGS.indexOf(a.item.heading) - DUE_HEADINGS.indexOf(b.item.heading) ||
	a.dueAt - b.dueAt;
