// What a child needs reaches the class's adults at once; what a child has asked for can be taken back, and
// asked for twice.
import { expect, test } from '../support/journey';
import { TRIES_AGAIN_MS } from '../support/tablet-page';

test('a need reaches the class at once, in both languages, and is done with one tap', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult, className }
}) => {
	await staff.signIn(adult);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openNeeds();
	await kiosk.chooseNeed('poorly', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await expect(staff.requests).toHaveCount(1);
	await expect(staff.requests).toContainText(staff.words('child.in', { class: className }));
	await expect(staff.requests).toContainText(staff.words('need.poorly'));
	await staff.helped();
	await expect(staff.requests).toHaveCount(0);
	await kiosk.finish();

	// By way of a feeling, from the second page.
	await kiosk.start();
	await kiosk.switchLanguage();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	await kiosk.openNeeds();
	await kiosk.chooseNeed('space', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();
	await staff.switchLanguage();
	await expect(staff.requests).toContainText(staff.words('need.space'));
	await staff.openFirstRequest();
	await expect(staff.page.getByText(staff.words('detail.feeling'))).toBeVisible();
	await staff.button('helped').click();
	await expect(staff.says('helped.saved')).toBeVisible();
	await expect(staff.requests).toHaveCount(0);
});

test('who left an adult out of a need is not shown to that adult', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult, lead }
}) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openNeeds();
	await kiosk.leaveOut(adult.name);
	await kiosk.chooseNeed('toilet', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await staff.signIn(adult);
	await expect(staff.says('empty.mine')).toBeVisible();
	await expect(staff.requests).toHaveCount(0);
	await staff.signOut();
	await staff.signIn(lead);
	await staff.open('?show=all');
	await expect(staff.requests).toContainText(staff.words('need.toilet'));
});

test('who left an adult out and then needs a grown-up now is not shown to that adult either', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult, lead }
}) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await kiosk.leaveOut(adult.name);
	await kiosk.callUrgent();
	await expect(kiosk.page.getByText(kiosk.words('urgent.arrived'))).toBeVisible();
	await staff.signIn(adult);
	await expect(staff.says('empty.mine')).toBeVisible();
	await expect(staff.requests).toHaveCount(0);
	await staff.signOut();
	await staff.signIn(lead);
	await expect(staff.requests).toHaveCount(1);
	// Whoever is coming stays so on the tablet.
	await staff.openFirstRequest();
	await staff.button('coming').click();
	await expect(
		kiosk.page.getByText(kiosk.words('urgent.coming', { adult: lead.name }))
	).toBeVisible();
});

test('asking twice is one line with one answer, and can be taken back, also with the server gone', async ({
	pairedKiosk: kiosk,
	staff,
	server,
	school: { child, adult }
}) => {
	test.setTimeout(150_000);
	await staff.signIn(adult);
	for (const choice of ['chat', 'walk'] as const) {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.openTalk();
		await kiosk.wish(choice, child.firstName);
		await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
		await kiosk.finish();
	}
	await expect(staff.requests).toContainText(staff.words('how.chat'));
	await expect(staff.requests).toContainText(staff.words('how.walk'));
	await expect(staff.requests).toHaveCount(1);
	await staff.openFirstRequest();
	await staff.answer({ place: 'library' });

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	await expect(kiosk.forMe).toContainText(adult.name);
	await expect(kiosk.button('next')).toHaveCount(0);
	await kiosk.takeBack(kiosk.page.getByText(kiosk.words('talk.taken_back')));
	await kiosk.finish();
	await staff.open();
	await expect(staff.requests).toHaveCount(1);
	await expect(staff.requests).toContainText(staff.words('state.taken-back'));

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await kiosk.wish('sit', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();
	await expect(staff.requests).toHaveCount(2);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	await server.kill();
	await kiosk.takeBack(kiosk.page.getByText(kiosk.words('state.kept')));
	await server.start();
	// Nobody had opened it: it is as if it had never been.
	await expect(async () => {
		await staff.open();
		await expect(staff.requests).toHaveCount(1, { timeout: 1_000 });
	}).toPass({ timeout: TRIES_AGAIN_MS });
});
