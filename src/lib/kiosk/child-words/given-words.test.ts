import { describe, expect, it, vi } from 'vitest';
import { openChildWords } from '$lib/crossing/open-child-words';
import {
	drawingBytes,
	MOST_DRAWING_BYTES,
	NO_WORDS,
	type Drawing,
	type Sound
} from '$lib/crossing/child-words';
import type { Bytes } from '$lib/crossing/bytes';
import type { Routing } from '$lib/domain/check-in';
import type { Kept } from '../device.svelte';
import { atOffer, kioskWith, mali, stopClockAtMidMorning } from '../example-visit';
import { IDLE_MS } from '../idle-watch';
import { StorageFull } from '../outbox/outbox';
import { addWords, withMark } from './add-words';

stopClockAtMidMorning();

const sound: Sound = { type: 'audio/webm;codecs=opus', ms: 900, bytes: Uint8Array.of(1, 2, 3) };

/** A kiosk that notes the words that it was given. */
function noting(keep: (routing: Routing, words?: Bytes) => Promise<Kept>) {
	return { ...kioskWith(), keepSafe: vi.fn(keep) };
}
const kept = () => Promise.resolve({ id: '1', state: 'waiting' } as Kept);
const wordsIn = (packed: Bytes | undefined) => {
	const opened = openChildWords(packed ?? new Uint8Array());
	return opened.kind === 'words' ? opened.words : null;
};

describe('a visit with words', () => {
	it('sends all that was given with its last tap, and says that it does', async () => {
		const kiosk = noting(kept);
		const visit = atOffer(kiosk);
		addWords(visit.words, { text: 'it was me' });
		addWords(visit.words, { sound });
		visit.telling.wish('hello');
		await vi.advanceTimersByTimeAsync(0);
		expect(kiosk.keepSafe).toHaveBeenCalledOnce();
		const [routing, packed] = kiosk.keepSafe.mock.calls[0] ?? [];
		expect(routing).toMatchObject({ wish: { kind: 'hello' }, withWords: true });
		expect(wordsIn(packed)).toEqual({ ...NO_WORDS, text: 'it was me', sound });
	});

	it('sends nothing of them when they were taken away again', async () => {
		const kiosk = noting(kept);
		const visit = atOffer(kiosk);
		addWords(visit.words, { text: 'no' });
		addWords(visit.words, { text: '' });
		expect(visit.words.words).toBeNull();
		visit.telling.wish('chat');
		await vi.advanceTimersByTimeAsync(0);
		expect(kiosk.keepSafe.mock.calls[0]).toHaveLength(1);
		expect(kiosk.keepSafe.mock.calls[0]?.[0]).not.toHaveProperty('withWords');
	});

	it('waits for the end of a recording, also when the page goes meanwhile', async () => {
		const kiosk = noting(kept);
		const visit = atOffer(kiosk);
		const { words } = visit;
		words.awaits(
			new Promise<void>((resolve) =>
				setTimeout(() => {
					addWords(words, { sound });
					resolve();
				}, 40)
			)
		);
		visit.telling.wish('chat');
		visit.wipe();
		await vi.advanceTimersByTimeAsync(40);
		expect(wordsIn(kiosk.keepSafe.mock.calls[0]?.[1])).toMatchObject({ sound });
	});

	it('never loses the ask where there is no room for the words, and tells the child', async () => {
		const kiosk = noting((_routing, words) => (words ? Promise.reject(new StorageFull()) : kept()));
		const visit = atOffer(kiosk);
		addWords(visit.words, { sound });
		visit.telling.wish('chat');
		await vi.advanceTimersByTimeAsync(0);
		expect(visit.telling.goodbye?.state).toBe('waiting');
		expect(visit.words.isLeftBehind).toBe(true);
		expect(kiosk.keepSafe.mock.calls[1]?.[0]).not.toHaveProperty('withWords');
	});

	it('says that nothing is kept where there is no room at all', async () => {
		const visit = atOffer(noting(() => Promise.reject(new StorageFull())));
		addWords(visit.words, { text: 'hello' });
		visit.telling.wish('chat');
		await vi.advanceTimersByTimeAsync(0);
		expect(visit.telling.goodbye?.state).toBe('full');
		expect(visit.words.isLeftBehind).toBe(false);
	});
});

describe('another child', () => {
	it.each(['notMe', 'wipe'] as const)('finds none of them after %s, also not late ones', (end) => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		const { words } = visit;
		addWords(words, { text: 'secret' });
		visit[end]();
		expect(visit.words.words).toBeNull();
		addWords(words, { sound });
		visit.choosePupil(mali(kiosk));
		expect(visit.words.words).toBeNull();
	});
});

describe('the screens of words', () => {
	it('lead back one by one, to what is offered', () => {
		const visit = atOffer();
		visit.shown.show('words');
		visit.shown.show('words-draw');
		visit.back();
		expect(visit.screen).toBe('words');
		visit.back();
		expect(visit.screen).toBe('offer');
	});

	it('keep what was typed when a child thinks for long', () => {
		const visit = atOffer();
		visit.shown.show('words-type');
		addWords(visit.words, { text: 'well' });
		vi.advanceTimersByTime(IDLE_MS);
		expect(visit.overlays.shown).toBe('still-there');
		visit.overlays.stillThere();
		expect(visit.screen).toBe('words-type');
		expect(visit.words.words?.text).toBe('well');
	});
});

describe('a drawing', () => {
	it('keeps what fits, and says when that is not all', () => {
		let drawing: Drawing = { width: 1600, height: 1000, marks: [] };
		const line = { pen: 'pencil', points: Array.from({ length: 1_200 }, () => 1599) };
		let isFull = false;
		for (let lines = 0; !isFull && lines < 100; lines += 1)
			({ drawing, isFull } = withMark(drawing, line));
		expect(isFull).toBe(true);
		const bytes = drawingBytes(drawing).length;
		expect(bytes).toBeLessThanOrEqual(MOST_DRAWING_BYTES);
		expect(bytes).toBeGreaterThan(MOST_DRAWING_BYTES - 200);
		for (const mark of drawing.marks) expect('points' in mark && mark.points.length % 2).toBe(0);
		const stamp = { stamp: 'sun', x: 1000, y: 1000 };
		const filled = Array.from({ length: 9 }).reduce<Drawing>(
			(made) => withMark(made, stamp).drawing,
			drawing
		);
		expect(drawingBytes(filled).length).toBeLessThanOrEqual(MOST_DRAWING_BYTES);
	});
});
