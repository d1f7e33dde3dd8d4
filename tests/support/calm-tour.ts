// What the tour of all screens is too short for: each activity of the calm space, and what a grown-up's answer
// changes on the tablets. For pictures: journeys go through the same screens and look at what they do.
import { expect } from '@playwright/test';
import { activities } from '$lib/content/activities';
import { ACTIVITY_PICTURES } from '$lib/content/activity-pictures';
import { CwtchPage, sayInCwtch } from './cwtch-page';
import type { KioskPage } from './kiosk-page';
import type { SchoolFixture } from './school-fixture';
import { OLDER_CLASS, type Look } from './screen-tour';
import type { StaffPage } from './staff-page';

/** Each as it begins, from a kiosk of all classes, for a child old enough for all of them. */
export async function tourOfActivities(
	kiosk: KioskPage,
	{ pairingCode }: Pick<SchoolFixture, 'pairingCode'>,
	look: Look
): Promise<void> {
	const { calm } = kiosk;
	await kiosk.hasOwnVoices();
	await kiosk.pair(await pairingCode('corridor'));
	await kiosk.start(OLDER_CLASS);
	await kiosk.chooseFirstChild();
	await kiosk.openCalm();
	await kiosk.tap(kiosk.button('calm.quiet'), kiosk.heading('calm.quiet'));
	await look('calm-quiet', kiosk.page);
	await kiosk.tap(kiosk.button('calm.stop'), calm.choosing);
	for (const { id, kind } of activities) {
		await calm.choose(id);
		if (ACTIVITY_PICTURES[id]) await expect(calm.picture).toBeVisible();
		if (kind !== 'making') await calm.pause();
		await look(`activity-${id}`, kiosk.page);
		await kiosk.back(calm.choosing);
	}
}

/** After the tours of both tablets: a grown-up is in the Cwtch, and answers a child who asks to come; a colleague is away. */
export async function tourOfCompany(
	{ cwtch, classroom, staff }: { cwtch: KioskPage; classroom: KioskPage; staff: StaffPage },
	{ adult, child, lead }: Pick<SchoolFixture, 'adult' | 'child' | 'lead'>,
	{ atKiosk, atStaff }: { atKiosk: Look; atStaff: Look }
): Promise<void> {
	const room = new CwtchPage(cwtch);
	await cwtch.page.reload();
	await staff.signIn(lead);
	await sayInCwtch(staff, 30);
	await atStaff('cwtch-here', staff.page);
	await expect(room.company).toContainText(cwtch.words('room.here'));
	await atKiosk('cwtch-rest-with-company', cwtch.page);
	await room.beCalm();
	await atKiosk('cwtch-length-with-company', cwtch.page);
	await room.stayFor('long');
	await atKiosk('cwtch-calm-with-company', cwtch.page);
	await cwtch.tap(cwtch.button('calm.quiet'), cwtch.heading('calm.quiet'));
	await atKiosk('cwtch-quiet', cwtch.page);
	await room.goOn();
	await room.ready();
	await atKiosk('cwtch-bye', cwtch.page);

	await staff.markAway({ name: adult.name });
	await classroom.page.reload();
	await classroom.start();
	await classroom.chooseChild(child.firstName);
	await classroom.openCalm();
	await atKiosk('calm-with-a-cwtch', classroom.page);
	await classroom.tap(classroom.button('room.ask'), classroom.heading('room.asked'));
	await expect(classroom.page.getByRole('main')).toContainText(classroom.words('bye.arrived'));
	await atKiosk('come-asked', classroom.page);
	await staff.open();
	await atStaff('come', staff.page);
	await staff.button('come.soon').click();
	await expect(classroom.heading('room.come.soon')).toBeVisible();
	await atKiosk('come-answered', classroom.page);
	await classroom.back(classroom.calm.choosing);
	await classroom.back(classroom.feelings);
	await classroom.chooseFeeling('worried');
	await atKiosk('offer-away', classroom.page);
}
