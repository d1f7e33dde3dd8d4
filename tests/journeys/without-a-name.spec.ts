// A child asks and nobody is told who it is: the leads alone learn that somebody of a class asked.
import { listStaff } from '$lib/server/database/people';
import { ChildWordsOnKiosk } from '../support/child-words';
import { expect, test } from '../support/journey';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });

test('a child asks without a name, and a lead comes to look', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult, lead, className }
}) => {
	await staff.signIn(adult);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	await kiosk.openSomeoneElse();
	await kiosk.tap(kiosk.button('nameless.open'), kiosk.heading('offer.what'));
	await expect(kiosk.page.getByText(kiosk.words('nameless.no_answer'))).toBeVisible();
	// Own words are welcome, and the child is told what they can tell; before the name was left out, nothing was.
	const told = kiosk.page.getByText(kiosk.words('nameless.own_hand'));
	const words = new ChildWordsOnKiosk(kiosk);
	await expect(told).toHaveCount(0);
	await words.open();
	await expect(told).toBeVisible();
	await words.openWay('draw');
	await words.drawLine();
	await words.ready();
	const given = kiosk.page.getByText(kiosk.words('nameless.drawing_given'));
	await expect(given.filter({ visible: true })).toHaveCount(1);
	const seers = kiosk.page.getByRole('group', { name: kiosk.words('avoid.ask') });
	await expect(seers).toContainText(lead.name);
	await expect(seers).not.toContainText(adult.name);
	// The way to a person is where it always is.
	await expect(kiosk.button('urgent.button')).toBeVisible();
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();

	await staff.open();
	await expect(staff.says('empty.mine')).toBeVisible();
	await staff.signOut();
	await staff.signIn(lead);
	await expect(staff.requests).toContainText(
		staff.words('child.nameless_in', { class: className })
	);
	await staff.openFirstRequest();
	await staff.showNames();
	await expect(staff.page.getByText(child.firstName)).toHaveCount(0);
	await staff.button('coming').click();
	await expect(staff.says('answer.noted')).toBeVisible();

	// Nothing of it waits for the child.
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	await expect(kiosk.forMe).toHaveText(kiosk.words('forme.nothing'));
});

test('a child leaves every lead out, reads who hears of it then, and no lead does', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead, running, schoolId }
}) => {
	const leads = (await listStaff(running.db, schoolId)).filter(({ role }) => role === 'lead');
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	await kiosk.openSomeoneElse();
	await kiosk.tap(kiosk.button('nameless.open'), kiosk.heading('offer.what'));
	const seers = (key: string) => kiosk.page.getByRole('group', { name: kiosk.words(key) });
	for (const { displayName } of leads) {
		await expect(seers('avoid.ask')).toBeVisible();
		await kiosk.leaveOut(displayName);
	}
	await expect(seers('avoid.all')).toBeVisible();
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await staff.signIn(lead);
	await staff.open('?show=all');
	await expect(staff.says('empty.all')).toBeVisible();
	await expect(staff.requests).toHaveCount(0);
});
