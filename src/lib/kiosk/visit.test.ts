import { describe, expect, it, vi } from 'vitest';
import { exampleDirectory, examplePupil, NANT } from './example-school';
import { ARRIVAL, atOffer, awake, kioskWith, mali, stopClockAtMidMorning } from './example-visit';
import { GOODBYE_MS, GOODBYE_WITH_PROBLEM_MS, IDLE_MS } from './idle-watch';
import { Visit } from './visit.svelte';
import type { OfferChoice } from './what-was-said';

stopClockAtMidMorning();

describe('a visit', () => {
	it('goes from Rest to the class, the face, the feeling and the offers', () => {
		const kiosk = kioskWith();
		const visit = awake(kiosk);
		expect(visit.screen).toBe('rest');
		visit.start();
		expect(visit.screen).toBe('class');
		visit.chooseClass(NANT.classEnfys);
		expect(visit.screen).toBe('who');
		visit.choosePupil(mali(kiosk));
		expect(visit.screen).toBe('feelings');
		visit.chooseFeeling('sad');
		expect(visit.screen).toBe('offer');
		expect(visit.adult?.name).toBe('Miss Evans');
	});

	it.each(['hello', 'skip', 'chat', 'walk', 'sit', 'put-right'] as OfferChoice[])(
		'ends after one tap on %s, on the same screen, with one envelope',
		async (choice) => {
			const kiosk = kioskWith();
			const visit = atOffer(kiosk);
			const shownBefore = visit.shown.count;
			visit.wish(choice);
			visit.wish(choice);
			await vi.advanceTimersByTimeAsync(0);
			expect(visit.screen).toBe('goodbye');
			expect(visit.shown.count).toBe(shownBefore + 1);
			expect(visit.goodbye?.state).toBe('waiting');
			expect(kiosk.kept).toHaveLength(1);
			expect(Object.keys(kiosk.kept[0] ?? {}).sort()).toEqual([
				'at',
				'certainty',
				'excludedAdultIds',
				'feeling',
				'kind',
				'language',
				'moment',
				'pupilId',
				'v',
				'wish'
			]);
		}
	);

	it('ends after one tap on a need as after any other, with one envelope', async () => {
		const kiosk = kioskWith();
		const visit = awake(kiosk);
		visit.start();
		visit.chooseClass(NANT.classEnfys);
		visit.choosePupil(mali(kiosk));
		visit.openNeeds();
		expect(visit.screen).toBe('needs');
		visit.leaveOut(NANT.rees);
		visit.wish({ need: 'toilet' });
		visit.wish({ need: 'toilet' });
		await vi.advanceTimersByTimeAsync(0);
		expect(visit.screen).toBe('goodbye');
		expect(kiosk.kept).toEqual([
			expect.objectContaining({
				kind: 'need',
				need: 'toilet',
				feeling: null,
				moment: 'during',
				excludedAdultIds: [NANT.rees]
			})
		]);
	});

	it('takes the feeling along to a need, but not one that was taken back', () => {
		const kept = (open: (visit: Visit) => void) => {
			const kiosk = kioskWith();
			const visit = atOffer(kiosk);
			open(visit);
			visit.wish({ need: 'poorly' });
			return kiosk.kept[0];
		};
		expect(kept((visit) => visit.openNeeds())).toMatchObject({ need: 'poorly', feeling: 'sad' });
		const undone = kept((visit) => {
			visit.back();
			visit.openNeeds();
		});
		expect(undone).toMatchObject({ need: 'poorly', feeling: null });
	});

	it('goes back from the needs to where they were opened, also by way of something calm', () => {
		const visit = atOffer();
		visit.openNeeds();
		visit.openCalm();
		visit.back();
		expect(visit.screen).toBe('needs');
		visit.back();
		expect(visit.screen).toBe('offer');
		visit.back();
		visit.openNeeds();
		visit.back();
		expect(visit.screen).toBe('feelings');
	});

	it('asks at the suggested time, so that one tap is enough', () => {
		const kiosk = kioskWith();
		atOffer(kiosk).wish('walk');
		expect(kiosk.kept[0]).toMatchObject({
			feeling: 'sad',
			moment: 'during',
			wish: { kind: 'ask', adultIds: [NANT.evans], how: 'walk', when: 'break' }
		});
	});

	it('asks at the time and of the adult that the child chose', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.openOthers();
		visit.chooseAdult(NANT.rees);
		visit.chooseWhen('lunch');
		visit.wish('chat');
		expect(kiosk.kept[0]).toMatchObject({
			wish: { kind: 'ask', adultIds: [NANT.rees], how: 'chat', when: 'lunch' }
		});
	});

	it('can ask without a feeling, of Anyone', () => {
		const kiosk = kioskWith();
		const visit = awake(kiosk);
		visit.start();
		visit.chooseClass(NANT.classEnfys);
		visit.choosePupil(mali(kiosk));
		visit.openTalk();
		visit.chooseAdult(null);
		expect(visit.adult).toBeNull();
		visit.wish('hello');
		expect(kiosk.kept[0]).toMatchObject({ feeling: null, wish: { kind: 'hello', adultIds: [] } });
	});

	it('answers a Start that was tapped before the tablet had read its storage', () => {
		const visit = new Visit('en');
		visit.start();
		expect(visit.screen).toBe('rest');
		visit.wake(kioskWith());
		expect(visit.screen).toBe('class');
	});

	it('says who the child is with the certainty that the pictures gave', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.compared('pictures-right');
		visit.compared('pictures-wrong');
		visit.wish('hello');
		expect(kiosk.kept[0]).toMatchObject({ certainty: 'pictures-right' });
	});

	it('takes along the pictures that the server could not be asked about, and no others', () => {
		const tried = ['key', 'boat', 'star'];
		const compared = kioskWith();
		const visit = atOffer(compared);
		visit.picturesTried(tried);
		visit.compared('pictures-wrong');
		visit.wish('chat');
		expect(compared.kept[0]).toMatchObject({ certainty: 'pictures-wrong' });
		expect(compared.kept[0]).not.toHaveProperty('triedPictures');
		const offline = kioskWith();
		const offlineVisit = atOffer(offline);
		offlineVisit.picturesTried(tried);
		offlineVisit.wish('skip');
		expect(offline.kept[0]).toMatchObject({ certainty: 'not-asked', triedPictures: tried });
	});
});

describe('leaving an adult out', () => {
	it('sends the adult as excluded and offers the next one', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.leaveOut(NANT.evans);
		expect(visit.adult?.name).toBe('Mrs Rees');
		visit.wish('chat');
		expect(kiosk.kept[0]).toMatchObject({
			excludedAdultIds: [NANT.evans],
			wish: { adultIds: [NANT.rees] }
		});
	});

	it('is undone by a second tap, and by choosing that adult', () => {
		const visit = atOffer();
		visit.leaveOut(NANT.evans);
		visit.leaveOut(NANT.evans);
		expect(visit.said.excludedIds).toEqual([]);
		visit.leaveOut(NANT.rees);
		visit.chooseAdult(NANT.rees);
		expect(visit.said.excludedIds).toEqual([]);
	});

	it('moves on from an adult who was chosen and is then left out', () => {
		const visit = atOffer();
		visit.chooseAdult(NANT.rees);
		visit.leaveOut(NANT.rees);
		expect(visit.adult?.name).toBe('Miss Evans');
	});

	it('ends at Anyone when everybody near is left out', () => {
		const visit = atOffer();
		for (const id of [NANT.evans, NANT.rees, NANT.pugh]) visit.leaveOut(id);
		expect(visit.adult).toBeNull();
	});
});

describe('the language', () => {
	it('changes without losing the place, and is the school’s again at Rest', () => {
		const visit = atOffer();
		visit.switchLanguage();
		expect(visit.language).toBe('cy');
		expect(visit.screen).toBe('offer');
		expect(visit.said.feeling).toBe('sad');
		visit.wipe();
		expect(visit.language).toBe('en');
	});

	it('is the child’s own once the face is chosen', () => {
		const visit = awake();
		visit.start();
		visit.choosePupil(examplePupil({ language: 'cy' }));
		expect(visit.language).toBe('cy');
	});

	it('comes back at Rest by itself when somebody only switched it', () => {
		const visit = awake();
		visit.switchLanguage();
		vi.advanceTimersByTime(IDLE_MS);
		expect(visit.language).toBe('en');
		expect(visit.screen).toBe('rest');
	});
});

describe('a class kiosk', () => {
	const ofEnfys = () =>
		exampleDirectory({
			kiosk: {
				id: 'e1000000-0000-4000-8000-000000000002',
				name: 'Enfys',
				place: 'class',
				classId: NANT.classEnfys
			}
		});

	it('asks for no class', () => {
		const visit = awake(kioskWith(ofEnfys()));
		visit.start();
		expect(visit.screen).toBe('who');
		expect(visit.said.classId).toBe(NANT.classEnfys);
	});

	it('rests on the faces while children arrive, and on the landscape afterwards', () => {
		vi.setSystemTime(ARRIVAL);
		const visit = awake(kioskWith(ofEnfys()));
		expect(visit.screen).toBe('who');
		expect(visit.resting).toBe(true);
		vi.advanceTimersByTime(30 * 60_000);
		visit.tick();
		expect(visit.screen).toBe('rest');
	});
});

describe('goodbye tells the truth', () => {
	it('that it is still being kept, where that takes long', async () => {
		const kiosk = kioskWith();
		kiosk.keepSafe.mockReturnValueOnce(new Promise(() => undefined));
		const visit = atOffer(kiosk);
		visit.wish('chat');
		await vi.advanceTimersByTimeAsync(200);
		expect(visit.screen).toBe('goodbye');
		expect(visit.goodbye?.state).toBe('keeping');
	});

	it('and does not come when the visit was ended before', async () => {
		const visit = atOffer();
		visit.wish('chat');
		visit.wipe();
		await vi.advanceTimersByTimeAsync(200);
		expect(visit.screen).toBe('rest');
	});

	it('when the tablet is full, for long enough to be read', async () => {
		const kiosk = kioskWith();
		const full = Object.assign(new Error('full'), { name: 'StorageFull' });
		kiosk.keepSafe.mockRejectedValueOnce(full);
		const visit = atOffer(kiosk);
		visit.wish('chat');
		await vi.advanceTimersByTimeAsync(GOODBYE_MS);
		expect(visit.goodbye?.state).toBe('full');
		await vi.advanceTimersByTimeAsync(GOODBYE_WITH_PROBLEM_MS);
		expect(visit.screen).toBe('rest');
	});

	it('when it could not be kept for another reason', async () => {
		const kiosk = kioskWith();
		kiosk.keepSafe.mockRejectedValueOnce(new Error('no disk'));
		const visit = atOffer(kiosk);
		visit.wish('hello');
		await visit.goodbye?.settled;
		expect(visit.goodbye?.state).toBe('failed');
	});
});
