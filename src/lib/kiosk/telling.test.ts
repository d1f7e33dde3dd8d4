import { describe, expect, it, vi } from 'vitest';
import { toGrownUp } from './calm/to-grown-up';
import { NANT } from './example-school';
import {
	atOffer,
	awake,
	kioskWith,
	mali,
	MID_MORNING,
	stopClockAtMidMorning
} from './example-visit';
import { GOODBYE_MS, GOODBYE_WITH_PROBLEM_MS } from './idle-watch';
import type { Visit } from './visit.svelte';
import type { OfferChoice } from './what-was-said';

stopClockAtMidMorning();

describe('what is told', () => {
	it.each(['hello', 'skip', 'chat', 'walk', 'sit', 'put-right'] as OfferChoice[])(
		'ends after one tap on %s, on the same screen, with one envelope',
		async (choice) => {
			const kiosk = kioskWith();
			const visit = atOffer(kiosk);
			const shownBefore = visit.shown.count;
			visit.telling.wish(choice);
			visit.telling.wish(choice);
			await vi.advanceTimersByTimeAsync(0);
			expect(visit.screen).toBe('goodbye');
			expect(visit.shown.count).toBe(shownBefore + 1);
			expect(visit.telling.goodbye?.state).toBe('waiting');
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
		visit.telling.leaveOut(NANT.rees);
		visit.telling.wish({ need: 'toilet' });
		visit.telling.wish({ need: 'toilet' });
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
			visit.telling.wish({ need: 'poorly' });
			return kiosk.kept[0];
		};
		expect(kept((visit) => visit.openNeeds())).toMatchObject({ need: 'poorly', feeling: 'sad' });
		const undone = kept((visit) => {
			visit.back();
			visit.openNeeds();
		});
		expect(undone).toMatchObject({ need: 'poorly', feeling: null });
	});

	it('asks at the suggested time, so that one tap is enough', () => {
		const kiosk = kioskWith();
		atOffer(kiosk).telling.wish('walk');
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
		visit.telling.chooseAdult(NANT.rees);
		visit.telling.chooseWhen('lunch');
		visit.telling.wish('chat');
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
		visit.telling.openTalk();
		visit.telling.chooseAdult(null);
		expect(visit.telling.adult).toBeNull();
		visit.telling.wish('hello');
		expect(kiosk.kept[0]).toMatchObject({ feeling: null, wish: { kind: 'hello', adultIds: [] } });
	});

	it.each<[string, (visit: Visit) => void]>([
		[
			'"bigger" and "Yes"',
			(visit) => {
				visit.openCalm();
				toGrownUp(visit);
			}
		],
		[
			'the Talk door of For me',
			(visit) => {
				visit.openForMe();
				visit.telling.openTalk();
			}
		]
	])('takes all that was said along to the offers by %s', (_way, go) => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.telling.chooseSize(3);
		visit.telling.tapClue('tummy');
		visit.telling.chooseWhen('lunch');
		go(visit);
		expect(visit.screen).toBe('offer');
		visit.telling.wish('sit');
		const wish = { kind: 'ask', adultIds: [NANT.evans], how: 'sit', when: 'lunch' };
		expect(kiosk.kept).toMatchObject([{ feeling: 'sad', size: 3, clues: ['tummy'], wish }]);
	});

	it('asks without a feeling once Back has led to the feelings again', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.telling.chooseSize(3);
		visit.back();
		visit.openCalm();
		expect(visit.said.feeling).toBeNull();
		toGrownUp(visit);
		visit.telling.wish('chat');
		expect(kiosk.kept).toMatchObject([{ feeling: null }]);
		expect(kiosk.kept[0]).not.toHaveProperty('size');
	});

	it('offers no time that has gone by while a child was calm', () => {
		const visit = atOffer();
		visit.telling.chooseWhen('break');
		visit.openCalm();
		vi.setSystemTime(MID_MORNING + 90 * 60_000);
		visit.telling.openTalk();
		expect(visit.said.whens).not.toContain('break');
		expect(visit.said.whens).toContain(visit.said.when);
	});

	it('says who the child is with the certainty that the pictures gave', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.telling.compared('pictures-right');
		visit.telling.compared('pictures-wrong');
		visit.telling.wish('hello');
		expect(kiosk.kept[0]).toMatchObject({ certainty: 'pictures-right' });
	});

	it('takes along the pictures that the server could not be asked about, and no others', () => {
		const tried = ['key', 'boat', 'star'];
		const compared = kioskWith();
		const visit = atOffer(compared);
		visit.telling.picturesTried(tried);
		visit.telling.compared('pictures-wrong');
		visit.telling.wish('chat');
		expect(compared.kept[0]).toMatchObject({ certainty: 'pictures-wrong' });
		expect(compared.kept[0]).not.toHaveProperty('triedPictures');
		const offline = kioskWith();
		const offlineVisit = atOffer(offline);
		offlineVisit.telling.picturesTried(tried);
		offlineVisit.telling.wish('skip');
		expect(offline.kept[0]).toMatchObject({ certainty: 'not-asked', triedPictures: tried });
	});
});

describe('leaving an adult out', () => {
	it('sends the adult as excluded and offers the next one', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.telling.leaveOut(NANT.evans);
		expect(visit.telling.adult?.name).toBe('Mrs Rees');
		visit.telling.wish('chat');
		expect(kiosk.kept[0]).toMatchObject({
			excludedAdultIds: [NANT.evans],
			wish: { adultIds: [NANT.rees] }
		});
	});

	it('is undone by a second tap, and by choosing that adult', () => {
		const visit = atOffer();
		visit.telling.leaveOut(NANT.evans);
		visit.telling.leaveOut(NANT.evans);
		expect(visit.said.excludedIds).toEqual([]);
		visit.telling.leaveOut(NANT.rees);
		visit.telling.chooseAdult(NANT.rees);
		expect(visit.said.excludedIds).toEqual([]);
	});

	it('moves on from an adult who was chosen and is then left out', () => {
		const visit = atOffer();
		visit.telling.chooseAdult(NANT.rees);
		visit.telling.leaveOut(NANT.rees);
		expect(visit.telling.adult?.name).toBe('Miss Evans');
	});

	it('ends at Anyone when everybody near is left out', () => {
		const visit = atOffer();
		for (const id of [NANT.evans, NANT.rees, NANT.pugh]) visit.telling.leaveOut(id);
		expect(visit.telling.adult).toBeNull();
	});
});

describe('goodbye tells the truth', () => {
	it('that it is still being kept, where that takes long', async () => {
		const kiosk = kioskWith();
		kiosk.keepSafe.mockReturnValueOnce(new Promise(() => undefined));
		const visit = atOffer(kiosk);
		visit.telling.wish('chat');
		await vi.advanceTimersByTimeAsync(200);
		expect(visit.screen).toBe('goodbye');
		expect(visit.telling.goodbye?.state).toBe('keeping');
	});

	it('and does not come when the visit was ended before', async () => {
		const visit = atOffer();
		visit.telling.wish('chat');
		visit.wipe();
		await vi.advanceTimersByTimeAsync(200);
		expect(visit.screen).toBe('rest');
	});

	it('when the tablet is full, for long enough to be read', async () => {
		const kiosk = kioskWith();
		const full = Object.assign(new Error('full'), { name: 'StorageFull' });
		kiosk.keepSafe.mockRejectedValueOnce(full);
		const visit = atOffer(kiosk);
		visit.telling.wish('chat');
		await vi.advanceTimersByTimeAsync(GOODBYE_MS);
		expect(visit.telling.goodbye?.state).toBe('full');
		await vi.advanceTimersByTimeAsync(GOODBYE_WITH_PROBLEM_MS);
		expect(visit.screen).toBe('rest');
	});

	it('when it could not be kept for another reason', async () => {
		const kiosk = kioskWith();
		kiosk.keepSafe.mockRejectedValueOnce(new Error('no disk'));
		const visit = atOffer(kiosk);
		visit.telling.wish('hello');
		await visit.telling.goodbye?.settled;
		expect(visit.telling.goodbye?.state).toBe('failed');
	});
});
