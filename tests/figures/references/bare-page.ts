// The least that a page which starts without a network can be: one button, one script, and a service
// worker that keeps both. What a screen costs is measured beside it.
import { createServer, type Server } from 'node:http';
import { freePort } from '../../support/postgres';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bare</title>
<link rel="icon" href="data:,">
<style>button { padding: 3rem; font-size: 2rem }</style>
<script type="module" src="/bare.js"></script>
</head>
<body><button id="start">Start</button></body>
</html>`;

const SCRIPT = `
let taps = 0;
const button = document.querySelector('button');
button.addEventListener('click', () => {
	taps += 1;
	button.id = 'started';
	button.textContent = 'Tapped ' + taps;
});
navigator.serviceWorker.register('/worker.js');
`;

const WORKER = `
addEventListener('install', (event) => {
	event.waitUntil(caches.open('bare').then((cache) => cache.addAll(['/', '/bare.js'])));
});
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
	event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
`;

const FILES: Record<string, { type: string; text: string }> = {
	'/': { type: 'text/html', text: PAGE },
	'/bare.js': { type: 'text/javascript', text: SCRIPT },
	'/worker.js': { type: 'text/javascript', text: WORKER }
};

export class BarePage {
	readonly origin: string;
	readonly #server: Server;

	private constructor(origin: string, server: Server) {
		this.origin = origin;
		this.#server = server;
	}

	static async serve(): Promise<BarePage> {
		const server = createServer((request, response) => {
			const file = FILES[request.url ?? ''];
			response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' });
			response.end(file?.text);
		});
		const port = await freePort();
		await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
		return new BarePage(`http://localhost:${port}`, server);
	}

	/** Ends at once; the page lives on in the browsers that have kept it. */
	async stop(): Promise<void> {
		const stopped = new Promise((done) => this.#server.close(done));
		this.#server.closeAllConnections();
		await stopped;
	}
}
