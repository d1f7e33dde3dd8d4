// Signed requests of this tablet to its server, and when the server last answered.
import { fetchAsKiosk } from '$lib/crossing/kiosk-request';
import type { KioskDatabase } from './database';
import type { Identity } from './names';

const KEEP_CONTACT_EVERY_MS = 1_000;

interface Kiosk {
	/** `null` until it is paired. */
	identity(): Identity | null;
	contact(at: number): void;
	/** The server does not take this tablet for a kiosk any more. */
	unpaired(): Promise<void>;
}

export class ServerContact {
	#keptAt = 0;

	constructor(
		private readonly database: KioskDatabase,
		private readonly kiosk: Kiosk
	) {}

	/** `null` when the server cannot be reached. */
	async ask(request: Parameters<typeof fetchAsKiosk>[2]): Promise<Response | null> {
		const identity = this.kiosk.identity();
		if (!identity) return null;
		try {
			const kept = (await this.database.storage.read('clockOffsetMs')) ?? 0;
			const { response, offsetMs } = await fetchAsKiosk(
				(input, init) => fetch(input, init),
				{ ...identity, offsetMs: kept },
				request
			);
			if (offsetMs !== kept) await this.database.write('clockOffsetMs', offsetMs);
			if (response.ok || response.status === 304) this.note();
			if (response.status === 401) await this.#noticeRefusal(response.clone());
			return response;
		} catch {
			return null;
		}
	}

	/** The server has answered just now. */
	note(): void {
		const at = Date.now();
		this.kiosk.contact(at);
		if (at - this.#keptAt < KEEP_CONTACT_EVERY_MS) return;
		this.#keptAt = at;
		void this.database.storage.jot('lastContactAt', at);
	}

	async #noticeRefusal(response: Response): Promise<void> {
		const { error } = (await response.json()) as { error?: string };
		if (error === 'unpaired') await this.kiosk.unpaired();
	}
}
