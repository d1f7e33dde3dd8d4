// What the calm space shows, and when: measured in the page, by its own clock.
import type { Page } from '@playwright/test';

declare global {
	interface Window {
		cwtchActivity?: {
			/** Of the newest tap. */
			tappedAt: number;
			/** When the picture had moved first since then, painted; `null` until it has. */
			movedAt: number | null;
			/** When words came to stand on the plate, in their order, and when that frame had been drawn. */
			words: { text: string; at: number; drawnAt: number | null }[];
			/** When the browser began each frame. */
			frames: number[];
		};
	}
}

/** Before navigation. */
export async function watchActivities(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const seen: NonNullable<Window['cwtchActivity']> = {
			tappedAt: 0,
			movedAt: null,
			words: [],
			frames: []
		};
		window.cwtchActivity = seen;
		addEventListener(
			'click',
			({ timeStamp, isTrusted }) => {
				if (!isTrusted) return;
				seen.tappedAt = timeStamp;
				seen.movedAt = null;
			},
			true
		);
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => (seen.movedAt ??= performance.now());
		const { port1: drawn, port2: onceDrawn } = new MessageChannel();
		drawn.onmessage = () => {
			const at = performance.now();
			for (const one of seen.words) one.drawnAt ??= at;
		};
		const isOfPicture = ({ target, type }: MutationRecord) =>
			type === 'attributes' && target instanceof Element && target.closest('.picture svg');
		new MutationObserver((changes) => {
			if (seen.movedAt === null && changes.some(isOfPicture))
				requestAnimationFrame(() => port2.postMessage(null));
			for (const { target, attributeName } of changes) {
				if (attributeName !== null && attributeName !== 'class') continue;
				const plate = (target instanceof Element ? target : target.parentElement)?.closest(
					'.says [role=status]'
				);
				const text = plate?.querySelector('.said')?.textContent ?? '';
				if (plate && text !== seen.words.at(-1)?.text) {
					seen.words.push({ text, at: performance.now(), drawnAt: null });
					onceDrawn.postMessage(null);
				}
			}
		}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
		const frame = (at: number) => {
			seen.frames.push(at);
			requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	});
}

const FRAME_MS = 1000 / 60;

/** Frames that the browser did not begin, of all that a screen of 60 a second has room for. */
export function droppedShare(frames: readonly number[]): number {
	let due = 0;
	let dropped = 0;
	for (let index = 1; index < frames.length; index += 1) {
		const room = Math.max(
			1,
			Math.round(((frames[index] ?? 0) - (frames[index - 1] ?? 0)) / FRAME_MS)
		);
		due += room;
		dropped += room - 1;
	}
	return due === 0 ? 0 : dropped / due;
}

/** The browser's frames of so many seconds from now on. */
export async function framesFor(page: Page, seconds: number): Promise<number[]> {
	return page.evaluate(async (ms) => {
		const { frames } = window.cwtchActivity ?? { frames: [] };
		const from = frames.length;
		await new Promise((over) => setTimeout(over, ms));
		return frames.slice(from);
	}, seconds * 1000);
}
