// A kiosk of the example school and visits at it, for the tests of the child's side. Never imported by
// the app.
import type { Directory } from '$lib/crossing/directory';
import type { ComeAnswer } from '$lib/domain/cwtch';
import type { Routing } from '$lib/domain/check-in';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Kept } from './device.svelte';
import { exampleDirectory, NANT } from './example-school';
import { Visit, type VisitKiosk } from './visit.svelte';

/** A Tuesday in term, between arrival and break. */
export const MID_MORNING = Date.UTC(2026, 10, 24, 9, 40);
export const ARRIVAL = Date.UTC(2026, 10, 24, 8, 50);

/** For the head of a test file: its clock stands at `MID_MORNING` until a test moves it. */
export function stopClockAtMidMorning(): void {
	beforeEach(() => {
		vi.useFakeTimers({ now: MID_MORNING });
	});
	afterEach(() => {
		vi.useRealTimers();
	});
}

export function kioskWith(directory: Directory = exampleDirectory()) {
	const kept: Routing[] = [];
	const kiosk = {
		directory: directory as Directory | null,
		lastContactAt: MID_MORNING as number | null,
		kept,
		keepSafe: vi.fn(async (routing: Routing) => {
			kept.push(routing);
			return { id: String(kept.length), state: 'waiting' } as Kept;
		}),
		urgentAnswer: vi.fn(() => null),
		comeAnswer: vi.fn((_id: string): ComeAnswer | null => null),
		checkWho: vi.fn(),
		passSaid: vi.fn(() => null),
		answers: vi.fn(),
		fileUrl: vi.fn(() => null),
		file: vi.fn(async () => null)
	};
	return kiosk satisfies VisitKiosk;
}

export function awake(kiosk: VisitKiosk = kioskWith()) {
	const visit = new Visit('en');
	visit.wake(kiosk);
	return visit;
}

export const mali = (kiosk: { directory: Directory | null }) => {
	const [pupil] = kiosk.directory?.pupils ?? [];
	if (!pupil) throw new Error('The example school has no pupils');
	return pupil;
};

/** Mali has tapped a feeling, and sees what she can wish for. */
export function atOffer(kiosk = kioskWith()) {
	const visit = awake(kiosk);
	visit.start();
	visit.chooseClass(NANT.classEnfys);
	visit.choosePupil(mali(kiosk));
	visit.telling.chooseFeeling('sad');
	return visit;
}
