// Kiosks, what they show, and how a child opens For me on one.

export interface KiosksTables {
	kiosk: KioskTable;
	pairing_code: PairingCodeTable;
	secret_pictures: SecretPicturesTable;
	guess: GuessTable;
	answer_token: AnswerTokenTable;
	badge: BadgeTable;
	pass: PassTable;
	feeling_word: FeelingWordTable;
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

/** The badge of a pupil that counts now. */
interface BadgeTable {
	school_id: string;
	pupil_id: string;
	/** SHA-256 of the token, base64url: 128 bits of chance cannot be searched for. */
	token_hash: string;
	issued_at: number;
	issued_by: string;
}

/** "A grown-up can open this": asked by a kiosk, approved or declined by a member of staff, used once. */
interface PassTable {
	school_id: string;
	pass_id: string;
	pupil_id: string;
	kiosk_id: string;
	/** Two digits, which stand on the tablet. */
	number: string;
	/** Left out by the child in the visit: string[] */
	excluded_json: string;
	asked_at: number;
	wrong_numbers: number;
	approved_at: number | null;
	approved_by: string | null;
	used_at: number | null;
	declined_at: number | null;
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
