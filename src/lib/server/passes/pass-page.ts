// What the page of passes says to one member of staff: what they may open now, and to leads who has opened
// what. Whoever is kept from a child finds neither.
import { APPROVED_PASSES_KEPT_MS } from '$lib/domain/passes';
import { childrenOf, adultsOf, kioskNames } from '../database/inbox';
import { approvedPasses, type PassRow } from '../database/passes';
import { loadPeople } from '../database/people-around';
import { loadSchoolRules } from '../database/school-rules';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';
import { sayTime, type SaidChild, type SaidTime } from '../talk-requests/say-request';
import { openersOfPass, passesAsked } from './passes';

export interface SaidPass {
	id: string;
	kioskName: string;
	child: SaidChild;
}

export interface OpenedPass extends SaidPass {
	by: string;
	at: SaidTime;
}

export interface PassPage {
	asked: SaidPass[];
	/** Newest first; empty for all but leads. */
	opened: OpenedPass[];
}

/** The ones this member of staff may open, oldest first. */
export async function passesFor(
	{ db }: Pick<RunningServer, 'db'>,
	{ schoolId, staffId }: Pick<RequestViewer, 'schoolId' | 'staffId'>,
	now: number
): Promise<PassRow[]> {
	const mine: PassRow[] = [];
	for (const pass of await passesAsked(db, schoolId, now)) {
		if ((await openersOfPass(db, pass, now)).includes(staffId)) mine.push(pass);
	}
	return mine;
}

/** The names of the tablets that ask this member of staff now. */
export async function kiosksThatAsk(
	{ db }: Pick<RunningServer, 'db'>,
	viewer: RequestViewer,
	now: number
): Promise<string[]> {
	const asked = await passesFor({ db }, viewer, now);
	if (asked.length === 0) return [];
	const kiosks = await kioskNames(db, viewer.schoolId);
	return [...new Set(asked.map(({ kiosk_id }) => kiosks.get(kiosk_id)?.name ?? ''))];
}

export async function loadPassPage(
	running: RunningServer,
	viewer: RequestViewer,
	now: number
): Promise<PassPage> {
	const { db, config } = running;
	const { schoolId } = viewer;
	const asked = await passesFor(running, viewer, now);
	const opened = viewer.role === 'lead' ? await openedFor(running, viewer, now) : [];
	const rules = await loadSchoolRules(db, schoolId, config);
	const pupilIds = [...asked, ...opened].map(({ pupil_id }) => pupil_id);
	const children = await childrenOf(db, schoolId, pupilIds);
	const kiosks = await kioskNames(db, schoolId);
	const adults = await adultsOf(db, schoolId);
	const say = ({ pass_id, kiosk_id, pupil_id }: PassRow): SaidPass => {
		const child = children.get(pupil_id);
		return {
			id: pass_id,
			kioskName: kiosks.get(kiosk_id)?.name ?? '',
			child: {
				name: child?.firstName ?? null,
				kind: 'known',
				picture: child?.picture ?? null,
				className: child?.className ?? null,
				emblem: child?.emblem ?? null
			}
		};
	};
	return {
		asked: asked.map(say),
		opened: opened.map((pass) => ({
			...say(pass),
			by: adults.get(pass.approved_by ?? '')?.name ?? '',
			at: sayTime(pass.approved_at ?? pass.asked_at, { rules, now })
		}))
	};
}

/** Not of a child from whom this lead is kept, nor where the child left this lead out. */
async function openedFor(
	{ db }: RunningServer,
	{ schoolId, staffId }: RequestViewer,
	now: number
): Promise<PassRow[]> {
	const passes = await approvedPasses(db, schoolId, now - APPROVED_PASSES_KEPT_MS);
	const pupilIds = passes.map(({ pupil_id }) => pupil_id);
	const { pupils } = await loadPeople(db, schoolId, { pupilIds, kioskIds: [] });
	return passes.filter((pass) => {
		const leftOut = JSON.parse(pass.excluded_json) as string[];
		const standing = pupils.get(pass.pupil_id)?.standingExcludedIds ?? [];
		return ![...leftOut, ...standing].includes(staffId);
	});
}
