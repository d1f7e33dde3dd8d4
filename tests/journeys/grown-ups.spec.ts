// How children see their grown-ups, and which of them they choose.
import type { Locator } from '@playwright/test';
import { listSchoolFiles, schoolFileByDigest } from '$lib/server/database/school-files';
import { tellsMoreThanItShows } from '$lib/domain/school-file';
import { expect, test } from '../support/journey';
import { asFromACamera, jpegOf } from '../support/photo-file';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

test('a grown-up’s photo of 20 MB reaches a child, also with the server gone, and is taken back', async ({
	pairedKiosk: kiosk,
	staff,
	server,
	school: { child, adult, running, schoolId }
}) => {
	// A slow machine takes its time over 20 MB, and over a server that starts again.
	test.setTimeout(150_000);
	await staff.signIn(adult);
	await staff.open('/seen');
	await staff.field('photo.choose').setInputFiles({
		name: 'me.jpg',
		mimeType: 'image/jpeg',
		buffer: Buffer.from(SVG)
	});
	await expect(staff.says('photo.svg')).toBeVisible();
	const photo = asFromACamera(await jpegOf(staff.page, '#336699', '#cc9933'), 20);
	await staff.setPhoto({ name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: photo });
	const [kept] = await listSchoolFiles(running.db, schoolId, ['portrait']);
	expect(kept).toMatchObject({ name: adult.staffId, keptBy: adult.staffId });
	const file = await schoolFileByDigest(running.db, schoolId, kept?.digest ?? '');
	expect(file && tellsMoreThanItShows(file.bytes, file.type)).toBe(false);
	expect(kept?.length).toBeLessThan(60_000);

	// Until staff leave, which here is at midnight.
	await staff.field('found.cy').fill('');
	await staff.field('found.en').fill('in the library');
	await staff.button('here.say').click();
	await expect(staff.button('here.end')).toBeVisible();
	await expect(staff.says('here.saved')).toBeVisible();
	// What is typed in one form stays when another is sent.
	await expect(staff.field('found.cy')).toHaveValue('');
	await staff.button('form.save').first().click();
	await expect(staff.says('found.half')).toBeVisible();
	await staff.field('found.cy').fill('yn y llyfrgell');
	await staff.button('form.save').first().click();
	await expect(staff.says('times.saved')).toBeVisible();

	const portrait = kiosk.page.locator('.adult .portrait image');
	const openOffer = async () => {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.openTalk();
	};
	await openOffer();
	await expect(portrait).toBeVisible();
	await expect(kiosk.page.locator('.adult')).toContainText(kiosk.words('offer.here'));
	await expect(kiosk.page.locator('.adult')).toContainText('in the library');
	await server.kill();
	await kiosk.open();
	await openOffer();
	await expect(portrait).toBeVisible();
	expect(await colours(portrait)).toEqual(['#369', '#c93']);

	await server.start();
	await staff.open('/seen');
	await staff.button('photo.take-back').click();
	await expect(staff.says('photo.taken-back')).toBeVisible();
	await kiosk.open();
	await openOffer();
	await expect(portrait).toHaveCount(0);
	await expect(kiosk.page.locator('.adult .portrait text')).toHaveText(/\p{L}/u);
});

test('a child names other grown-ups, without a reason, and a lead sees it', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult, lead }
}) => {
	const first = kiosk.page.locator('.adult b');
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	await expect(first).toHaveText(adult.name);
	await kiosk.sayMoreAbout({ size: 'Big', clue: 'My tummy feels funny' });
	await kiosk.openSomeoneElse();
	await kiosk.openMyGrownUps();
	await kiosk.tapMyGrownUp(adult.name, false);
	await kiosk.tapMyGrownUp(lead.name, true);
	await kiosk.tap(kiosk.button('mine.done'), kiosk.heading('offer.what'));
	await expect(first).not.toHaveText(adult.name);
	const named = await first.innerText();
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();

	await staff.signIn(lead);
	await staff.open('?show=all');
	await staff.openFirstRequest();
	await expect(staff.page.getByText(staff.words('detail.size', { size: 'Big' }))).toBeVisible();
	await expect(staff.page.getByText('“My tummy feels funny”')).toBeVisible();
	await staff.open('/trusted');
	await staff.page.getByText(staff.words('trusted.show')).click();
	const change = staff.page.getByRole('listitem').filter({ hasText: child.firstName });
	await expect(change).toContainText(staff.words('trusted.by_child'));
	await expect(change).toContainText(lead.name);

	// The directory has it by now; the lead puts it back.
	await kiosk.open();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await expect(first).toHaveText(named);
	await staff.field('trusted.child').selectOption(child.pupilId);
	await staff.page
		.getByLabel(staff.words('trusted.place', { number: 1 }), { exact: true })
		.selectOption({ label: adult.name });
	await staff.button('form.save').click();
	await expect(staff.says('trusted.saved')).toBeVisible();
	await expect(async () => {
		await kiosk.open();
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.openTalk();
		await expect(first).toHaveText(adult.name, { timeout: 1_000 });
	}).toPass();
});

/** What is left and right in the picture, each channel in one of sixteen steps. */
async function colours(portrait: Locator): Promise<string[]> {
	return portrait.evaluate(async (image) => {
		const drawn = new Image();
		drawn.src = image.getAttribute('href') ?? '';
		await drawn.decode();
		const canvas = document.createElement('canvas');
		canvas.width = drawn.width;
		canvas.height = drawn.height;
		const context = canvas.getContext('2d');
		context?.drawImage(drawn, 0, 0);
		return [0.25, 0.75].map((share) => {
			const at = context?.getImageData(drawn.width * share, drawn.height / 2, 1, 1).data ?? [];
			const steps = [...at].slice(0, 3).map((value) => Math.round(value / 17).toString(16));
			return `#${steps.join('')}`;
		});
	});
}
