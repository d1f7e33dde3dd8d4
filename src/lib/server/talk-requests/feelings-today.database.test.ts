import { beforeEach, expect, it } from 'vitest';
import type { Routing, VisitWish } from '$lib/domain/check-in';
import type { StaffRole } from '$lib/domain/school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { aboutSchool, ask } from '../../../../tests/support/opened-envelopes';
import { runningOn } from '../../../../tests/support/running-on';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { loadFeelings } from './feelings-today';
import { loadInbox } from './inbox';

type CheckIn = Extract<Routing, { kind: 'check-in' }>;

const HOUR_MS = 60 * 60_000;
const SKIP: VisitWish = { kind: 'skip' };
const ROLES: Partial<Record<keyof SmallSchool['adults'], StaffRole>> = {
	rees: 'lead',
	jones: 'lead',
	head: 'head',
	office: 'office'
};

onBothDatabases('a feeling of today', (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});

	const checkIn = (wish: VisitWish, over: Partial<CheckIn> = {}, of = school) => {
		const about = aboutSchool(
			() => database().db,
			() => of
		);
		return about.record(about.checkIn(wish, over));
	};
	const viewer = (who: keyof SmallSchool['adults'], of = school) => ({
		schoolId: of.schoolId,
		staffId: of.adults[who],
		role: ROLES[who] ?? 'adult'
	});
	async function pageOf(who: keyof SmallSchool['adults'], now = MONDAY_MORNING + 1, of = school) {
		return loadFeelings(await runningOn(database()), viewer(who, of), now);
	}
	const told = async (who: keyof SmallSchool['adults'], now?: number) =>
		(await pageOf(who, now)).flatMap(({ children }) =>
			children.map(({ name, feeling }) => `${name}: ${feeling}`)
		);
	/** Who of the school sees one of Mali's. */
	async function seers(): Promise<string[]> {
		const seeing: string[] = [];
		for (const who of ['evans', 'bowen', 'price', 'rees', 'jones', 'head', 'office'] as const) {
			if ((await told(who)).length > 0) seeing.push(who);
		}
		return seeing;
	}
	const keepAway = (who: keyof SmallSchool['adults']) =>
		database()
			.db.insertInto('standing_exclusion')
			.values({
				school_id: school.schoolId,
				pupil_id: school.pupils.mali,
				staff_id: school.adults[who],
				set_by: school.adults.rees,
				set_at: MONDAY_MORNING
			})
			.execute();

	it('is seen by the adult greeted or asked and by leads, not by the class', async () => {
		await checkIn({ kind: 'hello', adultIds: [school.adults.price] });
		expect(await seers()).toEqual(['price', 'rees', 'jones']);
		await checkIn(ask([school.adults.evans]), { pupilId: school.pupils.owain });
		expect(await told('evans')).toEqual(['Owain: worried']);
		expect(await told('bowen')).toEqual([]);
	});

	it('is seen by the adults of the class and by leads where nobody was chosen', async () => {
		for (const wish of [SKIP, ask([]), { kind: 'hello', adultIds: [] } satisfies VisitWish]) {
			school = await makeSmallSchool(database().db);
			await checkIn(wish);
			expect(await seers()).toEqual(['evans', 'bowen', 'rees', 'jones']);
		}
	});

	it('is seen by leads alone where a child without a class chose nobody', async () => {
		await checkIn(SKIP, { pupilId: school.pupils.nobodysClass });
		expect(await seers()).toEqual(['rees', 'jones']);
		expect(await pageOf('rees')).toMatchObject([{ className: null, emblem: null }]);
	});

	it('is not seen by whoever was left out in that visit, lead or not', async () => {
		await checkIn(SKIP, { excludedAdultIds: [school.adults.bowen, school.adults.rees] });
		expect(await seers()).toEqual(['evans', 'jones']);
	});

	it('is not seen by whom leads keep away, nor by the class in their place', async () => {
		await checkIn(SKIP);
		await keepAway('evans');
		expect(await seers()).toEqual(['bowen', 'rees', 'jones']);

		await keepAway('price');
		const greeted = await checkIn(
			{ kind: 'hello', adultIds: [school.adults.price] },
			{ feeling: 'sad', at: MONDAY_MORNING + 1 }
		);
		expect(greeted).toMatchObject({ outcome: 'recorded', wake: [] });
		expect(await told('price')).toEqual([]);
		expect(await told('bowen')).toEqual(['Mali: worried']);
		const running = await runningOn(database());
		const inbox = await loadInbox(running, viewer('price'), 'mine', MONDAY_MORNING + 2);
		expect(inbox.hellos).toEqual([]);
	});

	it('is the latest that was told, with what was said more about it', async () => {
		await checkIn(SKIP, { feeling: 'sad', at: MONDAY_MORNING - HOUR_MS });
		await checkIn(SKIP, { feeling: 'calm', size: 2, clues: ['tummy'] });
		await checkIn(SKIP, { feeling: null });
		const [ofClass] = await pageOf('evans');
		expect(ofClass).toMatchObject({ className: 'Dosbarth Enfys', emblem: 'rainbow' });
		expect(ofClass?.children).toMatchObject([
			{ name: 'Mali', feeling: 'calm', details: { size: 2, clues: ['tummy'] } }
		]);
	});

	it('is nothing where the child would rather not say', async () => {
		await checkIn(SKIP, { feeling: 'sad', at: MONDAY_MORNING - HOUR_MS });
		await checkIn(SKIP, { feeling: 'rather-not-say' });
		expect(await seers()).toEqual([]);
	});

	it('stands by class and name, whatever it is', async () => {
		await checkIn(SKIP, { pupilId: school.pupils.nobodysClass, feeling: 'angry' });
		await checkIn(SKIP, { pupilId: school.pupils.owain, feeling: 'angry' });
		await checkIn(SKIP, { feeling: 'happy' });
		expect(await told('rees')).toEqual(['Mali: happy', 'Owain: angry', 'Gwen: angry']);
	});

	it('is gone on another day, and in another school', async () => {
		await checkIn(SKIP, { at: MONDAY_MORNING - 24 * HOUR_MS });
		expect(await seers()).toEqual([]);
		await checkIn(SKIP);
		expect(await told('evans', MONDAY_MORNING + 24 * HOUR_MS)).toEqual([]);
		const other = await makeSmallSchool(database().db);
		expect(await pageOf('rees', MONDAY_MORNING + 1, other)).toEqual([]);
	});

	it('goes with an ask that is taken back, but for leads', async () => {
		await checkIn(ask([school.adults.evans]));
		await database()
			.db.updateTable('talk_request')
			.set({ state: 'taken-back' })
			.where('school_id', '=', school.schoolId)
			.execute();
		expect(await seers()).toEqual(['rees', 'jones']);
	});
});
