// What a member of staff sees of the Cwtch: who is there, and how a child's stay goes on. Never who the
// child is, and nothing to whom the child or leads keep away.
import type { StayWord } from '$lib/domain/check-in';
import { ROOM_ADULTS_MS, STAY_LASTS_MS } from '$lib/domain/cwtch';
import { cwtchRooms, presencesSince, stayById, staysSince, type StayRow } from '../database/cwtch';
import { adultsOf } from '../database/inbox';
import type { Db } from '../database/open';
import { loadPeople, peopleAround } from '../database/people-around';
import { loadSchoolRules } from '../database/school-rules';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';
import { nameOfAdult, sayTime, type SaidTime } from '../talk-requests/say-request';

/** Who said to be ready has gone by then. */
const READY_SHOWN_MS = 10 * 60_000;

export interface SaidRoom {
	kioskId: string;
	name: string;
	/** Until when the viewer has said to be there. */
	meUntil: SaidTime | null;
	others: { name: string; until: SaidTime }[];
	/** The latest there, where there is one. */
	stay: SaidStay | null;
}

export interface SaidStay {
	began: SaidTime;
	/** The child is taken to be still there, and nobody has said that they are, too. */
	alone: boolean;
	said: { word: StayWord; at: SaidTime } | null;
}

export async function loadCwtchPage(
	running: RunningServer,
	viewer: RequestViewer,
	now: number
): Promise<SaidRoom[]> {
	const { db, config } = running;
	const { schoolId, staffId } = viewer;
	const rooms = await cwtchRooms(db, schoolId);
	if (rooms.length === 0) return [];
	const rules = await loadSchoolRules(db, schoolId, config);
	const adults = await adultsOf(db, schoolId);
	const said = await presencesSince(db, schoolId, now - ROOM_ADULTS_MS);
	const here = said.filter(({ hereUntil }) => hereUntil > now);
	const stays = await visibleStays(running, viewer, now);
	const time = (at: number) => sayTime(at, { rules, now });
	return rooms.map(({ kioskId, name }) => {
		const inRoom = here.filter((one) => one.kioskId === kioskId);
		const me = inRoom.find((one) => one.staffId === staffId);
		const stay = stays.find((one) => one.kiosk_id === kioskId);
		return {
			kioskId,
			name,
			meUntil: me ? time(me.hereUntil) : null,
			others: inRoom
				.filter((one) => one !== me)
				.map((one) => ({ name: nameOfAdult(adults, one.staffId), until: time(one.hereUntil) })),
			stay: stay
				? {
						began: time(stay.began_at),
						alone: (stay.open_until ?? 0) > now && inRoom.length === 0,
						said:
							stay.said === null || stay.said_at === null
								? null
								: { word: stay.said, at: time(stay.said_at) }
					}
				: null
		};
	});
}

/** Names of rooms in which something asks for a look: a child alone, or who would like to go on otherwise. */
export const roomsThatAsk = (rooms: readonly SaidRoom[]): string[] =>
	rooms
		.filter(
			({ stay }) => stay?.alone || stay?.said?.word === 'ready' || stay?.said?.word === 'talk'
		)
		.map(({ name }) => name);

async function visibleStays(
	{ db }: RunningServer,
	viewer: RequestViewer,
	now: number
): Promise<StayRow[]> {
	if (viewer.role === 'office') return [];
	const stays = (await staysSince(db, viewer.schoolId, now - STAY_LASTS_MS)).filter(
		({ said, said_at }) => said !== 'ready' || now - (said_at ?? 0) < READY_SHOWN_MS
	);
	return withoutHidden(db, viewer, stays, now);
}

/** False too when there is none. */
export async function maySeeStayOf(
	db: Db,
	viewer: RequestViewer,
	stayId: string,
	now: number
): Promise<boolean> {
	const stay = await stayById(db, viewer.schoolId, stayId);
	return stay !== null && (await withoutHidden(db, viewer, [stay], now)).length > 0;
}

/** Nothing of children whom this viewer is kept away from. */
async function withoutHidden(
	db: Db,
	{ schoolId, staffId }: RequestViewer,
	stays: readonly StayRow[],
	now: number
): Promise<StayRow[]> {
	const pupilIds = stays.flatMap(({ pupil_id }) => pupil_id ?? []);
	const people = await loadPeople(db, schoolId, { pupilIds, kioskIds: [] });
	return stays.filter(({ pupil_id: pupilId, kiosk_id: kioskId, excluded_json }) => {
		const excludedByChildIds = JSON.parse(excluded_json) as string[];
		const around = peopleAround(people, { pupilId, kioskId, excludedByChildIds }, now);
		return !around.excludedIds.includes(staffId);
	});
}
