/// <reference lib="webworker" />
// Listeners only; what they do stands beside this file.
import { renewNotices } from './renew-notices';
import { openStaffPage, showNotice } from './show-notice';
import {
	answerFromShell,
	answerWithoutWorker,
	forgetOldShells,
	keepLater,
	keepShell
} from './shell-cache';
import { OUTBOX_SYNC, wakeOutbox } from './wake-outbox';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
/** The same script serves both sides; each registers it for itself. */
const isKiosk = () => new URL(worker.registration.scope).pathname.startsWith('/kiosk');

worker.addEventListener('install', (event) => {
	if (isKiosk()) event.waitUntil(Promise.all([answerWithoutWorker(event), keepShell()]));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(
		Promise.all([worker.clients.claim(), isKiosk() ? forgetOldShells() : Promise.resolve()])
	);
});

worker.addEventListener('fetch', (event) => {
	if (!isKiosk()) return;
	const answer = answerFromShell(event.request);
	if (answer) event.respondWith(answer);
});

worker.addEventListener('message', (event) => {
	// Asked for at Rest only: an update never happens during a visit.
	if (event.data === 'take-over') void worker.skipWaiting();
	// Without a network it is asked for again.
	if (event.data === 'keep-later') event.waitUntil(keepLater().catch(() => undefined));
});

worker.addEventListener('sync', (event) => {
	const { tag } = event as unknown as { tag: string };
	if (tag === OUTBOX_SYNC) (event as ExtendableEvent).waitUntil(wakeOutbox());
});

worker.addEventListener('push', (event) => event.waitUntil(showNotice(worker, event)));
worker.addEventListener('pushsubscriptionchange', (event) =>
	event.waitUntil(renewNotices(worker, event))
);
worker.addEventListener('notificationclick', (event) =>
	event.waitUntil(openStaffPage(worker, event))
);
