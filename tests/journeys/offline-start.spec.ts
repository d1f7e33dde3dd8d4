// An installed kiosk needs nobody to start.
import { join } from 'node:path';
import { expect, openTablet, pageOf, test } from '../support/journey';
import { KioskPage } from '../support/kiosk-page';

test('the tablet is switched on with the server gone, and a visit works', async ({
	folder,
	server,
	school
}) => {
	const profile = join(folder, 'switched-off');
	const before = await openTablet(profile);
	const paired = new KioskPage(await pageOf(before), server);
	await paired.pair(await school.pairingCode());
	await paired.installed();
	await before.close();
	await server.kill();

	const after = await openTablet(profile);
	const kiosk = new KioskPage(await pageOf(after), server);
	const missed: string[] = [];
	kiosk.page.on('requestfailed', (request) => missed.push(new URL(request.url()).pathname));
	await kiosk.open();
	await kiosk.start();
	await kiosk.chooseChild(school.child.firstName);
	await kiosk.openCalm();
	for (const id of ['balloon', 'sand']) {
		await kiosk.calm.choose(id);
		await kiosk.back(kiosk.calm.choosing);
	}
	await kiosk.back(kiosk.feelings);
	await kiosk.chooseFeeling('tired');
	await kiosk.wish('chat', school.child.firstName);
	await kiosk.finish();
	await kiosk.openGrownUpCorner();
	await expect(kiosk.waiting).toHaveText('1');
	expect(missed.filter((path) => !path.startsWith('/crossing/'))).toEqual([]);
	await after.close();
});

test('what needs the server says so kindly, and the way to a person stays open', async ({
	pairedKiosk: kiosk,
	server,
	school
}) => {
	await server.kill();
	await kiosk.open();
	await kiosk.start();
	await kiosk.chooseChild(school.child.firstName);
	await kiosk.openPad();
	await kiosk.pad.tapPictures(school.child.pictures, kiosk.page.getByText(kiosk.words('offline')));
	await kiosk.back(kiosk.feelings);
	await kiosk.callUrgent();
	await expect(kiosk.page.getByText(kiosk.words('urgent.offline'))).toBeVisible();
});
