// What staff are told, what is due, who may sign in, and what was done.

export interface StaffWorkTables {
	due_work: DueWorkTable;
	notice: NoticeTable;
	push_subscription: PushSubscriptionTable;
	staff_feed: StaffFeedTable;
	kiosk_feed: KioskFeedTable;
	invitation: InvitationTable;
	set_up_link: SetUpLinkTable;
	audit: AuditTable;
}

interface DueWorkTable {
	school_id: string;
	work_id: string;
	kind: string;
	subject_id: string;
	due_at: number;
	detail_json: string;
	attempts: number;
	done_at: number | null;
}

interface NoticeTable {
	school_id: string;
	notice_id: string;
	staff_id: string;
	urgent: number;
	created_at: number;
	sent_at: number | null;
	failed_at: number | null;
	attempts: number;
}

interface PushSubscriptionTable {
	school_id: string;
	subscription_id: string;
	staff_id: string;
	endpoint: string;
	p256dh: string;
	auth: string;
	language: 'en' | 'cy';
	created_at: number;
	failed_at: number | null;
}

/** What open staff pages hear over SSE; the id is the Last-Event-ID. */
interface StaffFeedTable {
	school_id: string;
	event_id: string;
	staff_id: string;
	kind: string;
	subject_id: string;
	at: number;
}

/** What a kiosk hears over its feed: no pupil's name. */
interface KioskFeedTable {
	school_id: string;
	event_id: string;
	kiosk_id: string;
	kind: string;
	detail_json: string;
	at: number;
}

interface InvitationTable {
	school_id: string;
	token_hash: string;
	staff_id: string;
	made_by: string | null;
	expires_at: number;
	used_at: number | null;
}

interface SetUpLinkTable {
	/** Empty: there is no school yet. */
	school_id: string;
	token_hash: string;
	made_at: number;
}

interface AuditTable {
	school_id: string;
	audit_id: string;
	at: number;
	/** A staff id, `kiosk:ID` or `clock`. */
	actor: string;
	action: string;
	subject: string;
	detail_json: string;
}
