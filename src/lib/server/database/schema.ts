// The tables as Kysely sees them. Every table of ours has a key that begins with `school_id`; ids are
// UUIDv7; times are integer milliseconds UTC; `*_json` columns hold JSON text on both engines.
import type { BandSet } from '$lib/domain/band';
import type { CardSize, CardStyle } from '$lib/domain/card-look';
import type { StaffRole } from '$lib/domain/school';
import type { AuthTables } from '../staff-sessions/tables';

export interface Tables extends AuthTables {
	school: SchoolTable;
	staff_member: StaffMemberTable;
	pupil: PupilTable;
	class: ClassTable;
	class_pupil: ClassPupilTable;
	class_adult: ClassAdultTable;
	trusted_adult: TrustedAdultTable;
	standing_exclusion: StandingExclusionTable;
	kiosk: KioskTable;
	pairing_code: PairingCodeTable;
	envelope: EnvelopeTable;
	unopened_envelope: UnopenedEnvelopeTable;
	counter_gap: CounterGapTable;
	quarantine: QuarantineTable;
	alarm: AlarmTable;
	check_in: CheckInTable;
	hello: HelloTable;
	talk_request: TalkRequestTable;
	talk_event: TalkEventTable;
	talk_holder: TalkHolderTable;
	talk_words: TalkWordsTable;
	due_work: DueWorkTable;
	notice: NoticeTable;
	push_subscription: PushSubscriptionTable;
	staff_feed: StaffFeedTable;
	kiosk_feed: KioskFeedTable;
	secret_pictures: SecretPicturesTable;
	guess: GuessTable;
	answer_token: AnswerTokenTable;
	invitation: InvitationTable;
	set_up_link: SetUpLinkTable;
	card_setting: CardSettingTable;
	feeling_word: FeelingWordTable;
	audit: AuditTable;
}

interface SchoolTable {
	school_id: string;
	name: string;
	source_id: string | null;
	/** Of the school's own: staff screens and kiosks begin in it. */
	language: 'en' | 'cy';
	/** SchoolTimetable */
	timetable_json: string;
	/** MeetingPlace[] */
	places_json: string;
	/** Places always staffed, for "I need a grown-up now": { en, cy }[] */
	staffed_places_json: string;
	/** HandOnPolicy */
	policy_json: string;
	set_up_at: number;
}

interface StaffMemberTable {
	school_id: string;
	staff_id: string;
	source_id: string | null;
	display_name: string;
	initials: string;
	/** Which of the portrait patterns; 0 to 5. */
	pattern: number;
	role: StaffRole;
	email: string | null;
	/** better-auth's id of the account that signs in; `null` until the invitation is taken up. */
	account_id: string | null;
	language: 'en' | 'cy';
	/** Agreed to be named by children. */
	may_be_asked: number;
	/** Where the adult can usually be found, said to children: { en, cy } or null. */
	found_json: string | null;
	/** Away until this time; children see it before choosing. */
	away_until: number | null;
	left_at: number | null;
}

interface PupilTable {
	school_id: string;
	pupil_id: string;
	source_id: string | null;
	first_name: string;
	/** An initial that tells two of the same first name apart; shown only where needed. */
	distinguisher: string | null;
	year_group: number | null;
	/** Animal id. */
	picture: string;
	language: 'en' | 'cy' | null;
	left_at: number | null;
}

interface ClassTable {
	school_id: string;
	class_id: string;
	source_id: string | null;
	name: string;
	/** The lowest, for the age band of a pupil without a year of their own. */
	year_group: number | null;
	/** All of them as the roster has them, number[]; null for a class made by hand. */
	year_groups_json: string | null;
	emblem: string;
	left_at: number | null;
}

interface ClassPupilTable {
	school_id: string;
	class_id: string;
	pupil_id: string;
}

interface ClassAdultTable {
	school_id: string;
	class_id: string;
	staff_id: string;
}

interface TrustedAdultTable {
	school_id: string;
	pupil_id: string;
	staff_id: string;
	position: number;
}

/** By leads; never leaves the server. */
interface StandingExclusionTable {
	school_id: string;
	pupil_id: string;
	staff_id: string;
	set_by: string;
	set_at: number;
}

interface KioskTable {
	school_id: string;
	kiosk_id: string;
	name: string;
	place: 'class' | 'cwtch' | 'corridor';
	/** The one class it belongs to, if it does. */
	class_id: string | null;
	/** Raw Ed25519 public key, base64url. */
	public_key: string;
	paired_at: number;
	revoked_at: number | null;
	last_contact_at: number;
	/** The highest counter received; 0 before the first. */
	highest_counter: number;
}

interface PairingCodeTable {
	school_id: string;
	code_hash: string;
	kiosk_name: string;
	place: 'class' | 'cwtch' | 'corridor';
	class_id: string | null;
	made_by: string;
	expires_at: number;
	used_at: number | null;
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

interface CheckInTable {
	school_id: string;
	check_in_id: string;
	pupil_id: string;
	kiosk_id: string;
	moment: 'arrival' | 'during' | 'home-time';
	feeling: string | null;
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
}

/** What `replay` of its events says, kept beside them so that a list is one query. */
interface TalkRequestTable {
	school_id: string;
	request_id: string;
	pupil_id: string | null;
	kiosk_id: string;
	kind: 'talk' | 'need' | 'urgent';
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

interface SecretPicturesTable {
	school_id: string;
	pupil_id: string;
	/** scrypt of pictures and pepper, base64url. */
	hash: string;
	salt: string;
	length: 3 | 4;
	issued_at: number;
	issued_by: string | null;
}

/** Misses in a row for a child, a kiosk or the school. */
interface GuessTable {
	school_id: string;
	scope: string;
	misses: number;
	last_miss_at: number;
}

interface AnswerTokenTable {
	school_id: string;
	token_hash: string;
	pupil_id: string;
	kiosk_id: string;
	expires_at: number;
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

/** How feeling cards look for the school, a class, a tablet or a child. */
interface CardSettingTable {
	school_id: string;
	scope: 'school' | 'class' | 'kiosk' | 'pupil';
	/** Of the scope; the school's own id for the school. */
	subject_id: string;
	style: CardStyle;
	size: CardSize;
	/** `null`: by the child's year. */
	band: BandSet | null;
}

/** Feeling words that the school has added to the cards. */
interface FeelingWordTable {
	school_id: string;
	word_id: string;
	en: string;
	cy: string;
	/** Which of the eight stones stands beside it; 0 to 7. */
	stone: number;
	added_at: number;
	removed_at: number | null;
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
