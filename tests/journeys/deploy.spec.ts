// A school's own server as docs/deploy.md sets it up: Caddy with its internal certificate, on a name that
// is not localhost, with the settings of the service file.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Caddy, SCHOOL_NAME, whyNoCaddy } from '../support/caddy';
import { AppServer } from '../support/app-server';
import { expect, openTablet, pageOf, test } from '../support/journey';
import { KioskPage } from '../support/kiosk-page';
import { makeSchool, type SchoolFixture } from '../support/school-fixture';
import { StaffPage } from '../support/staff-page';

const SERVICE = resolve(import.meta.dirname, '../../docs/deploy/cwtch-kiosk.service');
/** What only a real machine has. */
const OF_THE_MACHINE = ['ORIGIN', 'HOST', 'PORT', 'DATA_DIR', 'KEYS_FILE'];
const MOST_PAIRING_TRIES = 10;
const LARGEST_DELIVERY_BYTES = 4 * 1024 * 1024;

/** The settings of the service file that hold on any machine. */
function serviceSettings(): Record<string, string> {
	const lines = readFileSync(SERVICE, 'utf8').matchAll(/^Environment=([A-Z_]+)=(.*)$/gm);
	const settings = [...lines].map(([, name = '', value = '']) => [name, value] as const);
	return Object.fromEntries(settings.filter(([name]) => !OF_THE_MACHINE.includes(name)));
}

const reason = whyNoCaddy();
test.skip(reason !== null, reason ?? ''); // Only where Caddy cannot be had: listed as "not run", with why.
// One after the other, behind the same Caddy.
test.describe.configure({ mode: 'default' });

let caddy: Caddy;
let server: AppServer;
let school: SchoolFixture;

test.beforeAll(async () => {
	caddy = await Caddy.prepare();
	server = await AppServer.prepare({
		environment: { ...serviceSettings(), ORIGIN: caddy.origin }
	});
	school = await makeSchool(server);
	await server.start();
	await caddy.start(server.port);
});

test.afterAll(async () => {
	await school.close();
	await caddy.remove();
	await server.remove();
});

const openOnTheSchoolsName = (profile: string) =>
	openTablet(profile, {
		home: caddy.homeThatTrusts(),
		args: [`--host-resolver-rules=MAP ${SCHOOL_NAME} 127.0.0.1`]
	});

test('a tablet is paired on the school’s own name and starts with the server gone', async ({
	folder
}) => {
	const tablet = await openOnTheSchoolsName(join(folder, 'tablet'));
	const kiosk = new KioskPage(await pageOf(tablet), caddy);
	await kiosk.pair(await school.pairingCode());
	await kiosk.installed();

	await server.kill();
	await kiosk.open();
	await kiosk.start();
	await server.start();
	await tablet.close();
});

test('a teacher signs in over https, and the cookie goes nowhere else', async ({ folder }) => {
	const pc = await openOnTheSchoolsName(join(folder, 'pc'));
	const staff = new StaffPage(await pageOf(pc), caddy);
	await staff.signIn(school.adult);

	const cookies = await pc.cookies(`${caddy.origin}/staff`);
	const [session] = cookies.filter(({ httpOnly }) => httpOnly);
	expect(session).toMatchObject({ secure: true, path: '/staff', sameSite: 'Lax' });
	expect(cookies.every(({ secure }) => secure)).toBe(true);
	await pc.close();
});

test('a tablet’s longest delivery passes, sizes stay as padded, and tries are counted per device', async ({
	folder
}) => {
	const tablet = await openOnTheSchoolsName(join(folder, 'tablet'));
	const page = await pageOf(tablet);
	const opened = await page.goto(`${caddy.origin}/kiosk`);
	expect(opened?.headers()['content-encoding'], 'nothing is compressed on the way').toBeUndefined();

	const delivered = await page.evaluate(async (bytes) => {
		const body = 'x'.repeat(bytes);
		return (await fetch('/crossing/v1/envelopes', { method: 'POST', body })).status;
	}, LARGEST_DELIVERY_BYTES);
	expect(delivered, 'read to its end and found to hold no envelope').toBe(400);

	// Whoever claims another address each time is still one device.
	const answers = await page.evaluate(async (tries) => {
		const statuses: number[] = [];
		for (let index = 0; index < tries; index++) {
			const response = await fetch('/crossing/v1/pairing', {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					'x-forwarded-for': `192.0.2.${index}`
				},
				body: JSON.stringify({ code: 'WRNG-CDEX', publicKey: 'x'.repeat(43) })
			});
			statuses.push(response.status);
		}
		return statuses;
	}, MOST_PAIRING_TRIES + 1);
	expect(answers.slice(0, MOST_PAIRING_TRIES)).not.toContain(429);
	expect(answers.at(-1)).toBe(429);
	await tablet.close();
});
