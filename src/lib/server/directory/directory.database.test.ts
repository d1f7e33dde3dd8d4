import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { Directory } from '$lib/crossing/directory';
import { isDirectoryGenuine } from '$lib/crossing/directory-signature';
import { verifyingKey } from '$lib/crossing/receipt';
import { atKiosk, directoryOn } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import type { PairedKiosk } from '../../../../tests/support/paired-kiosk';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import type { RunningServer } from '../running';
import { issuePictures } from '../secret-pictures/secret-pictures';
import { answerDirectory } from './answer-directory';

const PATH = '/crossing/v1/directory';

onBothDatabases('the directory', (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});

	const here = (classId: string | null) => atKiosk(database(), school, classId);
	async function fetched(running: RunningServer, kiosk: PairedKiosk, ifNoneMatch = '') {
		const headers = { 'if-none-match': ifNoneMatch };
		return answerDirectory(running, await kiosk.request('GET', PATH, { headers }));
	}
	const pupilNamed = (directory: Directory, name: string) =>
		directory.pupils.find(({ firstName }) => firstName === name);
	const agree = async (staffIds: string[]) => {
		const { db } = database();
		const { schoolId } = school;
		await db
			.updateTable('staff_member')
			.set({ may_be_asked: 0 })
			.where('school_id', '=', schoolId)
			.execute();
		for (const staffId of staffIds) {
			await db
				.updateTable('staff_member')
				.set({ may_be_asked: 1 })
				.where('school_id', '=', schoolId)
				.where('staff_id', '=', staffId)
				.execute();
		}
	};

	it('of a class kiosk has the pupils of its class, and of no other', async () => {
		const { running, kiosk } = await here(school.classId);
		const directory = await directoryOn(running, kiosk);
		expect(directory.pupils.map(({ firstName }) => firstName)).toEqual(['Mali', 'Owain']);
		expect(directory.classes).toEqual([
			{
				id: school.classId,
				name: 'Dosbarth Enfys',
				emblem: 'rainbow',
				adultIds: [school.adults.evans, school.adults.bowen]
			}
		]);
		expect(directory.kiosk).toMatchObject({ id: kiosk.kioskId, classId: school.classId });
		expect(directory.keys).toEqual({
			routing: running.keys.routing.recipient,
			words: [running.keys.words.recipient]
		});
	});

	it('of any other kiosk has everybody, and of one whose class has ended too', async () => {
		const everybody = ['Gwen', 'Mali', 'Owain'];
		const open = await here(null);
		const names = async ({ running, kiosk }: typeof open) =>
			(await directoryOn(running, kiosk)).pupils.map(({ firstName }) => firstName);
		expect(await names(open)).toEqual(everybody);
		const ofClass = await here(school.classId);
		await database()
			.db.updateTable('class')
			.set({ left_at: Date.now() })
			.where('class_id', '=', school.classId)
			.execute();
		expect(await names(ofClass)).toEqual(everybody);
	});

	it('says how many special pictures each child has: as given, also in the next school year', async () => {
		const { running, kiosk } = await here(school.classId);
		const { schoolId, pupils, adults } = school;
		await issuePictures(running, { schoolId, pupilIds: [pupils.mali], by: adults.office });
		await running.db.updateTable('pupil').set({ year_group: 3 }).execute();
		const directory = await directoryOn(running, kiosk);
		expect(pupilNamed(directory, 'Mali')?.pictureCount).toBe(3);
		expect(pupilNamed(directory, 'Owain')?.pictureCount).toBe(4);
	});

	it('has nothing of another school', async () => {
		const other = await makeSmallSchool(database().db);
		const { running, kiosk } = await here(null);
		const body = await (await fetched(running, kiosk)).text();
		for (const id of [other.schoolId, other.classId, ...Object.values(other.pupils)]) {
			expect(body).not.toContain(id);
		}
	});

	it('has not those who have left', async () => {
		const { running, kiosk } = await here(null);
		const { schoolId: id, adults, pupils } = school;
		const { db } = running;
		const left_at = Date.now();
		await db
			.updateTable('pupil')
			.set({ left_at })
			.where('school_id', '=', id)
			.where('pupil_id', '=', pupils.owain)
			.execute();
		await db
			.updateTable('staff_member')
			.set({ left_at })
			.where('school_id', '=', id)
			.where('staff_id', '=', adults.evans)
			.execute();
		const directory = await directoryOn(running, kiosk);
		expect(pupilNamed(directory, 'Owain')).toBeUndefined();
		expect(JSON.stringify(directory)).not.toContain(adults.evans);
		expect(pupilNamed(directory, 'Mali')?.trustedAdultIds).toEqual([adults.price]);
	});

	it('shows the adults whom the child has named, else those of the class, else the leads', async () => {
		const { running, kiosk } = await here(null);
		const { evans, bowen, price, rees, jones } = school.adults;
		const directory = await directoryOn(running, kiosk);
		expect(pupilNamed(directory, 'Mali')?.trustedAdultIds).toEqual([evans, price]);
		expect(pupilNamed(directory, 'Owain')?.trustedAdultIds).toEqual([evans, bowen]);
		expect(pupilNamed(directory, 'Gwen')?.trustedAdultIds).toEqual([jones, rees]);
	});

	it('offers only adults who agreed, and the leads', async () => {
		const { running, kiosk } = await here(null);
		const { bowen, price, rees, jones } = school.adults;
		await agree([bowen, price]);
		const directory = await directoryOn(running, kiosk);
		expect(directory.adults.map(({ id }) => id).sort()).toEqual([bowen, price, rees, jones].sort());
		expect(directory.adults.filter(({ lead }) => lead).map(({ id }) => id)).toEqual([jones, rees]);
		expect(pupilNamed(directory, 'Mali')?.trustedAdultIds).toEqual([price]);
		expect(pupilNamed(directory, 'Owain')?.trustedAdultIds).toEqual([bowen]);
		expect(directory.classes[0]?.adultIds).toEqual([bowen]);
	});

	it("offers the class's adults and then the leads where nobody has agreed yet", async () => {
		const { running, kiosk } = await here(null);
		const { evans, bowen, rees, jones } = school.adults;
		await agree([]);
		const directory = await directoryOn(running, kiosk);
		expect(pupilNamed(directory, 'Owain')?.trustedAdultIds).toEqual([evans, bowen, jones, rees]);
		expect(pupilNamed(directory, 'Gwen')?.trustedAdultIds).toEqual([jones, rees]);
		const known = new Set(directory.adults.map(({ id }) => id));
		for (const { trustedAdultIds } of directory.pupils) {
			expect(trustedAdultIds.every((id) => known.has(id))).toBe(true);
		}
	});

	it('is the same bytes with a standing exclusion as without', async () => {
		const { running, kiosk } = await here(null);
		const before = await (await fetched(running, kiosk)).text();
		await running.db
			.insertInto('standing_exclusion')
			.values(
				Object.values(school.pupils).map((pupil_id) => ({
					school_id: school.schoolId,
					pupil_id,
					staff_id: school.adults.evans,
					set_by: school.adults.rees,
					set_at: Date.now()
				}))
			)
			.execute();
		expect(await (await fetched(running, kiosk)).text()).toBe(before);
	});

	it('tells two of one name apart, and only those', async () => {
		const { running, kiosk } = await here(school.classId);
		const { schoolId: school_id, classId: class_id, pupils } = school;
		const pupil_id = randomUUID();
		await running.db
			.insertInto('pupil')
			.values({ school_id, pupil_id, first_name: 'MALI', distinguisher: 'T', picture: 'fox' })
			.execute();
		await running.db.insertInto('class_pupil').values({ school_id, class_id, pupil_id }).execute();
		await running.db
			.updateTable('pupil')
			.set({ distinguisher: 'J' })
			.where('school_id', '=', school_id)
			.where('pupil_id', 'in', [pupils.mali, pupils.owain])
			.execute();
		const directory = await directoryOn(running, kiosk);
		const shown = new Map(directory.pupils.map((pupil) => [pupil.id, pupil.distinguisher]));
		expect(shown.get(pupil_id)).toBe('T');
		expect(shown.get(pupils.mali)).toBe('J');
		expect(shown.get(pupils.owain)).toBeNull();
	});

	it('is in the order of the alphabet, the same on both databases', async () => {
		const { running, kiosk } = await here(null);
		const names = ['åsa', 'Ŵyn', 'Zoë', 'ann', 'Ann'];
		const { schoolId: school_id } = school;
		await running.db
			.insertInto('pupil')
			.values(
				names.map((first_name) => ({
					school_id,
					pupil_id: randomUUID(),
					first_name,
					picture: 'fox'
				}))
			)
			.execute();
		const directory = await directoryOn(running, kiosk);
		expect(directory.pupils.map(({ firstName }) => firstName)).toEqual([
			'ann',
			'Ann',
			'åsa',
			'Gwen',
			'Mali',
			'Owain',
			'Ŵyn',
			'Zoë'
		]);
	});

	it('has composed names, bands by year, and nothing more of a child than it needs', async () => {
		const { running, kiosk } = await here(null);
		const { schoolId: school_id, classId, pupils } = school;
		const { db } = running;
		await db
			.updateTable('pupil')
			.set({ first_name: 'Siân'.normalize('NFD'), year_group: 6, source_id: 'MIS-77' })
			.where('school_id', '=', school_id)
			.where('pupil_id', '=', pupils.mali)
			.execute();
		await db
			.updateTable('class')
			.set({ year_group: 0 })
			.where('school_id', '=', school_id)
			.where('class_id', '=', classId)
			.execute();
		const directory = await directoryOn(running, kiosk);
		expect(pupilNamed(directory, 'Siân'.normalize('NFC'))?.band).toBe('7-11');
		expect(pupilNamed(directory, 'Owain')?.band).toBe('4-5-starter');
		expect(pupilNamed(directory, 'Gwen')?.band).toBe('4-7');
		expect(Object.keys(directory.pupils[0] ?? {}).sort()).toEqual(
			'age band cardLook classIds distinguisher firstName id language picture pictureCount trustedAdultIds'.split(
				' '
			)
		);
		expect(JSON.stringify(directory)).not.toContain('MIS-77');
	});

	it('is signed for this kiosk alone', async () => {
		const { running, kiosk } = await here(null);
		const answer = await fetched(running, kiosk);
		const signature = answer.headers.get('cwtch-signature');
		const body = await answer.text();
		const key = await verifyingKey(running.keys.signing.publicKey);
		const { kioskId } = kiosk;
		expect(await isDirectoryGenuine(key, kioskId, body, signature)).toBe(true);
		expect(await isDirectoryGenuine(key, kioskId, `${body} `, signature)).toBe(false);
		expect(await isDirectoryGenuine(key, randomUUID(), body, signature)).toBe(false);
		expect(await isDirectoryGenuine(key, kioskId, body, 'abc')).toBe(false);
		expect(await isDirectoryGenuine(key, kioskId, body, null)).toBe(false);
	});

	it('comes once, until it changes', async () => {
		const { running, kiosk } = await here(null);
		const first = await fetched(running, kiosk);
		const etag = first.headers.get('etag') ?? '';
		expect(etag).toMatch(/^"[A-Za-z0-9_-]{43}"$/);
		const same = await fetched(running, kiosk, etag);
		expect(same.status).toBe(304);
		expect(await same.text()).toBe('');
		expect((await fetched(running, kiosk, `"other", W/${etag}`)).status).toBe(304);
		await running.db
			.updateTable('staff_member')
			.set({ away_until: Date.now() + 3_600_000 })
			.where('school_id', '=', school.schoolId)
			.where('staff_id', '=', school.adults.evans)
			.execute();
		const changed = await fetched(running, kiosk, etag);
		expect(changed.status).toBe(200);
		expect(changed.headers.get('etag')).not.toBe(etag);
	});
});
