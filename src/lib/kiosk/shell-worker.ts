// The service worker that keeps the kiosk's shell, so that the tablet starts without a network. A new
// version takes over at Rest only, never while a child is there.

const WORKER_FILE = '/service-worker.js';
const SCOPE = '/kiosk';
const LOOK_FOR_UPDATE_MS = 60 * 60_000;
/** One file that could not be had, and nothing is kept: the tablet would not start without a network. */
const INSTALL_AGAIN_MS = 30_000;
/** Held by each page of this tablet while a child is at it. */
const CHILD_IS_THERE = 'child-is-there';

interface ShellWorkerSays {
	isResting(): boolean;
	/** The new version is in charge, and nobody is there: the page begins again with it. */
	tookOver(): void;
}

/** No page of this tablet lets a new version take over until the child has gone: call what comes back then. */
export function keepVersion(locks: LockManager | undefined): () => void {
	let go = () => {};
	const gone = new Promise<void>((resolve) => (go = resolve));
	void locks?.request(CHILD_IS_THERE, { mode: 'shared' }, () => gone);
	return go;
}

export class ShellWorker {
	#registration: ServiceWorkerRegistration | null = null;
	#type: WorkerType = 'classic';
	#lookedAt = 0;
	#hasTakenOver = false;

	constructor(private readonly says: ShellWorkerSays) {}

	/** Without a secure context there is no worker, and the kiosk works for as long as it is open. */
	async register(type: WorkerType): Promise<void> {
		if (!('serviceWorker' in navigator)) return;
		let hadOne = navigator.serviceWorker.controller !== null;
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			this.#hasTakenOver = hadOne;
			hadOne = true;
			this.rests();
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

	/** Another page of this tablet may have a child. */
	async #letTakeOver(): Promise<void> {
		const waiting = this.#registration?.waiting;
		const takeOver = (isFree: unknown) => isFree && waiting?.postMessage('take-over');
		if (!waiting) return;
		if (navigator.locks === undefined) takeOver(true);
		else await navigator.locks.request(CHILD_IS_THERE, { ifAvailable: true }, takeOver);
	}

	/** Looked at now and then, and whenever a visit is over. */
	rests(): void {
		if (this.#lookedAt === 0 || !this.says.isResting()) return;
		if (this.#hasTakenOver) {
			this.says.tookOver();
			return;
		}
		const since = Date.now() - this.#lookedAt;
		if (!this.#isThere()) {
			if (since >= INSTALL_AGAIN_MS) void this.#install();
			return;
		}
		void this.#letTakeOver();
		if (since < LOOK_FOR_UPDATE_MS) return;
		this.#lookedAt = Date.now();
		void this.#keepLater();
		// Offline there is nothing to look for.
		this.#registration?.update().catch(() => undefined);
	}
}
