import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { StaffRole } from '$lib/domain/school';
import { replay, type TalkEvent } from '$lib/domain/talk-request';
import { maySee } from '$lib/domain/visibility';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { appendEvents, insertTalkRequests } from './talk-requests';
import { visibleTo } from './visible-requests';

type Name = keyof SmallSchool['adults'];
const ROLES: Record<Name, StaffRole> = {
	evans: 'adult',
	bowen: 'adult',
	price: 'adult',
	rees: 'lead',
	jones: 'lead',
	head: 'head',
	office: 'office'
};
const NAMES = Object.keys(ROLES) as Name[];

onBothDatabases('what a viewer sees', (database) => {
	it('is in every case what the rule of the domain says', async () => {
		const { db } = database();
		const school = await makeSmallSchool(db);
		const { schoolId, adults, pupils, kioskId } = school;
		const id = (name: Name) => adults[name];
		await db
			.insertInto('standing_exclusion')
			.values(
				(['jones', 'bowen'] as const).map((name) => ({
					school_id: schoolId,
					pupil_id: pupils.owain,
					staff_id: id(name),
					set_by: id('rees'),
					set_at: 0
				}))
			)
			.execute();
		const standing: Record<string, string[]> = { [pupils.owain]: [id('jones'), id('bowen')] };

		const given: Name[][] = [[], ['evans'], ['bowen', 'rees'], ['head'], ['office', 'price']];
		const laterOnes: ((by: string) => TalkEvent[])[] = [
			() => [],
			(by) => [{ kind: 'seen', at: 2, by }],
			(by) => [
				{ kind: 'seen', at: 2, by },
				{ kind: 'taken-back', at: 3 }
			],
			() => [{ kind: 'taken-back', at: 3 }],
			(by) => [
				{
					kind: 'handed-on',
					at: 2,
					by,
					fromId: by,
					toIds: [id('price')],
					reason: 'by-person',
					step: 0,
					note: null
				},
				{ kind: 'accepted', at: 3, by: id('price') }
			],
			(by) => [{ kind: 'closed', at: 4, by, outcome: 'talked' }]
		];
		const made = new Map<string, { events: TalkEvent[]; pupilId: string | null }>();
		for (const pupilId of [pupils.mali, pupils.owain, null])
			for (const holders of given)
				for (const excluded of [[], ['rees'], ['evans', 'price']] as Name[][])
					for (const later of laterOnes) {
						const requestId = randomUUID();
						const asked: TalkEvent = {
							kind: 'asked',
							at: MONDAY_MORNING,
							talk: 'talk',
							pupilId,
							kioskId,
							chosenAdultIds: holders.slice(0, 1).map(id),
							excludedAdultIds: excluded.map(id),
							how: 'chat',
							when: 'lunch',
							need: null,
							feeling: null,
							certainty: 'not-asked',
							givenToIds: holders.map(id)
						};
						const added = later(holders[0] ? id(holders[0]) : id('rees'));
						const events = [asked, ...added];
						await insertTalkRequests(db, schoolId, [
							{
								requestId,
								pupilId,
								kioskId,
								kind: 'talk',
								askedAt: MONDAY_MORNING,
								envelopeId: requestId,
								envelopeDigest: 'd',
								sealedWords: '',
								event: asked,
								request: replay([asked])
							}
						]);
						await appendEvents(db, schoolId, requestId, 1, added, replay(events));
						made.set(requestId, { events, pupilId });
					}

		for (const name of NAMES) {
			const viewer = { schoolId, staffId: id(name), role: ROLES[name] };
			const rows = await db
				.selectFrom('talk_request')
				.select('request_id')
				.where(visibleTo(viewer))
				.execute();
			const expected = [...made].filter(([, { events, pupilId }]) => {
				const excludedIds = pupilId === null ? [] : (standing[pupilId] ?? []);
				return maySee(viewer, replay(events), { excludedIds }) === 'all';
			});
			expect([name, rows.map((row) => row.request_id).sort()]).toEqual([
				name,
				expected.map(([requestId]) => requestId).sort()
			]);
		}
		// Nobody of another school sees any of it, whatever their role.
		const other = await makeSmallSchool(db);
		const viewer = { schoolId: other.schoolId, staffId: other.adults.rees, role: 'lead' as const };
		const rows = await db.selectFrom('talk_request').selectAll().where(visibleTo(viewer)).execute();
		expect(rows).toEqual([]);
	});
});
