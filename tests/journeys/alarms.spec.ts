// What alarms reaches a lead who is looking at something else, is understood in both languages, and is
// dealt with.
import type { StaffPage } from '../support/staff-page';
import { expect, test } from '../support/journey';

const toLookAt = (staff: StaffPage) =>
	staff.page
		.getByRole('navigation')
		.getByRole('link', { name: new RegExp(staff.words('nav.alarms')) });

test('what a child asked at a tablet that was stopped meanwhile comes to a lead, who goes to its class', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead }
}) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.page.context().setOffline(true);
	await kiosk.chooseFeeling('sad');
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('state.kept'));

	await staff.signIn(lead);
	const tablet = await staff.office.stopOnlyTablet();
	await staff.open();
	await expect(toLookAt(staff)).toHaveText(staff.words('nav.alarms'));
	await kiosk.page.context().setOffline(false);
	// It is on the page that is open, and says so to who does not see the mark.
	await expect(toLookAt(staff)).toContainText(staff.words('nav.alarms_wait'));
	await expect(staff.requests).toHaveCount(0);

	await toLookAt(staff).click();
	for (const language of ['en', 'cy'] as const) {
		if (language === 'cy') await staff.switchLanguage();
		const alarm = staff.page.getByRole('listitem').filter({ has: staff.button('alarms.seen') });
		await expect(alarm).toContainText(staff.words('alarm.quarantined.what'));
		await expect(alarm).toContainText(staff.words('alarm.quarantined.means'));
		await expect(alarm).toContainText(staff.words('reason.revoked-kiosk'));
		await expect(alarm).toContainText(staff.words('alarm.quarantined.do'));
		await expect(alarm).toContainText(staff.words('alarms.kiosk', { kiosk: tablet }));
	}
	await expect(staff.page.getByText(child.firstName)).toHaveCount(0);

	await staff.button('alarms.seen').click();
	await expect(staff.heading('alarms.before')).toBeVisible();
	await expect(staff.button('alarms.seen')).toHaveCount(0);
	await expect(toLookAt(staff)).toHaveText(staff.words('nav.alarms'));
});
