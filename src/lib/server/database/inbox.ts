// What the staff pages read: only ever requests that `visibleTo` lets through.
import type { TalkKind, TalkState } from '$lib/domain/talk-request';
import type { Db } from './open';
import { visibleTo, type RequestViewer } from './visible-requests';

/** More than this on one page helps nobody; the oldest are the ones that wait. */
const MOST_LISTED = 200;
const OPEN_STATES: TalkState[] = ['new', 'seen', 'arranged', 'met'];

export interface ListedRequest {
	requestId: string;
	pupilId: string | null;
	kioskId: string;
	kind: TalkKind;
	state: TalkState;
}

const columns = [
	'talk_request.request_id as requestId',
	'talk_request.pupil_id as pupilId',
	'talk_request.kiosk_id as kioskId',
	'talk_request.kind',
	'talk_request.state'
] as const;

type Row = Omit<ListedRequest, 'state'> & { state: string };
const asListed = (row: Row): ListedRequest => ({ ...row, state: row.state as TalkState });

/** The open requests that this viewer may see, and those taken back since a moment; oldest first. */
export async function listVisibleRequests(
	db: Db,
	viewer: RequestViewer,
	takenBackSince: number
): Promise<ListedRequest[]> {
	const rows = await db
		.selectFrom('talk_request')
		.select(columns)
		.where(visibleTo(viewer))
		.where((eb) =>
			eb.or([
				eb('talk_request.state', 'in', OPEN_STATES),
				eb.and([
					eb('talk_request.state', '=', 'taken-back'),
					eb('talk_request.asked_at', '>=', takenBackSince)
				])
			])
		)
		.orderBy('talk_request.asked_at')
		.limit(MOST_LISTED)
		.execute();
	return rows.map(asListed);
}

/** One request, if this viewer may see it; in any state. */
export async function visibleRequest(
	db: Db,
	viewer: RequestViewer,
	requestId: string
): Promise<ListedRequest | null> {
	const row = await db
		.selectFrom('talk_request')
		.select(columns)
		.where(visibleTo(viewer))
		.where('talk_request.request_id', '=', requestId)
		.executeTakeFirst();
	return row ? asListed(row) : null;
}

export interface ListedChild {
	firstName: string;
	distinguisher: string | null;
	/** Animal id. */
	picture: string;
	language: 'en' | 'cy' | null;
	className: string | null;
	emblem: string | null;
}

/** These children by name, each with their first class. */
export async function childrenOf(
	db: Db,
	schoolId: string,
	pupilIds: readonly string[]
): Promise<Map<string, ListedChild>> {
	const children = new Map<string, ListedChild>();
	if (pupilIds.length === 0) return children;
	const rows = await db
		.selectFrom('pupil')
		.leftJoin('class_pupil', (join) =>
			join
				.onRef('class_pupil.school_id', '=', 'pupil.school_id')
				.onRef('class_pupil.pupil_id', '=', 'pupil.pupil_id')
		)
		.leftJoin('class', (join) =>
			join
				.onRef('class.school_id', '=', 'class_pupil.school_id')
				.onRef('class.class_id', '=', 'class_pupil.class_id')
		)
		.select([
			'pupil.pupil_id',
			'pupil.first_name',
			'pupil.distinguisher',
			'pupil.picture',
			'pupil.language',
			'class.name as class_name',
			'class.emblem'
		])
		.where('pupil.school_id', '=', schoolId)
		.where('pupil.pupil_id', 'in', [...new Set(pupilIds)])
		.orderBy('pupil.first_name')
		.orderBy('class.name')
		.execute();
	for (const row of rows) {
		if (children.has(row.pupil_id)) continue;
		children.set(row.pupil_id, {
			firstName: row.first_name,
			distinguisher: row.distinguisher,
			picture: row.picture,
			language: row.language,
			className: row.class_name,
			emblem: row.emblem
		});
	}
	return children;
}

export interface ListedAdult {
	staffId: string;
	name: string;
	initials: string;
	pattern: number;
}

/** Everybody on the staff by id, also those who have left: a timeline names them still. */
export async function adultsOf(db: Db, schoolId: string): Promise<Map<string, ListedAdult>> {
	const rows = await db
		.selectFrom('staff_member')
		.select(['staff_id as staffId', 'display_name as name', 'initials', 'pattern'])
		.where('school_id', '=', schoolId)
		.execute();
	return new Map(rows.map((row) => [row.staffId, row]));
}

export async function kioskNames(
	db: Db,
	schoolId: string
): Promise<Map<string, { name: string; className: string | null; emblem: string | null }>> {
	const rows = await db
		.selectFrom('kiosk')
		.leftJoin('class', (join) =>
			join
				.onRef('class.school_id', '=', 'kiosk.school_id')
				.onRef('class.class_id', '=', 'kiosk.class_id')
		)
		.select(['kiosk.kiosk_id', 'kiosk.name', 'class.name as class_name', 'class.emblem'])
		.where('kiosk.school_id', '=', schoolId)
		.execute();
	return new Map(
		rows.map((row) => [
			row.kiosk_id,
			{ name: row.name, className: row.class_name, emblem: row.emblem }
		])
	);
}

/** Every class by id, also those that have ended. */
export async function classNames(
	db: Db,
	schoolId: string
): Promise<Map<string, { name: string; emblem: string }>> {
	const rows = await db
		.selectFrom('class')
		.select(['class_id', 'name', 'emblem'])
		.where('school_id', '=', schoolId)
		.execute();
	return new Map(rows.map(({ class_id, name, emblem }) => [class_id, { name, emblem }]));
}
