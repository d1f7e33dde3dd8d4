import type { Certainty } from '$lib/domain/talk-request';
import { expect, it } from 'vitest';
import { atOffer, kioskWith, mali, stopClockAtMidMorning } from '../example-visit';
import { showWho, type Tried } from './show-who';

stopClockAtMidMorning();

const TOKEN = 'A'.repeat(26);
const PASS = 'f1000000-0000-4000-8000-000000000001';
const pictures = ['key', 'boat', 'star'];

it.each<[Tried, string, Certainty]>([
	[{ pictures }, 'right', 'pictures-right'],
	[{ pictures }, 'wrong', 'pictures-wrong'],
	[{ pictures }, 'none', 'not-asked'],
	[{ badge: TOKEN }, 'right', 'badge'],
	[{ badge: TOKEN }, 'wrong', 'badge-wrong'],
	[{ passId: PASS }, 'right', 'opened-by-grown-up'],
	[{ passId: PASS }, 'wrong', 'not-asked']
])('tells the visit of %o that the server found %s', async (tried, outcome, certainty) => {
	const kiosk = kioskWith();
	const visit = atOffer(kiosk);
	kiosk.checkWho.mockResolvedValue({ outcome });
	expect(await showWho(visit, tried)).toEqual({ outcome });
	expect(kiosk.checkWho).toHaveBeenCalledWith({ pupilId: mali(kiosk).id, ...tried });
	expect(visit.said).toMatchObject({ certainty, triedPictures: [] });
});

it.each(['offline', 'rest'])(
	'keeps what was tried for later when the answer is %s',
	async (outcome) => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		kiosk.checkWho.mockResolvedValue({ outcome });
		await showWho(visit, { pictures });
		await showWho(visit, { badge: TOKEN });
		expect(visit.said).toMatchObject({
			certainty: 'not-asked',
			triedPictures: pictures,
			triedBadge: TOKEN
		});
	}
);

it('says nothing of one child to the visit of the next', async () => {
	const kiosk = kioskWith();
	const visit = atOffer(kiosk);
	kiosk.checkWho.mockImplementation(async () => {
		visit.wipe();
		return { outcome: 'right', token: 'token' };
	});
	expect(await showWho(visit, { badge: TOKEN })).toEqual({ outcome: 'over' });
	expect(visit.said.certainty).toBe('not-asked');
});
