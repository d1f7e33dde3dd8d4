// Envelopes of a small school's tablet as they are when the crossing has opened them, and what became
// of them.
import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import type { Routing, VisitWish } from '$lib/domain/check-in';
import { replay } from '$lib/domain/talk-request';
import type { OpenedEnvelope, Recorded } from '$lib/server/crossing/recorder';
import type { Db } from '$lib/server/database/open';
import { eventsOf } from '$lib/server/database/talk-requests';
import { recordRouting } from '$lib/server/talk-requests/record-routing';
import { onBothDatabases } from './on-both-databases';
import { checkInOf, type CheckIn } from './visit-messages';
import { makeSmallSchool, MONDAY_MORNING, type SmallSchool } from './small-school';

export const ask = (adultIds: string[]): VisitWish => ({
	kind: 'ask',
	adultIds,
	how: 'chat',
	when: 'lunch'
});

/** From the school's own tablet and just now, unless `over` says otherwise. */
export const openedFrom = (
	{ schoolId, kioskId }: SmallSchool,
	routing: Routing,
	over: Partial<OpenedEnvelope> = {}
): OpenedEnvelope => ({
	schoolId,
	kioskId,
	envelopeId: randomUUID(),
	digest: 'digest',
	routing,
	receivedAt: Date.now(),
	sealedWords: 'sealed',
	...over
});

export const record = (db: Db, one: OpenedEnvelope): Promise<Recorded> =>
	db.transaction().execute((tx) => recordRouting(tx, one));

/** One small school per database, made before its first test; everything here is about that school. */
export function onOpenedEnvelopes(
	name: string,
	suite: (about: ReturnType<typeof aboutSchool>) => void
): void {
	onBothDatabases(name, (database) => {
		let school: SmallSchool;
		beforeAll(async () => {
			school = await makeSmallSchool(database().db);
		});
		suite(
			aboutSchool(
				() => database().db,
				() => school
			)
		);
	});
}

export function aboutSchool(db: () => Db, school: () => SmallSchool) {
	const opened = (routing: Routing): OpenedEnvelope =>
		openedFrom(school(), routing, { receivedAt: MONDAY_MORNING });
	return {
		db,
		school,
		opened,

		/** Mali's, unless `over` says otherwise. */
		checkIn: (wish: VisitWish, over: Partial<CheckIn> = {}): OpenedEnvelope =>
			opened(checkInOf(school().pupils.mali, { at: MONDAY_MORNING, wish, ...over })),

		record: (one: OpenedEnvelope) => record(db(), one),

		/** `null` where it asked for nothing. */
		async requestOf(envelopeId: string) {
			const events = (await eventsOf(db(), school().schoolId, [envelopeId])).get(envelopeId);
			return events ? replay(events) : null;
		},

		noticesTo: (staffId: string) =>
			db()
				.selectFrom('notice')
				.selectAll()
				.where('school_id', '=', school().schoolId)
				.where('staff_id', '=', staffId)
				.execute()
	};
}
