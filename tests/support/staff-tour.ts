// Every page of the staff side, one after the other, reached as a person reaches it. A new page gets its step here.
import { expect } from '@playwright/test';
import { activityName } from '$lib/content/activity-names';
import { kioskWords } from '$lib/i18n/kiosk-words';
import type { SchoolFixture } from './school-fixture';
import { OLDER_CLASS, type Look } from './screen-tour';
import type { StaffPage } from './staff-page';

const OFFICE = ['people', 'kiosks', 'roster', 'cards', 'voices', 'school'] as const;

/** The adult has at least one request. */
export async function tourOfStaff(
	staff: StaffPage,
	{ adult, child, lead }: Pick<SchoolFixture, 'adult' | 'child' | 'lead'>,
	look: Look
): Promise<void> {
	const seen = (screen: string) => look(screen, staff.page);
	await staff.open('/sign-in');
	await seen('sign-in');
	await staff.open('/invitation/used-already');
	await seen('invitation-gone');

	await staff.signIn(adult);
	await expect(staff.requests).not.toHaveCount(0);
	await seen('inbox');
	await staff.showNames();
	await seen('inbox-names-shown');
	await staff.hideNames();
	await staff.openFeelings();
	await staff.showNames();
	await seen('feelings-shown');
	await staff.openWhatHelps();
	await seen('what-helps');
	await staff.open('/feelings');
	await staff.hideNames();
	await seen('feelings');
	await staff.open('/cwtch');
	await seen('cwtch');
	await staff.open();
	await staff.openAsked();
	await seen('request');
	if (await staff.button('words.show').isVisible()) {
		await staff.button('words.show').click();
		await expect(staff.page.getByRole('img', { name: staff.words('words.drawing') })).toBeVisible();
		await seen('request-words');
	}
	await staff.openAnswer();
	await seen('answer');
	await staff.send();
	await seen('request-answered');
	await staff.met();
	await seen('request-met');
	await staff.cover();
	await seen('blank');
	await staff.uncover();
	await staff.open('/calm');
	await seen('whole-class');
	await staff.page
		.getByRole('link', { name: activityName('flower-candle')?.[staff.language] })
		.click();
	await expect(staff.page.locator('.stage .picture svg')).toBeVisible();
	await staff.page.getByRole('button', { name: kioskWords(staff.language)('calm.pause') }).click();
	await seen('whole-class-breath');
	await staff.open();
	await staff.signOut();

	await staff.signIn(lead);
	await staff.open('/alarms');
	await expect(staff.heading('alarms.title')).toBeVisible();
	await seen('to-look-at');
	for (const office of OFFICE) {
		await staff.open(`/office/${office}`);
		await expect(staff.heading(`office.${office}`)).toBeVisible();
		await seen(`office-${office}`);
	}
	await staff.open('/office/activities');
	await expect(staff.heading('activities.title')).toBeVisible();
	await seen('office-activities');
	await staff.open('/office/children');
	await expect(staff.heading('office.children')).toBeVisible();
	await seen('office-children');
	await staff.office.openSettingsOfChild(child);
	await seen('office-settings-of-a-child');
	await staff.office.openSettingsOfClass(OLDER_CLASS);
	await seen('office-settings-of-a-class');
	await staff.open('/away');
	await expect(staff.heading('away.title')).toBeVisible();
	await seen('away');
	await staff.open('/seen');
	await expect(staff.heading('seen.title')).toBeVisible();
	await seen('seen-by-children');
	await staff.open('/trusted');
	await expect(staff.heading('trusted.title')).toBeVisible();
	await seen('trusted-adults');
	await staff.open('/office/pictures');
	await expect(staff.heading('office.pictures')).toBeVisible();
	await seen('office-pictures');
	await staff.cards.makePictureCards(OLDER_CLASS);
	await seen('office-picture-cards');
	await staff.cards.makeBadges(OLDER_CLASS);
	await seen('office-badge-sheet');
	await staff.open('/office/badges');
	await expect(staff.heading('office.badges')).toBeVisible();
	await seen('office-badges');
	await staff.open('/passes');
	await expect(staff.heading('passes.title')).toBeVisible();
	await seen('passes');
	await staff.office.makePairingLink('Cwtch');
	await seen('office-pairing-code');
}
