// A grown-up's own browser, as far as notices go. Chromium takes no subscription without the internet:
// the subscription comes from the push service of the tests instead, which really decrypts what the
// server sends; the browser's own worker is then woken with it.
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { expect } from '@playwright/test';
import type { PushDevice, PushService } from './push-service';

/** Over what the browser cannot do here: where a subscription comes from and goes. */
const SUBSCRIBED_ELSEWHERE = `{
	const asSubscription = (device) => device && {
		endpoint: device.endpoint,
		toJSON: () => device,
		unsubscribe: () => window.pushUnsubscribe()
	};
	PushManager.prototype.subscribe = async ({ applicationServerKey }) =>
		asSubscription(await window.pushSubscribe([...applicationServerKey]));
	PushManager.prototype.getSubscription = async () => asSubscription(await window.pushSubscription());
}`;

export interface ShownNotice {
	title: string;
	body: string;
	lang: string;
	/** Whether it is heard though one like it stands there already. */
	renotify: boolean;
}

/** What a tap on a notice asks the browser to do. */
export type Brought = { focused: string } | { opened: string };

export class StaffDevice {
	#device: PushDevice | null = null;
	/** As a browser does now and then, without asking anybody. */
	renew: () => Promise<void> = () => Promise.reject(new Error('Notices are not switched on here.'));
	#delivered = 0;
	/** As the browser counts its workers, by scope. */
	readonly #registrations = new Map<string, string>();

	private constructor(
		readonly page: Page,
		readonly origin: string
	) {}

	/** Before the page is opened. It may show notices: nobody is there to be asked. */
	static async prepare(page: Page, origin: string, service: PushService): Promise<StaffDevice> {
		const device = new StaffDevice(page, origin);
		const context = page.context();
		await context.grantPermissions(['notifications'], { origin });
		await context.exposeFunction('pushSubscribe', async (key: number[]) => {
			device.renew = async () => {
				device.#device = await service.subscribe(Buffer.from(key).toString('base64url'));
				device.#delivered = 0;
			};
			await device.renew();
			return device.#said;
		});
		await context.exposeFunction('pushSubscription', () => device.#said);
		await context.exposeFunction('pushUnsubscribe', () => {
			device.#device = null;
			return true;
		});
		await context.addInitScript(SUBSCRIBED_ELSEWHERE);
		await device.#watchWorkers(context);
		return device;
	}

	get #said() {
		return this.#device && { endpoint: this.#device.endpoint, keys: this.#device.keys };
	}

	async #watchWorkers(context: BrowserContext): Promise<void> {
		const browser = await context.newCDPSession(this.page);
		browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			for (const { registrationId, scopeURL } of registrations) {
				this.#registrations.set(scopeURL, registrationId);
			}
		});
		await browser.send('ServiceWorker.enable');
		this.#deliver = async (data) => {
			const registrationId = this.#registrations.get(`${this.origin}/staff`);
			if (!registrationId) throw new Error('The staff side has no worker in this browser.');
			const message = { origin: this.origin, registrationId, data };
			await browser.send('ServiceWorker.deliverPushMessage', message);
		};
	}
	#deliver: (data: string) => Promise<void> = () => Promise.reject(new Error('Not prepared.'));

	/** Everything that came for this device, decrypted. */
	get device(): PushDevice {
		if (!this.#device) throw new Error('Notices are not switched on here.');
		return this.#device;
	}

	/** Waits for the server's next message and wakes the worker with it; ends when it has shown something. */
	async receive(): Promise<void> {
		let message: string | undefined;
		await expect
			.poll(async () => (message = (await this.device.received())[this.#delivered]))
			.toBeDefined();
		this.#delivered += 1;
		// A browser that is asked for its notices while one is coming forgets that one.
		const shown = await this.#worker.evaluateHandle(() => {
			const { registration } = globalThis as unknown as ServiceWorkerGlobalScope;
			const show = registration.showNotification.bind(registration);
			const first = new Promise<void>((resolve, reject) => {
				registration.showNotification = async (...notice) => {
					registration.showNotification = show;
					await show(...notice).then(resolve, reject);
				};
			});
			return { first };
		});
		await this.#deliver(message ?? '');
		await shown.evaluate(({ first }) => first);
	}

	/** What stands on the device now, in the browser's order. */
	async notices(): Promise<ShownNotice[]> {
		return this.page.evaluate(async () => {
			const registration = await navigator.serviceWorker.getRegistration('/staff');
			const shown = (await registration?.getNotifications()) ?? [];
			return shown.map((one) => ({
				title: one.title,
				body: one.body,
				lang: one.lang,
				// Missing in the types.
				renotify: 'renotify' in one && one.renotify === true
			}));
		});
	}

	/**
	 * Taps the notice that says this. A browser lets a worker move windows only after a real tap, which
	 * no test can make: what the worker wanted is told instead.
	 */
	async tapNotice(title: string): Promise<Brought[]> {
		return this.#worker.evaluate(async (wanted) => {
			const worker = globalThis as unknown as ServiceWorkerGlobalScope;
			const brought: Brought[] = [];
			WindowClient.prototype.focus = function (this: WindowClient) {
				brought.push({ focused: new URL(this.url).pathname });
				return Promise.resolve(this);
			};
			worker.clients.openWindow = (url) => {
				brought.push({ opened: String(url) });
				return Promise.resolve(null);
			};
			const shown = await worker.registration.getNotifications();
			const notification = shown.find((one) => one.title === wanted);
			if (!notification) throw new Error(`No notice says: ${wanted}`);
			const event = new NotificationEvent('notificationclick', { notification });
			let finished: Promise<unknown> = Promise.reject(new Error('The worker did not answer.'));
			finished.catch(() => undefined);
			event.waitUntil = (work) => (finished = Promise.resolve(work));
			worker.dispatchEvent(event);
			await finished;
			return brought;
		}, title);
	}

	get #worker(): Worker {
		const workers = this.page.context().serviceWorkers();
		const own = workers.find((worker) => worker.url().startsWith(this.origin));
		if (!own) throw new Error('No worker runs in this browser.');
		return own;
	}
}
