import { expect, it } from 'vitest';
import { openChildWords } from '$lib/crossing/open-child-words';
import { NO_WORDS, packChildWords } from '$lib/crossing/child-words';
import { seal } from '$lib/crossing/seal';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ask, onOpenedEnvelopes } from '../../../../tests/support/opened-envelopes';
import { MONDAY_MORNING } from '../../../../tests/support/small-school';
import { needOf } from '../../../../tests/support/visit-messages';
import type { StaffRole } from '$lib/domain/school';
import { auditOf } from '../database/audit';
import type { RunningServer } from '../running';
import { readWordsOfRequest } from './child-words';

const text = 'I dont want to go home on friday';

onOpenedEnvelopes(
	'a child’s own words',
	({ checkIn, db, noticesTo, opened, record, requestOf, school }) => {
		it('that came with a hello are given to that adult, with a notice and a clock', async () => {
			const { adults } = school();
			const before = (await noticesTo(adults.price)).length;
			const one = checkIn({ kind: 'hello', adultIds: [adults.price] }, { withWords: true });
			await record(one);
			expect(await requestOf(one.envelopeId)).toMatchObject({
				kind: 'talk',
				how: null,
				withWords: true,
				holderIds: [adults.price]
			});
			expect(await noticesTo(adults.price)).toHaveLength(before + 1);
			const due = await db()
				.selectFrom('due_work')
				.select('kind')
				.where('work_id', '=', one.envelopeId)
				.executeTakeFirstOrThrow();
			expect(due.kind).toBe('hand-on');
			const hello = await db()
				.selectFrom('hello')
				.select('staff_id')
				.where('hello_id', '=', one.envelopeId)
				.execute();
			expect(hello).toEqual([{ staff_id: adults.price }]);
		});

		it('are read although nothing was wanted: by the class, and never by whoever was left out', async () => {
			const { adults } = school();
			const one = checkIn({ kind: 'skip' }, { withWords: true, excludedAdultIds: [adults.evans] });
			await record(one);
			await record(one);
			expect((await requestOf(one.envelopeId))?.holderIds).toEqual([adults.bowen]);
			const everybody = checkIn(
				{ kind: 'hello', adultIds: [adults.evans] },
				{ withWords: true, excludedAdultIds: [adults.evans, adults.bowen] }
			);
			await record(everybody);
			expect((await requestOf(everybody.envelopeId))?.holderIds.sort()).toEqual(
				[adults.rees, adults.jones].sort()
			);
		});

		it('are noted with an ask, a need and a new child', async () => {
			const { adults, classId } = school();
			const asked = checkIn(ask([adults.evans]), { withWords: true });
			await record(asked);
			expect(await requestOf(asked.envelopeId)).toMatchObject({ how: 'chat', withWords: true });
			const at = MONDAY_MORNING;
			const need = opened(needOf(school().pupils.mali, { at, need: 'poorly', withWords: true }));
			await record(need);
			expect(await requestOf(need.envelopeId)).toMatchObject({ need: 'poorly', withWords: true });
			const isNew = checkIn({ kind: 'skip' }, { newInClassId: classId, withWords: true });
			await record(isNew);
			expect(await requestOf(isNew.envelopeId)).toMatchObject({ how: null, withWords: true });
		});

		it('can be read by whoever may see the request, which is written down, and by nobody else', async () => {
			const { adults, schoolId } = school();
			const identity = await generateX25519Identity();
			const recipient = await identityToRecipient(identity);
			const sealed = await seal({ v: 1, kind: 'cover' }, packChildWords({ ...NO_WORDS, text }), {
				routing: recipient,
				words: [recipient]
			});
			const one = {
				...checkIn(ask([adults.evans]), { withWords: true, excludedAdultIds: [adults.jones] }),
				sealedWords: sealed.words
			};
			await record(one);
			const running = (wordsIdentity: string) =>
				({ db: db(), keys: { words: { identity: wordsIdentity } } }) as unknown as RunningServer;
			const readBy = (staffId: string, role: StaffRole, key = identity) =>
				readWordsOfRequest(running(key), { schoolId, staffId, role }, one.envelopeId);
			for (const [staffId, role] of [
				[adults.evans, 'adult'],
				[adults.rees, 'lead']
			] as const) {
				const read = await readBy(staffId, role);
				expect(read.outcome === 'opened' && openChildWords(read.packed)).toMatchObject({
					kind: 'words',
					words: { text }
				});
			}
			expect(await readBy(adults.price, 'adult')).toEqual({ outcome: 'not-found' });
			expect(await readBy(adults.jones, 'lead')).toEqual({ outcome: 'not-found' });
			const readers = await auditOf(db(), schoolId, 'words-read');
			expect(readers.map(({ actor, subject }) => [actor, subject])).toEqual([
				[adults.evans, one.envelopeId],
				[adults.rees, one.envelopeId]
			]);
			expect(JSON.stringify(readers)).not.toContain('friday');
			expect(await readBy(adults.evans, 'adult', await generateX25519Identity())).toEqual({
				outcome: 'not-readable'
			});
		});
	}
);
