// Seals, signs and keeps: what happens at a last tap, and what is made ready before it.
import { v7 as uuidv7 } from 'uuid';
import type { Directory } from '$lib/crossing/directory';
import { makeLine, seal } from '$lib/crossing/seal';
import type { Routing } from '$lib/domain/check-in';
import { LANES, type Identity } from './names';
import { keepSafe, readAhead, rehearse } from './outbox';
import { SealedAhead } from './sealed-ahead';
import type { KioskStorage } from './storage';

const WARM_UP_ROUNDS = 3;
const NOTHING = { v: 1, kind: 'cover' } as const;

export interface Sender {
	identity: Identity;
	directory: Directory;
}

export class EnvelopeKeeper {
	readonly #storage: KioskStorage;
	readonly #bootId = crypto.randomUUID();
	readonly #ahead = new SealedAhead();

	constructor(storage: KioskStorage) {
		this.#storage = storage;
	}

	/** Resolves with the envelope's id when it is on the disk. Throws `StorageFull`. */
	async keep(sender: Sender, routing: Routing, words: Uint8Array | null): Promise<string> {
		const lane = routing.kind === 'urgent' ? LANES.urgent : LANES.usual;
		const fill = await this.#ahead.take(sender.directory.keys);
		const seal = () => fill(routing, words);
		return keepSafe(this.#storage, seal, lane, this.#signer(sender), Date.now());
	}

	/** Makes ready what the next one needs. What cannot be made now is made at the tap. */
	async prepare({ directory }: Sender): Promise<void> {
		await this.#ahead.prepare(directory.keys).catch(() => undefined);
	}

	/** The first seal after a start is slow; done here at idle, with nothing in it. */
	async warmUp(sender: Sender): Promise<void> {
		for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
			const fill = await this.#ahead.take(sender.directory.keys);
			await rehearse(this.#storage, fill(NOTHING, null), this.#signer(sender));
		}
		await readAhead(this.#storage);
		await this.prepare(sender);
	}

	/** A line with nothing in it, for the network to see. */
	async cover(sender: Sender): Promise<string> {
		const sealed = await seal(NOTHING, null, sender.directory.keys);
		return makeLine(sealed, uuidv7(), 0, this.#signer(sender));
	}

	#signer({ identity }: Sender) {
		return { ...identity, bootId: this.#bootId };
	}
}
