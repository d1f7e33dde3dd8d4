import { beforeEach, expect, it } from 'vitest';
import { FILE_KINDS, IMAGE_TYPES } from '$lib/domain/school-file';
import { directoryOn, kioskOf } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { pairedKiosk, type PairedKiosk } from '../../../../tests/support/paired-kiosk';
import { runningOn } from '../../../../tests/support/running-on';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { auditOf } from '../database/audit';
import { listSchoolFiles } from '../database/school-files';
import type { RunningServer } from '../running';
import { answerKioskFile } from './answer-file';
import { dropFile, keepFile } from './school-files';

const RULES = { types: IMAGE_TYPES, mostBytes: 1000 };
/** Not a whole picture, but what one begins with. */
const picture = (...rest: number[]) =>
	new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0xff, 0x80, ...rest]);

onBothDatabases('files of a school', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	let kiosk: PairedKiosk;
	let by: { schoolId: string; staffId: string };
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		running = await runningOn(database());
		const { schoolId, adults } = school;
		kiosk = await kioskOf(running, school);
		by = { schoolId, staffId: adults.evans };
	});

	const keep = (name: string, bytes: Uint8Array) =>
		keepFile(running, by, { kind: 'portrait', name, bytes }, RULES);
	async function named(from = kiosk) {
		return (await directoryOn(running, from)).files ?? {};
	}
	async function fetched(digest: string, from = kiosk) {
		const request = await from.request('GET', `/crossing/v1/files/${digest}`);
		return answerKioskFile(running, request, digest);
	}

	it('reach a tablet byte for byte, named in the directory by their digest', async () => {
		expect(await named()).toEqual({});
		expect(await keep(school.adults.evans, picture(1))).toBe('kept');
		const digest = (await named())['portrait']?.[school.adults.evans] ?? '';
		const answer = await fetched(digest);
		expect(answer.headers.get('content-type')).toBe('image/jpeg');
		expect(new Uint8Array(await answer.arrayBuffer())).toEqual(picture(1));
		const [entry] = await auditOf(running.db, school.schoolId, 'file-kept');
		expect(entry).toMatchObject({ actor: by.staffId, subject: school.adults.evans });
	});

	it('are replaced whole, and gone when they are taken back', async () => {
		await keep(school.adults.evans, picture(1));
		const before = (await named())['portrait']?.[school.adults.evans] ?? '';
		await keep(school.adults.evans, picture(2));
		expect((await fetched(before)).status).toBe(404);
		const file = { kind: 'portrait', name: school.adults.evans } as const;
		expect(await dropFile(running, by, file)).toBe('dropped');
		expect(await named()).toEqual({});
		expect(await dropFile(running, by, file)).toBe('unknown');
		expect(await listSchoolFiles(running.db, school.schoolId, FILE_KINDS)).toEqual([]);
	});

	it('are not named to tablets whose adults do not include the person', async () => {
		await running.db
			.updateTable('staff_member')
			.set({ may_be_asked: 0 })
			.where('staff_id', '=', school.adults.price)
			.execute();
		await keep(school.adults.price, picture(3));
		expect(await named()).toEqual({});
	});

	it('are for tablets of the same school, and for none that is not paired', async () => {
		await keep(school.adults.evans, picture(4));
		const digest = (await named())['portrait']?.[school.adults.evans] ?? '';
		const other = await makeSmallSchool(running.db);
		const madeBy = other.adults.office;
		const elsewhere = await pairedKiosk(running, { schoolId: other.schoolId, madeBy });
		expect((await fetched(digest, elsewhere)).status).toBe(404);
		expect(await named(elsewhere)).toEqual({});
		const unsigned = new Request(`http://localhost/crossing/v1/files/${digest}`);
		expect((await answerKioskFile(running, unsigned, digest)).status).toBe(401);
	});

	it('are kept only when they are what they have to be', async () => {
		const svg = new TextEncoder().encode(
			'<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>'
		);
		expect(await keep('one', svg)).toBe('svg');
		expect(await keep('one', new TextEncoder().encode('<!doctype html>'))).toBe('not-this-type');
		expect(await keep('one', new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0]))).toBe('not-this-type');
		expect(await keep('one', new Uint8Array())).toBe('empty');
		expect(await keep('one', picture(...new Array<number>(1000).fill(0)))).toBe('too-large');
		expect(await keep('one', picture(...new TextEncoder().encode('Exif\0\0')))).toBe('metadata');
		expect(await listSchoolFiles(running.db, school.schoolId, FILE_KINDS)).toEqual([]);
	});
});
