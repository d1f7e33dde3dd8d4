// How sure it is who a child is: a badge before the camera, a grown-up beside the tablet, and pictures before
// the feelings. The camera is Chromium's own, with a film of the badge as it was printed.
import { join } from 'node:path';
import { saveSettings } from '$lib/server/settings/settings';
import { cameraArgs, printedCode, showToCamera } from '../support/fake-camera';
import { expect, openTablet, pageOf, test as base } from '../support/journey';
import { KioskPage } from '../support/kiosk-page';

/** In the page: every track that was given to it, to see whether it is still live. */
interface WithTracks {
	cameraTracks: MediaStreamTrack[];
}

const test = base.extend<{ film: string }>({
	film: async ({ folder }, use) => {
		await use(join(folder, 'camera.y4m'));
	},
	kiosk: async ({ server, folder, film }, use) => {
		showToCamera(film, null);
		const tablet = await openTablet(join(folder, 'tablet'), { args: cameraArgs(film) });
		const page = await pageOf(tablet);
		await page.addInitScript(() => {
			const tracks: MediaStreamTrack[] = [];
			Object.assign(window, { cameraTracks: tracks });
			const { mediaDevices } = navigator;
			const open = mediaDevices.getUserMedia.bind(mediaDevices);
			mediaDevices.getUserMedia = async (wanted) => {
				const stream = await open(wanted);
				tracks.push(...stream.getTracks());
				return stream;
			};
		});
		await use(new KioskPage(page, server));
		await tablet.close();
	}
});

const cameraStates = (kiosk: KioskPage) =>
	kiosk.page.evaluate(() =>
		(window as unknown as WithTracks).cameraTracks.map(({ readyState }) => readyState)
	);

test('a badge opens For me until the office ends it, and the camera is on only meanwhile', async ({
	film,
	kiosk,
	staff,
	school
}) => {
	const { child, className, lead, adult } = school;
	await staff.signIn(lead);
	await staff.cards.makeBadges(className);
	const code = await printedCode(staff.cards.badgeCode(child.firstName));
	await staff.page.emulateMedia({ media: 'print' });
	await expect(staff.page.getByRole('navigation').first()).toBeHidden();
	await staff.page.emulateMedia({ media: null });
	await kiosk.pair(await school.pairingCode());
	await kiosk.installed();

	// Nothing to read: whatever takes the screen away ends the camera.
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openPad();
	await kiosk.pad.openBadge();
	await expect.poll(() => cameraStates(kiosk)).toEqual(['live']);
	await kiosk.hide();
	expect(await cameraStates(kiosk)).toEqual(['ended']);
	await kiosk.tap(kiosk.button('hide.new'), kiosk.startButton.or(kiosk.faces));

	showToCamera(film, code);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openPad();
	await kiosk.pad.openBadge(kiosk.forMe);
	await expect(kiosk.forMe).toContainText(kiosk.words('forme.nothing'));
	expect(await cameraStates(kiosk)).toEqual(['ended', 'ended']);
	await kiosk.openTalk();
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();

	await staff.cards.endBadge(className, child.firstName);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openPad();
	await kiosk.pad.openBadge(kiosk.page.getByText(kiosk.words('error.camera_badge')));
	await expect(kiosk.button('pass.ask')).toBeVisible();

	await staff.signOut();
	await staff.signIn(adult);
	await staff.openFirstRequest();
	await expect(staff.page.getByText(staff.words('certainty.badge'))).toBeVisible();
});

test('a school can ask who it is before the feelings, and the visit goes on with and without', async ({
	film,
	kiosk,
	staff,
	school
}) => {
	const { schoolId, child, className, lead, adult } = school;
	await staff.signIn(lead);
	await staff.cards.makeBadges(className);
	showToCamera(film, await printedCode(staff.cards.badgeCode(child.firstName)));
	await staff.signOut();
	await saveSettings(
		school.running,
		{ schoolId, staffId: lead.staffId },
		{ scope: 'school', id: schoolId },
		{ change: { picturesAtCheckIn: true }, language: null }
	);
	await kiosk.pair(await school.pairingCode());
	await kiosk.installed();
	const feelings = kiosk.feelings;
	const face = kiosk.page.getByRole('button', { name: child.firstName, exact: true });
	const asked = async () => {
		await kiosk.start();
		await kiosk.tap(face, kiosk.heading('signin.pictures'));
	};

	await asked();
	await kiosk.tap(kiosk.button('signin.skip'), feelings);
	await kiosk.notMe();
	await kiosk.tap(face, kiosk.heading('signin.pictures'));
	await kiosk.pad.tapPictures(child.pictures, feelings);
	await kiosk.chooseFeeling('worried');
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();
	await staff.signIn(adult);
	await staff.openFirstRequest();
	await expect(staff.page.getByText(staff.words('certainty.pictures-right'))).toBeVisible();
	await staff.met();
	await staff.close('talked');

	// Offline the badge travels along, and the decoder is there all the same.
	await kiosk.page.context().setOffline(true);
	await asked();
	await kiosk.pad.openBadge(feelings);
	await kiosk.chooseFeeling('worried');
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('state.kept'));
	await kiosk.page.context().setOffline(false);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await staff.openFirstRequest();
	await expect(staff.page.getByText(staff.words('certainty.badge'))).toBeVisible();
});
