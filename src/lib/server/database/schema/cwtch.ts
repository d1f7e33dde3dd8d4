// The Cwtch: a room with a kiosk of its own.
import type { StayWord } from '$lib/domain/check-in';

export interface CwtchTables {
	cwtch_presence: CwtchPresenceTable;
	cwtch_stay: CwtchStayTable;
}

/** The last that each adult said about being in the room of a kiosk; it ends by itself. */
interface CwtchPresenceTable {
	school_id: string;
	kiosk_id: string;
	staff_id: string;
	here_until: number;
	said_at: number;
}

/** A child began something calm at the kiosk of a Cwtch. */
interface CwtchStayTable {
	school_id: string;
	/** That of the envelope. */
	stay_id: string;
	kiosk_id: string;
	/** `null` where nobody said who they are. */
	pupil_id: string | null;
	/** string[], the adults left out by the child. */
	excluded_json: string;
	/** By the kiosk's clock, corrected to no later than the arrival. */
	began_at: number;
	received_at: number;
	/** 1 when no adult had said to be there, or none does any more; this was told. */
	alone: number;
	/** Until when the child is taken to be there; `null` once it is over, and in rows of earlier versions. */
	open_until: number | null;
	/** The last that the child said about going on. */
	said: StayWord | null;
	said_at: number | null;
}
