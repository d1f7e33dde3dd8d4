// The first whole path: a child's tap becomes a grown-up's answer.
import { feelingCard } from '$lib/content/cards';
import { expect, test } from '../support/journey';
import { TRIES_AGAIN_MS } from '../support/tablet-page';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** So soon that a teacher who is looking sees it come. */
const AT_ONCE_MS = 1_000;

test('a child asks, the chosen adult answers, and the child reads it', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult, className }
}) => {
	await staff.signIn(adult);
	await expect(staff.requests).toHaveCount(0);

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	await kiosk.wish('chat', child.firstName);
	await expect(staff.requests).toHaveCount(1, { timeout: AT_ONCE_MS });
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();

	await expect(staff.requests).toContainText(staff.words('child.in', { class: className }));
	await expect(staff.page.getByText(child.firstName)).toHaveCount(0);
	await expect(staff.page).toHaveTitle('Cwtch Kiosk');

	await staff.openFirstRequest();
	await staff.answer({ place: 'library' });

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	await expect(kiosk.forMe).toContainText(adult.name);
	await expect(kiosk.forMe).toContainText(kiosk.words('where.library'));
});

test('names show while they are held, and for nobody who walks in; a walk is answered with where to meet', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult }
}) => {
	await staff.signIn(adult);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('happy');
	await kiosk.wish('walk', child.firstName);
	await expect(staff.requests).toHaveCount(1);

	await staff.showNames();
	await expect(staff.requests).toContainText(child.firstName);
	await staff.page.keyboard.press('Escape');
	await expect(staff.page.getByText(child.firstName)).toHaveCount(0);
	await staff.page.keyboard.press('Escape');
	await expect(staff.button('blank.back')).toBeVisible();

	await staff.uncover();
	await staff.openFirstRequest();
	await staff.answer({ place: 'library' });
	await kiosk.finish();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	const [walk] = kiosk.words('state.arranged_walk', { adult: adult.name, when: '|' }).split('|');
	await expect(kiosk.forMe).toContainText(walk ?? '');
	await expect(kiosk.forMe).toContainText(kiosk.words('where.library'));
});

test('with the server gone the child hears the truth, and nothing is lost', async ({
	pairedKiosk: kiosk,
	staff,
	server,
	school: { child, adult }
}) => {
	test.setTimeout(150_000);
	await kiosk.start();
	await server.kill();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('sad');
	await kiosk.wish('sit', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('state.kept'));
	await expect(kiosk.sending).toContainText(kiosk.words('state.kept_help'));
	await expect(kiosk.sending).not.toContainText(kiosk.words('bye.arrived'));
	// Closed and opened again, as by somebody who tidies up.
	await kiosk.open();

	await server.start();
	await staff.signIn(adult);
	await expect(staff.requests).toHaveCount(1, { timeout: TRIES_AGAIN_MS });
	await staff.openFirstRequest();
	await expect(staff.page.getByText(staff.words('how.sit'))).not.toHaveCount(0);
});

test('a request is handed on by a person, met and closed', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult, lead }
}) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await kiosk.wish('chat', child.firstName);

	await staff.signIn(adult);
	await expect(staff.requests).toHaveCount(1);
	await staff.openFirstRequest();
	await staff.handOn(lead.name);
	await staff.met();
	await staff.close('talked');
	await expect(staff.requests).toHaveCount(0);
});

test('hello and skip make no request, and a hello comes back', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult }
}) => {
	await staff.signIn(adult);
	for (const choice of ['skip', 'hello'] as const) {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.chooseFeeling('calm');
		const told = kiosk.words('feel.seen_here');
		await expect(kiosk.page.getByText(told, { exact: true }).filter({ visible: true })).toHaveCount(
			1
		);
		await kiosk.wish(choice, child.firstName);
		await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
		await kiosk.finish();
	}
	await expect(staff.heading('hellos.title')).toBeVisible();
	await expect(staff.requests).toHaveCount(0);

	await staff.button('answer.hello').click();
	await expect(staff.page.getByText(staff.words('hellos.back_done'))).toBeVisible();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	await expect(kiosk.forMe).toHaveText(kiosk.words('state.hello_back', { adult: adult.name }));

	// What the child was told: who was greeted sees how it feels, on a page that shows it while it is held.
	await staff.openFeelings();
	await expect(staff.page.getByText(child.firstName)).toHaveCount(0);
	await staff.showNames();
	const felt = staff.page.getByRole('listitem').filter({ hasText: child.firstName });
	await expect(felt).toContainText(feelingCard('calm').label.en);
});
