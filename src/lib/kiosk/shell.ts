// The kiosk's service worker: installed once, and renewed between visits only, never during one.
const WORKER = '/service-worker.js';
const SCOPE = '/kiosk';
/** A tablet that is never closed looks for a new version as often as this. */
const LOOK_EVERY_MS = 60 * 60 * 1000;

/** Where there is no secure context there are no workers; the kiosk then works while it is online. */
const workers = (): ServiceWorkerContainer | undefined =>
	typeof navigator === 'undefined' ? undefined : navigator.serviceWorker;

/** Installs the worker; the page opens without the network from then on. */
export async function installShell(): Promise<void> {
	const registration = await workers()?.register(WORKER, { scope: SCOPE });
	if (!registration) return;
	setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
}

/** Call at Rest: when a new version waits, it takes over and the page starts anew with it. */
export async function renewShellAtRest(): Promise<void> {
	const container = workers();
	const waiting = (await container?.getRegistration(SCOPE))?.waiting;
	if (!container || !waiting) return;
	container.addEventListener('controllerchange', () => location.reload(), { once: true });
	waiting.postMessage('take-over');
}
