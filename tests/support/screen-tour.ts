// Every screen of a tablet, one after the other, reached as a person reaches it; staff-tour.ts is the other side. `npm run screens`
// takes a picture at each; the journey of access looks at each with axe. A new screen gets its step here.
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { ChildWordsOnKiosk } from './child-words';
import { CwtchPage } from './cwtch-page';
import type { KioskPage } from './kiosk-page';
import type { SchoolFixture } from './school-fixture';
import type { StaffPage } from './staff-page';

/** Called on each screen when it is whole. */
export type Look = (screen: string, page: Page) => Promise<void>;

/** A class whose children choose one of four places first. */
export const OLDER_CLASS = 'Dosbarth Llŷn';

/** A tablet in a classroom of the younger ones, from before its pairing. Leaves one ask behind. */
export async function tourOfClassKiosk(
	kiosk: KioskPage,
	{ adult, child, pairingCode }: Pick<SchoolFixture, 'adult' | 'child' | 'pairingCode'>,
	look: Look
): Promise<void> {
	const seen = (screen: string) => look(screen, kiosk.page);
	await kiosk.hasOwnVoices();
	await kiosk.openUnpaired();
	await seen('not-ready');

	await kiosk.pair(await pairingCode());
	await kiosk.installed();
	await seen('rest');
	await kiosk.openGrownUpCorner();
	await seen('grown-up-corner');
	await kiosk.tap(kiosk.button('corner.measure'), kiosk.heading('measure.title'));
	await seen('measure');
	await kiosk.back(kiosk.heading('corner.title'));
	await kiosk.back(kiosk.startButton);

	await kiosk.start();
	await seen('who');
	await kiosk.chooseChild(child.firstName);
	await seen('feelings');
	await kiosk.openNeeds();
	await seen('needs');
	await kiosk.back(kiosk.feelings);
	await kiosk.chooseFeeling('worried');
	await seen('offer');
	await kiosk.tap(kiosk.button('more_about.open'), kiosk.heading('more_about.title'));
	await seen('more-about');
	await kiosk.back(kiosk.heading('offer.what'));
	await tourOfWords(kiosk, seen);
	await kiosk.openSomeoneElse();
	await seen('someone-else');
	await kiosk.openMyGrownUps();
	await seen('my-grown-ups');
	await kiosk.back(kiosk.heading('offer.who_any'));
	await kiosk.tap(kiosk.button('nameless.open'), kiosk.heading('offer.what'));
	await seen('without-a-name');
	await new ChildWordsOnKiosk(kiosk).open();
	await seen('own-words-without-a-name');
	await kiosk.back(kiosk.heading('offer.what'));
	await kiosk.chooseSomeoneElse(adult.name);
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await seen('goodbye');
	await kiosk.finish();

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openPad();
	await seen('special-pictures');
	await kiosk.pad.askGrownUp();
	await seen('a-grown-up-opens');
	await kiosk.back(kiosk.feelings);
	await kiosk.openForMe(child.pictures);
	await seen('for-me');
	await kiosk.hide();
	await seen('hidden');
	await kiosk.tap(kiosk.button('hide.new'), kiosk.startButton.or(kiosk.faces));

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openCalm();
	await tourOfCalm(kiosk, seen);
	await kiosk.callUrgent();
	await expect(kiosk.page.getByText(kiosk.words('urgent.arrived'))).toBeVisible();
	await seen('urgent');
	await kiosk.back(kiosk.feelings);
	await kiosk.notMe();
	await kiosk.newHere();
	await seen('feelings-of-a-new-child');
	await kiosk.notMe();
}

/** From the door and back to where it was opened. */
async function tourOfCalm(
	kiosk: KioskPage,
	seen: (screen: string) => Promise<void>
): Promise<void> {
	const { calm } = kiosk;
	await seen('calm');
	for (const id of ['flower-candle']) {
		await calm.choose(id);
		await expect(calm.picture).toBeVisible();
		await calm.pause();
		await seen(`calm-${id}`);
		await kiosk.back(calm.choosing);
	}
	await calm.choose('squeeze');
	await calm.stop();
	await seen('calm-after');
	await calm.say('bigger');
	await seen('calm-bigger');
	await calm.finish(kiosk.feelings);
}

/** From the offers and back to them. The browser of the tour has no microphone. */
async function tourOfWords(
	kiosk: KioskPage,
	seen: (screen: string) => Promise<void>
): Promise<void> {
	const words = new ChildWordsOnKiosk(kiosk);
	await words.open();
	await seen('words');
	await words.openWay('type');
	await words.type('i dont like lunch its to lowd');
	await seen('words-type');
	await words.back();
	await words.openWay('draw');
	await words.drawLine();
	await words.stampByKey('sun');
	await seen('words-draw');
	await words.back();
	await words.openWay('record');
	await seen('words-record');
	await kiosk.tap(kiosk.button('words.start'), kiosk.page.getByText(kiosk.words('error.mic')));
	await seen('words-no-microphone');
	await words.ready();
}

/** After `tourOfClassKiosk`: the child asks once more, an adult answers, and the child reads it. */
export async function tourOfAnswer(
	kiosk: KioskPage,
	staff: StaffPage,
	{ adult, child }: Pick<SchoolFixture, 'adult' | 'child'>,
	look: Look
): Promise<void> {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();
	await staff.signIn(adult);
	await staff.openAsked();
	await staff.answer({ place: 'library' });
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	await expect(kiosk.forMe).toContainText(adult.name);
	await look('for-me-answered', kiosk.page);
}

/** A tablet in the Cwtch, where all classes come. */
export async function tourOfCwtchKiosk(
	kiosk: KioskPage,
	{ pairingCode }: Pick<SchoolFixture, 'pairingCode'>,
	look: Look
): Promise<void> {
	const seen = (screen: string) => look(screen, kiosk.page);
	await kiosk.hasOwnVoices();
	await kiosk.pair(await pairingCode('cwtch'));
	await tourOfStay(kiosk, seen);
	await kiosk.tap(kiosk.startButton, kiosk.heading('signin.class'));
	await seen('class');
	await kiosk.chooseClass(OLDER_CLASS);
	await kiosk.chooseFirstChild();
	await seen('places');
	await kiosk.choosePlace('low-uncomfy');
	await seen('feelings-of-a-place');
}

/** Something calm without a name, from Rest and back. */
async function tourOfStay(
	kiosk: KioskPage,
	seen: (screen: string) => Promise<void>
): Promise<void> {
	const cwtch = new CwtchPage(kiosk);
	await expect(cwtch.company).toBeVisible();
	await seen('cwtch-rest');
	await cwtch.beCalm();
	await seen('cwtch-length');
	await cwtch.stayFor('middle');
	await seen('cwtch-calm');
	await cwtch.goOn();
	await seen('cwtch-going');
	await kiosk.back(kiosk.calm.choosing);
	await kiosk.back(kiosk.startButton);
}
