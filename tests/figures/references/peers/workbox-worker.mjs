// Workbox's queue for Background Sync, in a service worker: one request per document.
import { Queue } from 'workbox-background-sync';

let queue;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

async function answer({ fill, drain }) {
	if (fill) {
		// Sent when it is asked for, never by the browser's own choice.
		queue = new Queue(`documents-${crypto.randomUUID()}`, { onSync: () => undefined });
		for (const document of fill) {
			const body = JSON.stringify([document]);
			const headers = { 'content-type': 'application/json' };
			const request = new Request('/documents', { method: 'POST', headers, body });
			await queue.pushRequest({ request });
		}
	}
	const from = performance.now();
	if (drain) await queue.replayRequests();
	return performance.now() - from;
}

addEventListener('message', (event) => {
	event.waitUntil(answer(event.data).then((ms) => event.ports[0].postMessage(ms)));
});
