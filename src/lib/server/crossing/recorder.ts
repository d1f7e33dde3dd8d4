// What the crossing hands on when it has opened an envelope, and what it is told then.
import type { Transaction } from 'kysely';
import type { Routing } from '$lib/domain/check-in';
import type { StaffFeedEvent } from '../database/live-feed';
import type { Tables } from '../database/schema';
import type { News } from '../live/live-bus';

/** An envelope that has been verified and opened. */
export interface OpenedEnvelope {
	schoolId: string;
	kioskId: string;
	envelopeId: string;
	digest: string;
	routing: Routing;
	/** By the server's clock. */
	receivedAt: number;
	/** The words part, sealed, base64. */
	sealedWords: string;
}

export type Recorded =
	| {
			outcome: 'recorded';
			/** Staff whose open pages should look. */
			wake: string[];
			kioskWake: string[];
			/** What was written for those staff to hear. */
			feed: StaffFeedEvent[];
	  }
	| { outcome: 'quarantine'; reason: string };

export interface Recorder {
	/** One outcome for each, in the same order. Throws only when the database does. */
	record(tx: Transaction<Tables>, opened: readonly OpenedEnvelope[]): Promise<Recorded[]>;
	announce(news: News): void;
}
