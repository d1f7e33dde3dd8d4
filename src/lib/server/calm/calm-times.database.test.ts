import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { VISIT_LASTS_MS } from '$lib/domain/calm-time';
import type { Routing, VisitWish } from '$lib/domain/check-in';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningSchool } from '../../../../tests/support/running-school';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { calmOf } from '../../../../tests/support/visit-messages';
import { addOwnActivity, removeOwnActivity } from '../activities/own-activities';
import { entriesToday } from '../entries/entries-today';
import { markEntry } from '../entries/mark-entry';
import { sayWhose } from '../entries/say-whose';
import { loadFeelings } from '../talk-requests/feelings-today';
import { loadWhatHelps } from './what-helps';

type Adult = keyof SmallSchool['adults'];
type Calm = Extract<Routing, { kind: 'calm' }>;

const EVERYBODY: Adult[] = ['evans', 'bowen', 'price', 'rees', 'jones', 'head', 'office'];
const SECOND_MS = 1_000;
const SKIP: VisitWish = { kind: 'skip' };
const OVER = MONDAY_MORNING + VISIT_LASTS_MS;

onBothDatabases('what a child did in the calm space', (database) => {
	const at = runningSchool(database);
	const { about, viewer } = at;
	const calm = async (over: Partial<Calm> = {}) => {
		const one = about.opened(calmOf(at.school.pupils.mali, { at: MONDAY_MORNING, ...over }));
		return { id: one.envelopeId, outcome: await about.record(one) };
	};
	/** In the same visit, a little later. */
	const checkIn = async (wish: VisitWish, excludedAdultIds: string[] = []) => {
		const at = MONDAY_MORNING + 30 * SECOND_MS;
		const one = about.checkIn(wish, { at, excludedAdultIds });
		one.receivedAt = at;
		await about.record(one);
		return one.envelopeId;
	};
	const helps = (name: Adult, pupilId = at.school.pupils.mali, now = OVER) =>
		loadWhatHelps(at.running, viewer(name), pupilId, now);
	const lines = async (name: Adult, pupilId = at.school.pupils.mali, now = OVER) =>
		(await helps(name, pupilId, now))?.days.flatMap((day) =>
			day.lines.map(({ activity, after }) => `${activity}: ${after ?? '-'}`)
		);
	async function seers(now = OVER): Promise<Adult[]> {
		const seeing: Adult[] = [];
		for (const name of EVERYBODY) {
			const said = await lines(name, at.school.pupils.mali, now);
			if (said && said.length > 0) seeing.push(name);
		}
		return seeing;
	}

	it('is said in words to the adults of the class and the leads, the latest first', async () => {
		await calm({ activity: 'sand', after: 'same', at: MONDAY_MORNING - 60 * SECOND_MS });
		await calm({ activity: 'moonwalk', after: null, ended: 'stopped' });
		expect(await seers()).toEqual(['evans', 'bowen', 'rees', 'jones']);
		expect(await lines('evans')).toEqual(['moonwalk: -', 'sand: same']);
	});

	it('says what the school has added by its name, for as long as it has it', async () => {
		const by = { schoolId: at.school.schoolId, staffId: at.school.adults.office };
		const added = await addOwnActivity(at.running, by, {
			nameEn: 'Like a mountain',
			nameCy: 'Fel mynydd',
			kind: 'body',
			from: 4,
			to: 11,
			fits: [],
			stepsEn: '8 Sit.',
			stepsCy: 'Eistedda.'
		});
		const activity = added.outcome === 'added' ? added.id : '';
		await calm({ activity });
		const names = async () =>
			(await helps('evans'))?.days.flatMap((day) => day.lines.map(({ name }) => name?.cy));
		expect(await names()).toEqual(['Fel mynydd']);
		await removeOwnActivity(at.running, by, activity);
		expect(await names()).toEqual([undefined]);
	});

	it('is said by whom it would be said of a feeling, once the visit is over', async () => {
		await calm();
		expect(await seers(OVER - 1)).toEqual([]);
		await checkIn({ kind: 'hello', adultIds: [at.school.adults.price] }, [at.school.adults.rees]);
		// Whom the child chose and left out at the end of the visit counts for all of it.
		expect(await seers(MONDAY_MORNING + 31 * SECOND_MS)).toEqual(['price', 'jones']);
	});

	it('is kept from whom leads keep away, who have the page of a child of their class all the same', async () => {
		await calm({ excludedAdultIds: [at.school.adults.jones] });
		await at.running.db
			.insertInto('standing_exclusion')
			.values({
				school_id: at.school.schoolId,
				pupil_id: at.school.pupils.mali,
				staff_id: at.school.adults.bowen,
				set_by: at.school.adults.rees,
				set_at: MONDAY_MORNING
			})
			.execute();
		expect(await seers()).toEqual(['evans', 'rees']);
		for (const name of ['bowen', 'jones'] as const)
			expect(await helps(name)).toMatchObject({ child: { name: 'Mali' }, days: [] });
	});

	it('has an empty page for a child of whom there is nothing, and none for strangers', async () => {
		await calm();
		expect(await helps('evans', at.school.pupils.owain)).toMatchObject({ days: [], isCut: false });
		for (const name of ['price', 'head', 'office'] as const) expect(await helps(name)).toBeNull();
		expect(await helps('rees', randomUUID())).toBeNull();
		const other = await makeSmallSchool(at.running.db);
		expect(await helps('rees', other.pupils.mali)).toBeNull();
	});

	it('is kept without a child where nobody said who', async () => {
		const { id, outcome } = await calm({ pupilId: null, after: 'bigger' });
		expect(outcome).toMatchObject({ outcome: 'recorded', wake: [] });
		const row = await at.running.db
			.selectFrom('calm_time')
			.select(['pupil_id', 'kiosk_id', 'activity'])
			.where('calm_id', '=', id)
			.executeTakeFirstOrThrow();
		expect(row).toEqual({ pupil_id: null, kiosk_id: at.school.kioskId, activity: 'balloon' });
		expect(await seers()).toEqual([]);
	});

	it('goes to quarantine where the child or an adult left out is not the school’s', async () => {
		expect((await calm({ pupilId: randomUUID() })).outcome).toEqual({
			outcome: 'quarantine',
			reason: 'unknown-pupil'
		});
		expect((await calm({ excludedAdultIds: [randomUUID()] })).outcome).toEqual({
			outcome: 'quarantine',
			reason: 'unknown-adult'
		});
		expect(await seers()).toEqual([]);
	});

	it('is recorded once, however often it arrives', async () => {
		const one = about.opened(calmOf(at.school.pupils.mali, { at: MONDAY_MORNING }));
		await about.record(one);
		expect(await about.record(one)).toMatchObject({ outcome: 'recorded' });
		expect(await lines('evans')).toEqual(['balloon: smaller']);
	});

	it('stands discreetly with the feelings of its day', async () => {
		await calm();
		await checkIn(SKIP);
		await calm({ pupilId: at.school.pupils.owain, feeling: null, activity: 'sand', after: 'same' });
		const [ofClass] = await loadFeelings(at.running, viewer('evans'), OVER);
		expect(ofClass?.children).toMatchObject([
			{ name: 'Mali', feeling: 'worried', calm: [{ activity: 'balloon', after: 'smaller' }] },
			{ name: 'Owain', feeling: null, calm: [{ activity: 'sand', after: 'same' }] }
		]);
		expect(await loadFeelings(at.running, viewer('price'), OVER)).toEqual([]);
		const tomorrow = OVER + 24 * 60 * 60 * SECOND_MS;
		expect(await loadFeelings(at.running, viewer('evans'), tomorrow)).toEqual([]);
	});

	it('leaves the page of a child whose face was tapped by mistake, and stands with the right one', async () => {
		const { id } = await calm();
		expect((await entriesToday(at.running, viewer('evans'), OVER)).map((one) => one.id)).toEqual([
			id
		]);
		expect(await markEntry(at.running, viewer('price'), id, 'not-this-child', OVER)).toBe(
			'not-found'
		);
		expect(await markEntry(at.running, viewer('evans'), id, 'not-this-child', OVER)).toBe('done');
		expect(await seers()).toEqual([]);
		const named = await sayWhose(at.running, viewer('evans'), id, at.school.pupils.owain, OVER);
		expect(named).toBe('done');
		expect(await lines('bowen', at.school.pupils.owain)).toEqual(['balloon: smaller']);
		expect(await helps('bowen', at.school.pupils.owain)).toMatchObject({
			days: [{ lines: [{ saidBy: 'Miss Evans' }] }]
		});
		expect(await lines('bowen')).toEqual([]);
		const [ofClass] = await loadFeelings(at.running, viewer('bowen'), OVER);
		expect(ofClass?.children).toMatchObject([{ name: 'Owain', saidBy: 'Miss Evans' }]);
	});

	it('goes with the check-in of its visit, which is the one entry of both', async () => {
		await calm();
		const checkInId = await checkIn(SKIP);
		const entries = await entriesToday(at.running, viewer('evans'), OVER);
		expect(entries.map((one) => one.id)).toEqual([checkInId]);
		await markEntry(at.running, viewer('evans'), checkInId, 'not-this-child', OVER);
		expect(await seers()).toEqual([]);
		await markEntry(at.running, viewer('evans'), checkInId, 'this-child', OVER);
		expect(await seers()).toEqual(['evans', 'bowen', 'rees', 'jones']);
	});
});
