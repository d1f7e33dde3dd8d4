// What a child does, in the engines of tablets that are not Chromium.
import { activityName } from '$lib/content/activity-names';
import { expect, test } from './support/engine-journey';

test('a tablet is paired, takes a hello, an ask without the network, and an urgent call', async ({
	tablet,
	school,
	server
}) => {
	const { child, running } = school;
	const rowsIn = async (table: 'hello' | 'talk_request') =>
		(await running.db.selectFrom(table).selectAll().execute()).length;

	await tablet.pair(await school.pairingCode());
	await tablet.installed();

	await test.step('hello', async () => {
		await tablet.begin(child.firstName);
		await tablet.chooseFeeling('happy');
		await tablet.tap(tablet.words('offer.hello'), tablet.words('bye.arrived'));
		await expect.poll(() => rowsIn('hello')).toBe(1);
		await tablet.finish();
	});

	await test.step('the other language in the middle of a visit', async () => {
		await tablet.begin(child.firstName);
		await tablet.switchLanguage('feel.skip');
		await tablet.chooseFeeling('worried');
		await tablet.switchLanguage('offer.what');
		await tablet.tap(tablet.words('offer.not_now'), tablet.words('bye.arrived'));
		await tablet.finish();
	});

	await test.step('started and asked without the network', async () => {
		await server.kill();
		await tablet.page.goto('about:blank');
		await tablet.open();
		await tablet.begin(child.firstName);
		await tablet.chooseFeeling('sad');
		await tablet.tap(tablet.words('offer.chat'), tablet.words('state.kept'));
		await tablet.finish();
	});

	await test.step('delivered when the network is back', async () => {
		await server.start();
		await expect.poll(() => rowsIn('talk_request'), { timeout: 60_000 }).toBe(1);
	});

	await test.step('a grown-up now', async () => {
		await tablet.tap(tablet.words('urgent.button'), tablet.words('urgent.go'));
		await tablet.reads(tablet.words('urgent.arrived'));
		await expect.poll(() => rowsIn('talk_request')).toBe(2);
	});
});

test('For me opens with the special pictures, and calm plays', async ({ tablet, school }) => {
	const { child } = school;
	await tablet.pair(await school.pairingCode());
	await tablet.installed();
	await tablet.begin(child.firstName);
	await tablet.openDoor('door.calm', tablet.words('calm.choose'));
	await tablet.tap(activityName('flower-candle')?.en ?? '', tablet.words('calm.stop'));
	await tablet.tap(tablet.words('calm.stop'), tablet.words('after.ask'));
	await tablet.tap(tablet.words('next.done'), tablet.words('feel.skip'));
	await tablet.openDoor('forme.title', tablet.words('forme.open'));
	await tablet.tapPictures(child.pictures, tablet.words('forme.nothing'));
});

test('a browser that cannot sign says so, and the code still works elsewhere', async ({
	tablet,
	school,
	server
}) => {
	const code = await school.pairingCode();
	await tablet.page.goto(`${server.origin}/kiosk`);
	await tablet.reads(tablet.words('setup.not_ready'));
	await tablet.page.evaluate(
		(hash) => {
			const missing = () => Promise.reject(new DOMException('', 'NotSupportedError'));
			Object.defineProperty(SubtleCrypto.prototype, 'generateKey', { value: missing });
			location.hash = hash;
		},
		`#pair=${code.replaceAll('-', '')}`
	);
	await tablet.reads(tablet.words('pair.old_browser'));
	// As another browser would.
	await tablet.pair(code);
});
