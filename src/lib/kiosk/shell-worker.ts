// The service worker that keeps the kiosk's shell, so that the tablet starts without a network. A new
// version takes over at Rest only, never while a child is there.

const WORKER_FILE = '/service-worker.js';
const SCOPE = '/kiosk';
const LOOK_FOR_UPDATE_MS = 60 * 60_000;
/** One file that could not be had, and nothing is kept: the tablet would not start without a network. */
const INSTALL_AGAIN_MS = 30_000;

interface ShellWorkerSays {
	isResting(): boolean;
	/** The new version is in charge: the page begins again with it. */
	tookOver(): void;
}

export class ShellWorker {
	#registration: ServiceWorkerRegistration | null = null;
	#type: WorkerType = 'classic';
	#lookedAt = 0;

	constructor(private readonly says: ShellWorkerSays) {}

	/** Without a secure context there is no worker, and the kiosk works for as long as it is open. */
	async register(type: WorkerType): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		const hadOne = navigator.serviceWorker.controller !== null;
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			if (hadOne) this.says.tookOver();
		});
		this.#type = type;
		await this.#install();
		void this.#keepLater();
	}

	async #install(): Promise<void> {
		this.#lookedAt = Date.now();
		this.#registration = await navigator.serviceWorker
			.register(WORKER_FILE, { scope: SCOPE, type: this.#type })
			.catch(() => null);
	}

	#isThere(): boolean {
		const { installing, waiting, active } = this.#registration ?? {};
		return Boolean(installing ?? waiting ?? active);
	}

	/** The worker keeps the calm space and other fonts when it has kept all else. */
	async #keepLater(): Promise<void> {
		const { active } = await navigator.serviceWorker.ready;
		active?.postMessage('keep-later');
	}

	/** At Rest, now and then. */
	rests(): void {
		if (this.#lookedAt === 0 || !this.says.isResting()) return;
		const since = Date.now() - this.#lookedAt;
		if (!this.#isThere()) {
			if (since >= INSTALL_AGAIN_MS) void this.#install();
			return;
		}
		this.#registration?.waiting?.postMessage('take-over');
		if (since < LOOK_FOR_UPDATE_MS) return;
		this.#lookedAt = Date.now();
		void this.#keepLater();
		// Offline there is nothing to look for.
		this.#registration?.update().catch(() => undefined);
	}
}
