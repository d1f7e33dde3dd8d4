// What the crossing hands on when it has opened an envelope, and what it is told then.
import type { Transaction } from 'kysely';
import type { Routing } from '$lib/domain/check-in';
import type { Tables } from '../database/schema';

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
	  }
	| { outcome: 'quarantine'; reason: string };

export interface Recorder {
	/** One outcome for each, in the same order. Throws only when the database does. */
	record(tx: Transaction<Tables>, opened: readonly OpenedEnvelope[]): Promise<Recorded[]>;
	announce(news: { schoolId: string; staffIds: string[]; kioskIds: string[] }): void;
}
