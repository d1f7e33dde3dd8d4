// The service worker that keeps the kiosk's shell, so that the tablet starts without a network. A new
// version takes over at Rest only, never while a child is there.

const WORKER_FILE = '/service-worker.js';
const SCOPE = '/kiosk';
const LOOK_FOR_UPDATE_MS = 60 * 60_000;

interface ShellWorkerSays {
	isResting(): boolean;
	/** The new version is in charge: the page begins again with it. */
	tookOver(): void;
}

export class ShellWorker {
	#registration: ServiceWorkerRegistration | null = null;
	#lookedAt = 0;

	constructor(private readonly says: ShellWorkerSays) {}

	/** Without a secure context there is no worker, and the kiosk works for as long as it is open. */
	async register(type: WorkerType): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		const hadOne = navigator.serviceWorker.controller !== null;
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			if (hadOne) this.says.tookOver();
		});
		this.#registration = await navigator.serviceWorker
			.register(WORKER_FILE, { scope: SCOPE, type })
			.catch(() => null);
		this.#lookedAt = Date.now();
		void this.#keepLater();
	}

	/** The worker keeps the calm space and other fonts when it has kept all else. */
	async #keepLater(): Promise<void> {
		const { active } = await navigator.serviceWorker.ready;
		active?.postMessage('keep-later');
	}

	/** At Rest, now and then. */
	rests(): void {
		if (!this.#registration || !this.says.isResting()) return;
		this.#registration.waiting?.postMessage('take-over');
		if (Date.now() - this.#lookedAt < LOOK_FOR_UPDATE_MS) return;
		this.#lookedAt = Date.now();
		void this.#keepLater();
		// Offline there is nothing to look for.
		this.#registration.update().catch(() => undefined);
	}
}
