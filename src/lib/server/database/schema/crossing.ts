// What arrives from kiosks, before it is understood.

export interface CrossingTables {
	envelope: EnvelopeTable;
	unopened_envelope: UnopenedEnvelopeTable;
	counter_gap: CounterGapTable;
	quarantine: QuarantineTable;
	alarm: AlarmTable;
}

interface EnvelopeTable {
	school_id: string;
	envelope_id: string;
	/** SHA-256 of the line, base64url. Id and digest together make a delivery idempotent. */
	digest: string;
	kiosk_id: string;
	counter: number;
	boot_id: string;
	/** The line exactly as it came. */
	line: string;
	received_at: number;
}

/** Stored and not opened yet. */
interface UnopenedEnvelopeTable {
	school_id: string;
	envelope_id: string;
	digest: string;
	received_at: number;
}

/** A counter that was skipped; filled in when it arrives late. */
interface CounterGapTable {
	school_id: string;
	kiosk_id: string;
	counter: number;
	noticed_at: number;
	filled_at: number | null;
}

interface QuarantineTable {
	school_id: string;
	envelope_id: string;
	digest: string;
	reason: string;
	quarantined_at: number;
	looked_at_by: string | null;
	looked_at: number | null;
}

interface AlarmTable {
	school_id: string;
	alarm_id: string;
	kind: string;
	/** Ids and numbers only, as JSON; never a name. */
	detail_json: string;
	raised_at: number;
	seen_by: string | null;
	seen_at: number | null;
}
