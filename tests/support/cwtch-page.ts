// The tablet of a Cwtch, and "I am in the Cwtch" on a member of staff's phone.
import type { Locator } from '@playwright/test';
import type { HereMinutes, StayLength } from '$lib/domain/cwtch';
import type { KioskPage } from './kiosk-page';
import type { StaffPage } from './staff-page';

export class CwtchPage {
	constructor(private readonly kiosk: KioskPage) {}

	/** What is said about a grown-up in the room. */
	get company(): Locator {
		return this.kiosk.page.locator('.company');
	}

	get howLong(): Locator {
		return this.kiosk.heading('room.how_long');
	}

	/** From Rest, without saying who it is. */
	async beCalm(): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('menu.calm'), this.howLong);
	}

	async stayFor(length: StayLength): Promise<void> {
		await this.kiosk.tap(this.kiosk.button(`room.${length}`), this.kiosk.calm.choosing);
	}

	/** The candle at the edge. */
	async goOn(): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('room.ready'), this.kiosk.heading('room.are_you_ready'));
	}

	async ready(): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('room.ready'), this.kiosk.heading('room.bye'));
	}
}

/** On the page of the Cwtch. */
export async function sayInCwtch(staff: StaffPage, minutes: HereMinutes): Promise<void> {
	await staff.open('/cwtch');
	const words = staff.words('cwtch.minutes', { count: minutes });
	await staff.page.getByRole('button', { name: words, exact: true }).click();
	await staff.says('cwtch.saved').waitFor();
}
