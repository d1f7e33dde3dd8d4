// Every child finds their own face, in a full class and with any name; who is on no list yet is welcome.
import { fillClass, ODD_NAMES, THREE_CAIS } from '../support/full-classes';
import { expect, test } from '../support/journey';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });

const TARGET_FLOOR_PX = 56;

test('a child who is new here is heard by the adults of the class', async ({
	pairedKiosk: kiosk,
	staff,
	school: { adult, className }
}) => {
	await kiosk.start();
	await kiosk.newHere();
	await kiosk.chooseFeeling('worried');
	await kiosk.wish('hello', null);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();

	await staff.signIn(adult);
	await expect(staff.requests).toContainText(staff.words('child.new_in', { class: className }));
	await expect(staff.requests).toContainText(staff.words('child.new_what'));
	await staff.openFirstRequest();
	// There is no For me to read a time in: somebody goes there.
	await expect(
		staff.page.getByRole('link', { name: staff.words('answer'), exact: true })
	).toHaveCount(0);
	await staff.button('coming').click();
	await staff.met();
	await staff.close('talked');
	await expect(staff.requests).toHaveCount(0);
});

test('a child sees in either language that a grown-up is away before choosing, and can wait or see another', async ({
	pairedKiosk: kiosk,
	staff,
	school: { adult, child, lead }
}) => {
	const away = () => kiosk.page.getByText(kiosk.words('offer.away'), { exact: true });
	await staff.signIn(lead);
	await staff.markAway({ name: adult.name });
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	for (const _language of ['en', 'cy']) {
		await expect(away()).toBeVisible();
		await expect(kiosk.page.getByText(kiosk.words('offer.away_choice'))).toBeVisible();
		await kiosk.switchLanguage();
	}
	// Another grown-up is one tap further, and the one who is away is said to be there, too.
	await kiosk.openSomeoneElse();
	await expect(away()).toHaveCount(1);
	await kiosk.back(kiosk.heading('offer.what'));
	await staff.markHere(adult.name);
	await expect(away()).toHaveCount(0);
	// The child may wait all the same: the ask goes to whom it names.
	await kiosk.wish('chat', child.firstName);
	await staff.signOut();
	await staff.signIn(adult);
	await expect(staff.requests).toHaveCount(1);
});

for (const size of [34, 60]) {
	test(`each of ${size} children finds their face, whatever their name`, async ({
		kiosk,
		school
	}) => {
		const names = await fillClass(school, school.classId, size);
		kiosk.language = 'en';
		await kiosk.pair(await school.pairingCode());
		await kiosk.start();
		const shown = new Set<string>();
		const tiles = kiosk.page.getByRole('main').getByRole('button');
		await expect(tiles.first()).toBeVisible();
		while (!names.every((name) => shown.has(name))) {
			const before = shown.size;
			for (const tile of await tiles.all()) {
				const box = await tile.boundingBox();
				expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(TARGET_FLOOR_PX);
				shown.add((await tile.innerText()).trim());
			}
			expect(shown.size, 'each page shows children who were not there before').toBeGreaterThan(
				before
			);
			await expect(kiosk.button('signin.new')).toBeVisible();
			await kiosk.more();
		}
		for (const name of size === 34 ? [...THREE_CAIS, ...ODD_NAMES] : ODD_NAMES.slice(0, 1)) {
			await kiosk.chooseChild(name);
			await kiosk.notMe();
		}
	});
}
