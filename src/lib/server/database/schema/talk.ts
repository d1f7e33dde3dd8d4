// What children have said, and what became of it.

export interface TalkTables {
	check_in: CheckInTable;
	hello: HelloTable;
	calm_time: CalmTimeTable;
	entry_mark: EntryMarkTable;
	talk_request: TalkRequestTable;
	talk_event: TalkEventTable;
	talk_holder: TalkHolderTable;
	talk_words: TalkWordsTable;
}

interface CheckInTable {
	school_id: string;
	check_in_id: string;
	pupil_id: string;
	kiosk_id: string;
	moment: 'arrival' | 'during' | 'home-time';
	feeling: string | null;
	/** 1 to 3, where the child said so. */
	size: number | null;
	/** string[]; `null` where the child said nothing of it. */
	clues_json: string | null;
	certainty: string;
	language: 'en' | 'cy';
	excluded_json: string;
	/** By the kiosk's clock, corrected to no later than the arrival. */
	checked_in_at: number;
	received_at: number;
}

interface HelloTable {
	school_id: string;
	hello_id: string;
	pupil_id: string;
	staff_id: string;
	said_at: number;
	/** When the adult said hello back. */
	back_at: number | null;
}

/** One activity that a child did in the calm space. */
interface CalmTimeTable {
	school_id: string;
	/** Of the envelope. */
	calm_id: string;
	/** `null` where nobody said who they are. */
	pupil_id: string | null;
	kiosk_id: string;
	activity: string;
	ended: 'over' | 'stopped';
	feeling: string | null;
	/** 1 to 3, where the child showed one. */
	size_before: number | null;
	after: 'smaller' | 'same' | 'bigger' | null;
	certainty: string;
	excluded_json: string;
	/** By the kiosk's clock, corrected to no later than the arrival. */
	done_at: number;
	received_at: number;
	envelope_digest: string;
}

interface EntryMarkTable {
	school_id: string;
	/** Of the envelope: the id of a check-in, and of the hello or the request that came with it. */
	entry_id: string;
	/** 0, 1, 2 … within its entry. */
	position: number;
	says: 'not-this-child' | 'this-child';
	/** With 'not-this-child': whose it was, where somebody has said so. */
	pupil_id: string | null;
	marked_by: string;
	marked_at: number;
}

/** What `replay` of its events says, kept beside them so that a list is one query. */
interface TalkRequestTable {
	school_id: string;
	request_id: string;
	pupil_id: string | null;
	kiosk_id: string;
	kind: 'talk' | 'need' | 'urgent' | 'reflect' | 'come';
	state: string;
	asked_at: number;
	envelope_id: string;
	envelope_digest: string;
}

interface TalkEventTable {
	school_id: string;
	request_id: string;
	/** 0, 1, 2 … within its request. */
	position: number;
	at: number;
	kind: string;
	/** TalkEvent */
	event_json: string;
}

/** What an adult is to a request, as its events say: with the roles, who may see it. */
interface TalkHolderTable {
	school_id: string;
	request_id: string;
	staff_id: string;
	given_at: number;
	/** Left out by the child are `excluded`: they withhold a request even from a lead. */
	relation: 'holder' | 'chosen' | 'seen' | 'excluded';
}

interface TalkWordsTable {
	school_id: string;
	request_id: string;
	/** The sealed words part, base64, as it came. */
	sealed: string;
}
