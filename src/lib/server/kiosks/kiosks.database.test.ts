import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { PairingAnswer } from '$lib/crossing/pairing';
import { kioskOf } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { pairingRequest } from '../../../../tests/support/paired-kiosk';
import { runningOn } from '../../../../tests/support/running-on';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { newKiosk } from '../../../../tests/support/test-kiosk';
import { auditOf } from '../database/audit';
import { answerDirectory } from '../directory/answer-directory';
import { answerPairing, answerUnpairing } from './answer-pairing';
import { listKiosks, makePairingCode, PAIRING_CODE_LIFETIME_MS, revokeKiosk } from './kiosks';
import { CONTACT_NOTED_EVERY_MS } from './signed-request';

onBothDatabases('pairing', (database) => {
	let school: SmallSchool;
	let publicKey: string;
	beforeAll(async () => {
		school = await makeSmallSchool(database().db);
		({ publicKey } = await newKiosk());
	});
	afterEach(() => vi.useRealTimers());

	const wanted = () => ({
		schoolId: school.schoolId,
		kioskName: 'Enfys',
		place: 'class' as const,
		classId: school.classId,
		madeBy: school.adults.office
	});
	const directoryPath = '/crossing/v1/directory';

	it('makes a tablet a kiosk, however the code is typed, and tells who made it one', async () => {
		const running = await runningOn(database());
		const { code, expiresAt } = await makePairingCode(running, wanted());
		expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
		expect(expiresAt).toBeGreaterThan(Date.now());
		const typed = ` ${code.toLowerCase().replace('-', ' ')} `;
		const answer = await answerPairing(running, pairingRequest({ code: typed, publicKey }), 'a');
		expect(answer.status).toBe(200);
		const paired = (await answer.json()) as PairingAnswer;
		expect(paired).toMatchObject({
			schoolId: school.schoolId,
			serverKey: running.keys.signing.publicKey
		});
		const listed = await listKiosks(running.db, school.schoolId);
		expect(listed.find(({ kioskId }) => kioskId === paired.kioskId)).toMatchObject({
			name: 'Enfys',
			place: 'class',
			className: 'Dosbarth Enfys',
			revokedAt: null
		});
		const audits = await auditOf(running.db, school.schoolId, 'kiosk-paired');
		expect(audits.at(-1)).toMatchObject({
			subject: paired.kioskId,
			actor: school.adults.office
		});
	});

	it('keeps no code that could be read from the database', async () => {
		const running = await runningOn(database());
		const { code } = await makePairingCode(running, wanted());
		const rows = await running.db.selectFrom('pairing_code').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(code.replace('-', ''));
		expect(JSON.stringify(rows)).not.toContain(code);
	});

	it('says one and the same of codes that are used, too old or unknown', async () => {
		const running = await runningOn(database());
		const answers: [number, string][] = [];
		const tryCode = async (code: string) => {
			const answer = await answerPairing(running, pairingRequest({ code, publicKey }), 'b');
			answers.push([answer.status, await answer.text()]);
		};
		const used = await makePairingCode(running, wanted());
		expect(
			(await answerPairing(running, pairingRequest({ code: used.code, publicKey }), 'b')).status
		).toBe(200);
		await tryCode(used.code);
		await tryCode('2345-6789');
		const old = await makePairingCode(running, wanted());
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + PAIRING_CODE_LIFETIME_MS });
		await tryCode(old.code);
		expect(answers[0]?.[0]).toBe(400);
		expect(JSON.parse(answers[0]?.[1] ?? '')).toMatchObject({ error: 'code' });
		expect(new Set(answers.map(String)).size).toBe(1);
	});

	it('gives one code to one tablet, also when ten use it at the same moment', async () => {
		const running = await runningOn(database());
		const { code } = await makePairingCode(running, wanted());
		const answers = await Promise.all(
			Array.from({ length: 10 }, (_, tablet) =>
				answerPairing(running, pairingRequest({ code, publicKey }), `tablet-${tablet}`)
			)
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(400)]);
	});

	it('stops guessing from one address after ten codes, and nobody else', async () => {
		const running = await runningOn(database());
		const { code } = await makePairingCode(running, wanted());
		const guess = (address: string, tried = '2222-2222') =>
			answerPairing(running, pairingRequest({ code: tried, publicKey }), address);
		const first = await Promise.all(Array.from({ length: 10 }, () => guess('guesser')));
		expect(new Set(first.map(({ status }) => status))).toEqual(new Set([400]));
		const stopped = await guess('guesser', code);
		expect(stopped.status).toBe(429);
		expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await guess('elsewhere', code)).status).toBe(200);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
		expect((await guess('guesser')).status).toBe(400);
	});

	it('lets a school pair thirty tablets in a minute', async () => {
		const running = await runningOn(database());
		for (let tablet = 0; tablet < 30; tablet += 1) {
			const { code } = await makePairingCode(running, wanted());
			const answer = await answerPairing(running, pairingRequest({ code, publicKey }), 'school');
			expect(answer.status).toBe(200);
		}
	});

	it.each([
		['no JSON', '{"code":', 400, 'request'],
		['nothing', '', 400, 'request'],
		['a list', '[]', 400, 'request'],
		['no key', { code: 'ABCD-EFGH' }, 400, 'request'],
		['a key that is none', { code: 'ABCD-EFGH', publicKey: 'x'.repeat(44) }, 400, 'request'],
		['a number as code', { code: 7, publicKey: 'A'.repeat(43) }, 400, 'request'],
		['100 kB', { code: 'A'.repeat(100_000), publicKey: 'A'.repeat(43) }, 413, 'too-large']
	])('answers %s with a sentence', async (name, body, status, error) => {
		const running = await runningOn(database());
		const answer = await answerPairing(running, pairingRequest(body), name);
		expect(answer.status).toBe(status);
		const refusal = (await answer.json()) as { error: string; message: string };
		expect(refusal.error).toBe(error);
		expect(refusal.message).toMatch(/^[A-Z].*\.$/);
		expect(refusal.message).not.toMatch(/Error|at .*\(/);
	});

	it('makes no code for a class of another school', async () => {
		const running = await runningOn(database());
		const other = await makeSmallSchool(running.db);
		await expect(makePairingCode(running, { ...wanted(), classId: other.classId })).rejects.toThrow(
			/No current class/
		);
	});

	it('a revoked kiosk gets nothing more, and another school cannot revoke it', async () => {
		const running = await runningOn(database());
		const { schoolId, adults } = school;
		const kiosk = await kioskOf(running, school);
		const directory = async () =>
			answerDirectory(running, await kiosk.request('GET', directoryPath));
		const { kioskId } = kiosk;
		const other = await makeSmallSchool(running.db);
		expect(
			await revokeKiosk(running, { schoolId: other.schoolId, kioskId, by: other.adults.office })
		).toBe('unknown');
		expect((await directory()).status).toBe(200);
		expect(await revokeKiosk(running, { schoolId, kioskId, by: adults.rees })).toBe('revoked');
		expect(await revokeKiosk(running, { schoolId, kioskId, by: adults.rees })).toBe('unknown');
		const refused = await directory();
		expect(refused.status).toBe(401);
		expect(await refused.json()).toMatchObject({ error: 'unpaired' });
		const audits = await auditOf(running.db, schoolId, 'kiosk-revoked');
		expect(audits.filter(({ subject }) => subject === kioskId)).toHaveLength(1);
	});

	it('a grown-up at the tablet can unpair it', async () => {
		const running = await runningOn(database());
		const { schoolId } = school;
		const kiosk = await kioskOf(running, school);
		const unpaired = await answerUnpairing(
			running,
			await kiosk.request('DELETE', '/crossing/v1/pairing')
		);
		expect(unpaired.status).toBe(200);
		const listed = await listKiosks(running.db, schoolId);
		expect(listed.find(({ kioskId }) => kioskId === kiosk.kioskId)?.revokedAt).not.toBeNull();
		const audits = await auditOf(running.db, schoolId, 'kiosk-revoked');
		expect(audits.at(-1)?.actor).toBe(`kiosk:${kiosk.kioskId}`);
	});

	it('writes the last contact down once a minute', async () => {
		const running = await runningOn(database());
		const { schoolId } = school;
		const kiosk = await kioskOf(running, school);
		const contact = async () =>
			(await listKiosks(running.db, schoolId)).find(({ kioskId }) => kioskId === kiosk.kioskId)
				?.lastContactAt ?? 0;
		const pairedAt = await contact();
		vi.useFakeTimers({ toFake: ['Date'], now: pairedAt + CONTACT_NOTED_EVERY_MS - 1 });
		await answerDirectory(running, await kiosk.request('GET', directoryPath));
		expect(await contact()).toBe(pairedAt);
		vi.setSystemTime(pairedAt + CONTACT_NOTED_EVERY_MS);
		await answerDirectory(running, await kiosk.request('GET', directoryPath));
		expect(await contact()).toBe(pairedAt + CONTACT_NOTED_EVERY_MS);
	});
});
