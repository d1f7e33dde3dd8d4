// How sure it is who a child is, as a visit knows it.
import { secretPictureIds } from '$lib/content/secret-pictures';
import { utf8 } from '$lib/crossing/bytes';
import { pad, ROUTING_SIZES } from '$lib/crossing/padding';
import { describe, expect, it } from 'vitest';
import { exampleDirectory, NANT } from './example-school';
import { atOffer, awake, kioskWith, mali, stopClockAtMidMorning } from './example-visit';

stopClockAtMidMorning();

describe('where the school asks who it is', () => {
	const asking = () => {
		const directory = exampleDirectory();
		const { settings } = directory.kiosk;
		return kioskWith({
			...directory,
			kiosk: { ...directory.kiosk, settings: { ...settings, picturesAtCheckIn: true } }
		});
	};

	it('pictures come between the face and the feelings, and the visit goes on without them', () => {
		const kiosk = asking();
		const visit = awake(kiosk);
		visit.start();
		visit.chooseClass(NANT.classEnfys);
		visit.choosePupil(mali(kiosk));
		expect(visit.screen).toBe('who-sure');
		visit.goOn();
		expect(visit.screen).toBe('feelings');
		visit.notMe();
		visit.newHere();
		// Who is on no list has no pictures.
		expect(visit.screen).toBe('feelings');
	});

	it('all that was tried offline fits into the one size of an envelope', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		const longest = secretPictureIds.toSorted((a, b) => b.length - a.length).slice(0, 4);
		visit.telling.picturesTried(longest);
		visit.telling.badgeTried('A'.repeat(26));
		visit.telling.leaveOut(NANT.evans);
		visit.telling.chooseWhen('before-home');
		visit.telling.wish('put-right');
		expect(kiosk.kept[0]).toMatchObject({ triedBadge: 'A'.repeat(26), triedPictures: longest });
		expect(pad(utf8(JSON.stringify(kiosk.kept[0])), ROUTING_SIZES)).toHaveLength(1024);
	});

	it('the server’s word about a badge stands over wrong pictures, and nothing goes along', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.telling.picturesTried(['key', 'boat', 'star']);
		visit.telling.compared('pictures-wrong');
		visit.telling.badgeTried('A'.repeat(26));
		visit.telling.compared('badge');
		visit.telling.wish('hello');
		expect(kiosk.kept[0]).toMatchObject({ certainty: 'badge' });
		expect(kiosk.kept[0]).not.toHaveProperty('triedBadge');
		expect(kiosk.kept[0]).not.toHaveProperty('triedPictures');
	});
});
