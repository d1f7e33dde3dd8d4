// Envelope v1: one line of JSON. The line's bytes, as they are, are what is stored, digested and sent
// again; see README.md in this folder for the whole protocol.
import * as v from 'valibot';

const Id = v.pipe(v.string(), v.uuid());

const BLANKS = [' ', '\t', '\n', '\f', '\r'];

/** The runtime's own decoder says it: a regular expression takes ten times as long for words of 4 KiB. */
function isBase64(text: string): boolean {
	if (text === '' || text.length % 4 !== 0 || BLANKS.some((blank) => text.includes(blank))) {
		return false;
	}
	try {
		atob(text);
		return true;
	} catch {
		return false;
	}
}

const Base64 = v.pipe(v.string(), v.check(isBase64, 'must be base64'));

/** Ten digits, so that every envelope of a bucket has one size on the wire. */
export const COUNTER_DIGITS = 10;
/** A cover has no counter: an envelope-sized packet with nothing in it. */
export const COVER_COUNTER = '0'.repeat(COUNTER_DIGITS);

const Counter = v.pipe(v.string(), v.regex(/^\d{10}$/));

export const Envelope = v.object({
	v: v.literal(1),
	id: Id,
	kiosk: Id,
	counter: Counter,
	/** Another one at every start of the page. */
	boot: Id,
	/** age file, base64: sealed to the server. */
	routing: Base64,
	/** age file, base64: sealed to people. */
	words: Base64,
	/** Ed25519 over `signedText`, base64url. */
	signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/))
});
export type Envelope = v.InferOutput<typeof Envelope>;

/** What still counts as an envelope, so that it is stored and a lead looks at it, and not refused. */
const Recognisable = v.object({ id: Id, kiosk: v.string() });

/** What must be known of an envelope to store it; whether the rest is good is looked at afterwards. */
export interface RecognisedLine {
	id: string;
	/** Empty when what stands there is no id. */
	kiosk: string;
	/** 0 when what stands there is no counter. */
	counter: number;
	/** Empty when what stands there is no id. */
	boot: string;
	/** A whole and well-formed packet with nothing in it. */
	cover: boolean;
}

/** `null` when the line is no envelope at all. Never throws. */
export function recogniseLine(line: string): RecognisedLine | null {
	let json: unknown;
	try {
		json = JSON.parse(line);
	} catch {
		return null;
	}
	if (!v.is(Recognisable, json)) return null;
	const { id, kiosk, counter, boot } = json as { id: string; kiosk: string } & Record<
		'counter' | 'boot',
		unknown
	>;
	return {
		id,
		kiosk: v.is(Id, kiosk) ? kiosk : '',
		counter: v.is(Counter, counter) ? Number(counter) : 0,
		boot: v.is(Id, boot) ? boot : '',
		cover: counter === COVER_COUNTER && v.is(Envelope, json)
	};
}

export type ReadLine =
	| { kind: 'envelope'; envelope: Envelope }
	| { kind: 'malformed'; id: string; kiosk: string }
	| { kind: 'no-envelope' };

/** Says what a line of a delivery is; never throws. */
export function readLine(line: string): ReadLine {
	let json: unknown;
	try {
		json = JSON.parse(line);
	} catch {
		return { kind: 'no-envelope' };
	}
	const whole = v.safeParse(Envelope, json);
	if (whole.success) return { kind: 'envelope', envelope: whole.output };
	const some = v.safeParse(Recognisable, json);
	if (some.success) return { kind: 'malformed', id: some.output.id, kiosk: some.output.kiosk };
	return { kind: 'no-envelope' };
}

/** What the kiosk signs: everything but the signature, in a fixed order. */
export const signedText = (envelope: Omit<Envelope, 'signature' | 'v'>): string =>
	[
		'cwtch-envelope-v1',
		envelope.id,
		envelope.kiosk,
		envelope.counter,
		envelope.boot,
		envelope.routing,
		envelope.words
	].join('\n');

/** Most envelopes in one delivery. */
export const MOST_ENVELOPES = 50;
