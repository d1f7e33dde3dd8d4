// What the child says in For me, each a message of its own: the screen says of it only what is true by now.
import type { Kiosk } from '../device.svelte';
import { Safekeeping, type SafekeepingState } from '../safekeeping.svelte';
import { SENDING_WORDS } from '../screens/sending-words';

/** To "Did you get your talk?" */
export type Got = 'yes' | 'not-yet' | 'no-need';

interface OneSaid {
	what: Got | 'take-back';
	message: Safekeeping;
}

/** When it has arrived; until then it says where it is, like every message. */
const ARRIVED: Record<OneSaid['what'], string> = {
	yes: 'feel.thanks',
	'no-need': 'feel.thanks',
	'not-yet': 'talkcheck.sorry',
	'take-back': 'talk.taken_back'
};

export class SaidInForMe {
	#said = $state.raw<Record<string, OneSaid>>({});

	constructor(
		private readonly kiosk: Pick<Kiosk, 'keepSafe'>,
		private readonly pupilId: string,
		private readonly clock: () => number = Date.now
	) {}

	/** What was said about this request; `null` while nothing was. */
	about(requestId: string | null): OneSaid['what'] | null {
		return (requestId && this.#said[requestId]?.what) || null;
	}

	/** Keys of the kiosk's words, where something was said. */
	words(requestId: string | null): string[] | null {
		const said = requestId ? this.#said[requestId] : undefined;
		if (!said) return null;
		const state: SafekeepingState = said.message.state;
		return state === 'delivered' ? [ARRIVED[said.what]] : SENDING_WORDS[state];
	}

	check(requestId: string, got: Got): void {
		this.#keep(requestId, got, { ...this.#made(requestId), kind: 'talk-checked', got });
	}

	/** Works with the server gone again, too. */
	takeBack(requestId: string): void {
		this.#keep(requestId, 'take-back', { ...this.#made(requestId), kind: 'take-back' });
	}

	#made(requestId: string) {
		return { v: 1 as const, at: this.clock(), pupilId: this.pupilId, requestId };
	}

	#keep(requestId: string, what: OneSaid['what'], routing: Parameters<Kiosk['keepSafe']>[0]): void {
		const message = new Safekeeping(this.kiosk.keepSafe(routing));
		this.#said = { ...this.#said, [requestId]: { what, message } };
	}
}
