// Brings the school's directory up to date. One request after the other: an answer that is slow on its way
// never takes the place of a newer one. What comes to nothing is tried again by itself: the server tells of
// a change once.
import type { Directory } from '$lib/crossing/directory';
import { DIRECTORY_SIGNATURE_HEADER, isDirectoryGenuine } from '$lib/crossing/directory-signature';
import type { fetchAsKiosk } from '$lib/crossing/kiosk-request';
import { verifyingKey } from '$lib/crossing/receipt';
import type { Identity, KeptDirectory } from './names';
import { pauseAfter } from './pause-after';

/** A network that neither answers nor ends holds the next renewal up no longer. */
const RENEWAL_TIMEOUT_MS = 30_000;
/** Nothing is newer, and a tablet that is no kiosk any more. */
const FINAL: readonly number[] = [304, 401];

export interface DirectoryPlace {
	/** `null` while the tablet is no kiosk. A renewal ends without a word when it is another one meanwhile. */
	identity(): Identity | null;
	kept(): Promise<KeptDirectory | undefined>;
	keep(kept: KeptDirectory): Promise<void>;
	/** A signed request; `null` when the server cannot be reached. */
	ask(request: Parameters<typeof fetchAsKiosk>[2]): Promise<Response | null>;
	/** A newer one is kept. */
	changed(directory: Directory): void;
	/** What is kept is the newest. */
	unchanged(): void;
}

export class DirectoryRenewal {
	readonly #place: DirectoryPlace;
	#running: Promise<void> | null = null;
	#next: Promise<void> | null = null;
	#failures = 0;
	#stopped = false;
	#later: ReturnType<typeof setTimeout> | undefined;

	constructor(place: DirectoryPlace) {
		this.#place = place;
	}

	/** Resolves after a renewal that began no earlier than this call. Never throws. */
	renew(): Promise<void> {
		// What runs may have asked the server too early.
		if (this.#running) this.#next ??= this.#running.then(() => this.#begin());
		return this.#next ?? this.#begin();
	}

	/** What has failed is not tried again. */
	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#later);
	}

	#begin(): Promise<void> {
		this.#next = null;
		clearTimeout(this.#later);
		this.#running = this.#renewOnce()
			// The network or the storage.
			.catch(() => false)
			.then((isNewest) => {
				this.#running = null;
				this.#failures = isNewest ? 0 : this.#failures + 1;
				if (!isNewest && !this.#stopped) this.#again();
			});
		return this.#running;
	}

	#again(): void {
		const pause = pauseAfter(this.#failures, Math.random());
		this.#later = setTimeout(() => void this.renew(), pause);
	}

	/**
	 * Fetches it if it changed; keeps it only with the server's signature.
	 *
	 * @returns false where it should be tried again
	 */
	async #renewOnce(): Promise<boolean> {
		const identity = this.#place.identity();
		if (!identity) return true;
		const kept = await this.#place.kept();
		const response = await this.#place.ask({
			path: '/crossing/v1/directory',
			headers: kept ? { 'if-none-match': kept.etag } : {},
			signal: AbortSignal.timeout(RENEWAL_TIMEOUT_MS)
		});
		if (response?.status === 304) this.#place.unchanged();
		if (!response?.ok) return response !== null && FINAL.includes(response.status);
		const text = await response.text();
		const genuine = await isDirectoryGenuine(
			await verifyingKey(identity.serverKey),
			identity.kioskId,
			text,
			response.headers.get(DIRECTORY_SIGNATURE_HEADER)
		);
		// Unpaired or revoked meanwhile: no names may come back.
		if (this.#place.identity() !== identity) return true;
		if (!genuine) return false;
		const etag = response.headers.get('etag') ?? '';
		await this.#place.keep({ text, etag, fetchedAt: Date.now() });
		this.#place.changed(JSON.parse(text) as Directory);
		return true;
	}
}
