import type { Directory } from '$lib/crossing/directory';
import type { Routing } from '$lib/domain/check-in';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Kept } from './device.svelte';
import { exampleDirectory, examplePupil, NANT } from './example-school';
import { IDLE_ARRIVAL_MS, IDLE_MS, STILL_THERE_MS } from './idle-watch';
import { NOTHING_SAID, type OfferChoice } from './what-was-said';
import { GOODBYE_MS, GOODBYE_WITH_PROBLEM_MS, Visit, type VisitKiosk } from './visit.svelte';

/** A Tuesday in term, between arrival and break. */
const MID_MORNING = Date.UTC(2026, 10, 24, 9, 40);
const ARRIVAL = Date.UTC(2026, 10, 24, 8, 50);

function kioskWith(directory: Directory = exampleDirectory()) {
	const kept: Routing[] = [];
	const kiosk = {
		directory: directory as Directory | null,
		kept,
		keepSafe: vi.fn(async (routing: Routing) => {
			kept.push(routing);
			return { id: String(kept.length), state: 'waiting' } as Kept;
		}),
		urgentNews: vi.fn(() => null),
		checkPictures: vi.fn(),
		answers: vi.fn()
	};
	return kiosk satisfies VisitKiosk;
}

function awake(kiosk: VisitKiosk = kioskWith()) {
	const visit = new Visit('en');
	visit.wake(kiosk);
	return visit;
}

const mali = (kiosk: { directory: Directory | null }) => {
	const [pupil] = kiosk.directory?.pupils ?? [];
	if (!pupil) throw new Error('The example school has no pupils');
	return pupil;
};

function atOffer(kiosk = kioskWith()) {
	const visit = awake(kiosk);
	visit.start();
	visit.chooseClass(NANT.classEnfys);
	visit.choosePupil(mali(kiosk));
	visit.chooseFeeling('sad');
	return visit;
}

beforeEach(() => {
	vi.useFakeTimers({ now: MID_MORNING });
});
afterEach(() => {
	vi.useRealTimers();
});

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
			const shownBefore = visit.screensShown;
			visit.wish(choice);
			expect(visit.screen).toBe('goodbye');
			expect(visit.screensShown).toBe(shownBefore + 1);
			await visit.goodbye?.settled;
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
		visit.picturesChecked('pictures-right');
		visit.picturesChecked('pictures-wrong');
		visit.wish('hello');
		expect(kiosk.kept[0]).toMatchObject({ certainty: 'pictures-right' });
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

describe('nothing is left', () => {
	const expectWiped = (visit: Visit) => {
		expect(visit.screen).toBe('rest');
		expect(visit.overlay).toBeNull();
		expect(visit.said).toEqual(NOTHING_SAID);
		expect(visit.goodbye).toBeNull();
		expect(visit.hiddenAmong).toEqual([]);
		expect(visit.announcement).toBe('');
	};

	it('after goodbye, by itself', () => {
		const visit = atOffer();
		visit.wish('chat');
		vi.advanceTimersByTime(GOODBYE_MS);
		expectWiped(visit);
	});

	it('after "Not me!": back to the faces of the class, nothing sent', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.leaveOut(NANT.evans);
		visit.notMe();
		expect(visit.screen).toBe('who');
		expect(visit.said).toEqual({ ...NOTHING_SAID, classId: NANT.classEnfys });
		expect(kiosk.keepSafe).not.toHaveBeenCalled();
	});

	it('after the page was hidden', () => {
		const visit = atOffer();
		visit.wipe();
		expectWiped(visit);
	});

	it('when nobody answers "Are you still there?"', () => {
		const visit = atOffer();
		vi.advanceTimersByTime(IDLE_MS);
		expect(visit.overlay).toBe('still-there');
		vi.advanceTimersByTime(STILL_THERE_MS - 1);
		expect(visit.said.feeling).toBe('sad');
		vi.advanceTimersByTime(1);
		expectWiped(visit);
	});

	it('but the visit goes on when the child is still there', () => {
		const visit = atOffer();
		vi.advanceTimersByTime(IDLE_MS);
		visit.stillHere();
		vi.advanceTimersByTime(STILL_THERE_MS);
		expect(visit.screen).toBe('offer');
		expect(visit.said.feeling).toBe('sad');
	});

	it('and every touch starts the time again', () => {
		const visit = atOffer();
		vi.advanceTimersByTime(IDLE_MS - 1);
		visit.touch();
		vi.advanceTimersByTime(IDLE_MS - 1);
		expect(visit.overlay).toBeNull();
	});

	it('after hiding and tapping a picture that is not the own', () => {
		const visit = atOffer();
		visit.hide();
		expect(visit.hiddenAmong).toContain('fox');
		visit.comeBack('owl');
		expectWiped(visit);
	});

	it('but the own picture brings the visit back, with For me closed', () => {
		const visit = atOffer();
		visit.openForMe();
		visit.hide();
		visit.comeBack('fox');
		expect(visit.overlay).toBeNull();
		expect(visit.screen).toBe('feelings');
		expect(visit.said.feeling).toBe('sad');
	});
});

describe('idle', () => {
	it('is not asked during something calm, and a minute after it', () => {
		const visit = atOffer();
		visit.openCalm();
		visit.calmPlays(true);
		vi.advanceTimersByTime(10 * 60_000);
		expect(visit.overlay).toBeNull();
		visit.calmPlays(false);
		vi.advanceTimersByTime(59_999);
		expect(visit.overlay).toBeNull();
		vi.advanceTimersByTime(1);
		expect(visit.overlay).toBe('still-there');
	});

	it('comes sooner while children arrive', () => {
		vi.setSystemTime(ARRIVAL);
		const visit = atOffer();
		vi.advanceTimersByTime(IDLE_ARRIVAL_MS);
		expect(visit.overlay).toBe('still-there');
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

describe('"I need a grown-up now"', () => {
	it('is sent from Rest without a name, and shown at once', () => {
		const kiosk = kioskWith();
		const visit = awake(kiosk);
		visit.callUrgent();
		expect(visit.overlay).toBe('urgent');
		expect(kiosk.kept).toEqual([
			{
				v: 1,
				kind: 'urgent',
				at: MID_MORNING,
				pupilId: null,
				language: 'en',
				byMistake: false
			}
		]);
	});

	it('says the truth when it has not arrived', async () => {
		const visit = awake();
		visit.callUrgent();
		expect(visit.urgent?.state).toBe('telling');
		await vi.advanceTimersByTimeAsync(4_000);
		expect(visit.urgent?.state).toBe('offline');
	});

	it('is not cancelled by "I tapped by mistake"', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.callUrgent();
		visit.urgent?.sayMistake();
		visit.urgent?.sayMistake();
		expect(kiosk.kept.map((routing) => routing.kind === 'urgent' && routing.byMistake)).toEqual([
			false,
			true
		]);
		visit.leaveUrgent();
		expect(visit.screen).toBe('offer');
		expect(visit.said.feeling).toBe('sad');
	});

	it('does not open a hidden visit when it is left', () => {
		const visit = atOffer();
		visit.hide();
		visit.callUrgent();
		visit.leaveUrgent();
		expect(visit.overlay).toBe('hidden');
	});

	it('tells what to do even on a tablet that is not paired', () => {
		const visit = new Visit('en');
		visit.callUrgent();
		expect(visit.overlay).toBe('urgent');
		expect(visit.urgent?.state).toBe('offline');
	});
});

describe('goodbye tells the truth', () => {
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
