// What a child did in the calm space reaches grown-ups as what helps, and when it got bigger as a request.
import { v7 as uuidv7 } from 'uuid';
import { activityName } from '$lib/content/activity-names';
import { makeLine, seal } from '$lib/crossing/seal';
import type { Routing } from '$lib/domain/check-in';
import type { AppServer } from '../support/app-server';
import { expect, test } from '../support/journey';
import type { SchoolFixture } from '../support/school-fixture';
import { calmOf, checkInOf } from '../support/visit-messages';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });

/** One after the other from a tablet without a browser, as a visit sends them. */
async function sendVisit(
	server: AppServer,
	school: SchoolFixture,
	messages: readonly Routing[]
): Promise<void> {
	const tablet = await school.pairTestKiosk();
	const lines = await Promise.all(
		messages.map(async (routing, at) =>
			makeLine(await seal(routing, null, tablet.sealingKeys), uuidv7(), at + 1, tablet)
		)
	);
	const sent = await fetch(`${server.origin}/crossing/v1/envelopes`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-ndjson' },
		body: lines.join('\n')
	});
	expect(sent.status).toBe(200);
}

test('the adult of the class reads what helps, in words, and talks about what was bigger', async ({
	server,
	staff,
	school
}) => {
	const { child, adult, running, schoolId } = school;
	const visit = checkInOf(child.pupilId);
	const balloon = activityName('balloon')?.en ?? '';
	const sand = activityName('sand')?.en ?? '';
	await sendVisit(server, school, [
		calmOf(child.pupilId, { at: visit.at - 2_000 }),
		calmOf(child.pupilId, { at: visit.at - 1_000, activity: 'sand', after: 'bigger' }),
		visit
	]);
	await staff.signIn(adult);
	await staff.openFeelings();
	const helped = staff.page.getByText(staff.words('calm.smaller', { activity: balloon }));
	await expect(helped).toHaveCount(0);
	await staff.showNames();
	await expect(helped).toBeVisible();
	await staff.openWhatHelps();
	await staff.hideNames();
	await expect(staff.page.getByText(child.firstName)).toHaveCount(0);
	await staff.showNames();
	await expect(staff.page.getByText(child.firstName)).toBeVisible();
	await expect(staff.page.getByRole('main').getByRole('listitem')).toHaveText([
		staff.words('calm.bigger', { activity: sand }),
		staff.words('calm.smaller', { activity: balloon })
	]);

	// A minute after the visit.
	await running.db
		.updateTable('due_work')
		.set({ due_at: Date.now() })
		.where('school_id', '=', schoolId)
		.where('kind', '=', 'reflect')
		.execute();
	await staff.open();
	const asked = staff.requests.filter({ hasText: staff.words('reflect.what') });
	await expect(asked).toBeVisible();
	await staff.openFirstRequest();
	await staff.button('reflect.done').click();
	await expect(staff.says('helped.saved')).toBeVisible();
	await staff.open();
	await expect(asked).toHaveCount(0);
});
