// Whether this device is told by a notice when somebody asks, and switching that on and off.
import { dev } from '$app/environment';

export type DeviceNotices =
	'unknown' | 'unsupported' | 'denied' | 'off' | 'working' | 'on' | 'failed';

const WORKER = '/service-worker.js';
const SCOPE = '/staff';
const ADDRESS = '/staff/push';
/** Which subscription of this browser the server knows. The browser may renew it by itself. */
const KNOWN_ENDPOINT = 'cwtch-notices-endpoint';

function keyBytes(base64url: string): Uint8Array<ArrayBuffer> {
	const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export class NoticesOfDevice {
	#state = $state<DeviceNotices>('unknown');
	readonly #pushKey: string;

	/** @param pushKey the server's public key, base64url */
	constructor(pushKey: string) {
		this.#pushKey = pushKey;
	}

	get state(): DeviceNotices {
		return this.#state;
	}

	/**
	 * Finds out how it is now; asks the person nothing. A browser may hold a subscription that the push
	 * service has dropped, or one of a colleague who signed in here before: only the server knows.
	 */
	async look(language: 'en' | 'cy'): Promise<void> {
		if (!('serviceWorker' in navigator) || !('PushManager' in window)) {
			this.#state = 'unsupported';
		} else if (Notification.permission === 'denied') {
			this.#state = 'denied';
		} else {
			const isKept = await this.#isKept(language).catch(() => false);
			this.#state = isKept ? 'on' : 'off';
		}
	}

	async switchOn(language: 'en' | 'cy'): Promise<void> {
		this.#state = 'working';
		try {
			if ((await Notification.requestPermission()) !== 'granted') {
				return await this.look(language);
			}
			const registration = await navigator.serviceWorker.register(WORKER, {
				scope: SCOPE,
				type: dev ? 'module' : 'classic'
			});
			await this.#active(registration);
			// An old one that does not work would be given again instead of a new one.
			const old = await registration.pushManager.getSubscription();
			const replaces = localStorage.getItem(KNOWN_ENDPOINT) ?? old?.endpoint;
			await old?.unsubscribe();
			const subscription = await registration.pushManager.subscribe({
				userVisibleOnly: true,
				applicationServerKey: keyBytes(this.#pushKey)
			});
			const saved = await this.#tell('POST', { ...subscription.toJSON(), language, replaces });
			if (!saved.ok) {
				await subscription.unsubscribe();
				throw new Error(`The server did not take the subscription: ${saved.status}`);
			}
			localStorage.setItem(KNOWN_ENDPOINT, subscription.endpoint);
			this.#state = 'on';
		} catch {
			this.#state = 'failed';
		}
	}

	async switchOff(): Promise<void> {
		this.#state = 'working';
		try {
			const subscription = await this.#subscription();
			if (subscription) {
				const { endpoint } = subscription;
				await this.#tell('DELETE', { endpoint });
				await subscription.unsubscribe();
			}
			localStorage.removeItem(KNOWN_ENDPOINT);
			this.#state = 'off';
		} catch {
			this.#state = 'failed';
		}
	}

	async #isKept(language: 'en' | 'cy'): Promise<boolean> {
		const subscription = await this.#subscription();
		if (!subscription) return false;
		const replaces = localStorage.getItem(KNOWN_ENDPOINT) ?? undefined;
		const answer = await this.#tell('PUT', { ...subscription.toJSON(), language, replaces });
		const isKept = answer.ok && ((await answer.json()) as { kept: boolean }).kept;
		if (isKept) localStorage.setItem(KNOWN_ENDPOINT, subscription.endpoint);
		return isKept;
	}

	#tell(method: 'POST' | 'PUT' | 'DELETE', body: object): Promise<Response> {
		return fetch(ADDRESS, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	}

	async #subscription(): Promise<PushSubscription | null> {
		const registration = await navigator.serviceWorker.getRegistration(SCOPE);
		return (await registration?.pushManager.getSubscription()) ?? null;
	}

	/** A worker must be active before it can be told anything. */
	#active(registration: ServiceWorkerRegistration): Promise<void> {
		const coming = registration.installing ?? registration.waiting;
		if (registration.active || !coming) return Promise.resolve();
		return new Promise((resolve, reject) => {
			coming.addEventListener('statechange', () => {
				if (coming.state === 'activated') resolve();
				if (coming.state === 'redundant') reject(new Error('The worker was not installed.'));
			});
		});
	}
}
