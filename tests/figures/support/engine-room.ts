// The kiosk's own working parts, from the production build, without its screens: what keeps, seals and
// forwards when a child taps, so that a figure can do it a thousand times.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Routing } from '$lib/domain/check-in';
import type { Engine } from '$lib/kiosk/outbox/engine';
import { FORWARDER_LOCK } from '$lib/kiosk/outbox/drain';
import { checkInOf } from '../../support/visit-messages';
import { BUILT_CLIENT } from './kiosk-scripts';
import type { ScriptedPage } from './unwatched-browser';

declare global {
	interface Window {
		cwtchEngine?: Engine;
		cwtchDelivered?: Set<string>;
		cwtchRoom?: { Engine: typeof Engine };
		cwtchLetGo?: () => void;
	}
}

/** Something to keep. Words are bytes, since that is what a drawing is. */
export interface ToKeep {
	routing: Routing;
	words: string | null;
}

/** A page of the kiosk's origin that the worker does not control and that has no scripts of its own. */
const EMPTY_PAGE = '/health';
const LOOK_AGAIN_MS = 25;
const GIVE_UP_MS = 90_000;
const CHUNKS = '_app/immutable/chunks';

function engineScript(): string {
	const found = readdirSync(join(BUILT_CLIENT, CHUNKS)).find(
		(name) =>
			name.endsWith('.js') &&
			/export\s*\{[^}]*\bas Engine\b/.test(readFileSync(join(BUILT_CLIENT, CHUNKS, name), 'utf8'))
	);
	if (!found) throw new Error('The build has no script with the kiosk’s engine in it.');
	return `/${CHUNKS}/${found}`;
}

export class EngineRoom<PageLike extends ScriptedPage = Page> {
	constructor(readonly page: PageLike) {}

	/** The server must be there; it may be gone afterwards. */
	static async open<PageLike extends ScriptedPage>(
		page: PageLike,
		origin: string
	): Promise<EngineRoom<PageLike>> {
		await page.goto(origin + EMPTY_PAGE);
		await page.evaluate(async (script) => {
			// As text: the browser is to import this, and not the runner that this file runs in.
			const load = new Function('script', 'return import(script)');
			window.cwtchRoom = (await load(script)) as { Engine: typeof Engine };
		}, engineScript());
		await page.evaluate(async () => {
			const room = window.cwtchRoom;
			if (!room) throw new Error('The engine did not load.');
			const delivered = new Set<string>();
			const nothing = () => undefined;
			const engine = new room.Engine({
				outbox: (news) => {
					if (news.kind === 'delivered') for (const id of news.ids) delivered.add(id);
				},
				waiting: nothing,
				directory: nothing,
				contact: nothing,
				revoked: nothing,
				urgent: nothing,
				come: nothing,
				pass: nothing,
				files: nothing
			});
			await engine.start();
			window.cwtchEngine = engine;
			window.cwtchDelivered = delivered;
		}, null);
		return new EngineRoom(page);
	}

	/** Keeps them one after the other, as children would; gives their ids. */
	keep(what: readonly ToKeep[]): Promise<string[]> {
		return this.page.evaluate(async (all) => {
			const engine = window.cwtchEngine;
			if (!engine) throw new Error('The engine is not open.');
			const ids: string[] = [];
			for (const { routing, words } of all) {
				ids.push(await engine.keepSafe(routing, words ? new TextEncoder().encode(words) : null));
			}
			return ids;
		}, what);
	}

	/** Nothing leaves until `drain`, as if another tab of this tablet were sending. */
	async hold(): Promise<void> {
		await this.page.evaluate(
			(lock) =>
				new Promise<void>((held) => {
					void navigator.locks.request(
						lock,
						() =>
							new Promise<void>((letGo) => {
								window.cwtchLetGo = letGo;
								held();
							})
					);
				}),
			FORWARDER_LOCK
		);
	}

	/** Milliseconds from the network's return until these were delivered, receipts verified, bodies deleted. */
	drain(ids: readonly string[]): Promise<number> {
		return this.page.evaluate(
			(all) =>
				new Promise<number>((resolve) => {
					const left = new Set(all);
					const channel = new BroadcastChannel('cwtch-outbox');
					const from = performance.now();
					channel.onmessage = ({ data }: MessageEvent<{ kind: string; ids: string[] }>) => {
						if (data.kind !== 'delivered') return;
						for (const id of data.ids) left.delete(id);
						if (left.size > 0) return;
						channel.close();
						resolve(performance.now() - from);
					};
					dispatchEvent(new Event('online'));
					window.cwtchLetGo?.();
				}),
			ids
		);
	}
}

/** How many envelopes wait on the disk, read past the app, in any page of its origin. */
export function waitingOn(page: ScriptedPage): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve, reject) => {
				const opening = indexedDB.open('cwtch-kiosk');
				opening.onerror = () => reject(opening.error ?? new Error('The outbox cannot be read.'));
				opening.onsuccess = () => {
					const database = opening.result;
					const counting = database.transaction('outbox').objectStore('outbox').count();
					counting.onsuccess = () => {
						database.close();
						resolve(counting.result);
					};
				};
			}),
		null
	);
}

/** Ends when nothing waits any more on the tablet's disk. */
export async function untilEmpty(page: ScriptedPage): Promise<void> {
	const patience = { timeout: GIVE_UP_MS, intervals: [LOOK_AGAIN_MS] };
	await expect.poll(() => waitingOn(page), { message: 'in the outbox', ...patience }).toBe(0);
}

/** A check-in of the demo's child, alike but for what is given. */
export const checkIn = (pupilId: string, extra: Parameters<typeof checkInOf>[1] = {}): Routing =>
	checkInOf(pupilId, { moment: 'during', feeling: 'calm', ...extra });
