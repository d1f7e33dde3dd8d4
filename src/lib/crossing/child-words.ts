// A child's own words as they stand inside the words part: one line of JSON that says what follows, then
// the bytes of each, exactly as they were given. Nothing is encoded twice, so that the stock `age` tool,
// `head` and `dd` are enough to read them. Reading is in `open-child-words.ts`, which the tablet never needs.
import { utf8, type Bytes } from './bytes';
import { MOST_WORDS_BYTES } from './padding';

/** A line that a finger drew: x and y in turn, whole units of the paper. */
export interface DrawnStroke {
	pen: string;
	points: number[];
	/** By name, where the pen has none of its own. */
	colour?: string | undefined;
}
/** A little picture that was put down, by its middle. */
export interface DrawnStamp {
	stamp: string;
	x: number;
	y: number;
}
/** A shape of the pattern that it is drawn on, filled with a colour. */
export interface FilledShape {
	shape: number;
	colour: string;
}
export type DrawnMark = DrawnStroke | DrawnStamp | FilledShape;

export interface Drawing {
	/** The paper's size, in its own units. */
	width: number;
	height: number;
	/** What it was made on, by name: a tray of sand, a pattern to colour. Paper where nothing is said. */
	ground?: string | undefined;
	/** In the order in which they were made: later ones lie on top. */
	marks: DrawnMark[];
}

export interface Sound {
	/** As the browser that recorded it says, such as `audio/webm;codecs=opus`. */
	type: string;
	ms: number;
	bytes: Bytes;
}

export interface ChildWords {
	text: string;
	drawing: Drawing | null;
	sound: Sound | null;
}

export const NO_WORDS: ChildWords = { text: '', drawing: null, sound: null };

// What each may take, so that all three together always fit: 15,000 + 100,000 + 400,000 bytes and the line
// before them, in 512 KiB.
/** UTF-16 units, as a text field counts; one is three bytes of UTF-8 at most. */
export const MOST_TEXT_UNITS = 5_000;
export const MOST_DRAWING_BYTES = 100_000;
export const MOST_SOUND_BYTES = 400_000;
export const MOST_SOUND_MS = 60_000;
/** 60 s are 240,000 bytes: a voice is clear, and there is room for a browser that takes more. */
export const SOUND_BITS_A_SECOND = 32_000;

export interface PartHead {
	kind: 'text' | 'drawing' | 'sound';
	bytes: number;
	/** Of sound only. */
	type?: string;
	ms?: number;
}

const isEmptyDrawing = (drawing: Drawing | null): boolean =>
	drawing === null || drawing.marks.length === 0;

export const drawingBytes = (drawing: Drawing): Bytes => utf8(JSON.stringify(drawing));

/** The content of the words part; `null` when nothing was given. Throws `RangeError` above 512 KiB. */
export function packChildWords({ text, drawing, sound }: ChildWords): Bytes | null {
	const parts: { head: PartHead; bytes: Bytes }[] = [];
	const add = (kind: PartHead['kind'], bytes: Bytes, more: Pick<PartHead, 'type' | 'ms'> = {}) =>
		parts.push({ head: { kind, bytes: bytes.length, ...more }, bytes });
	if (text !== '') add('text', utf8(text));
	if (drawing && !isEmptyDrawing(drawing)) add('drawing', drawingBytes(drawing));
	if (sound) add('sound', sound.bytes, { type: sound.type, ms: sound.ms });
	if (parts.length === 0) return null;
	const head = utf8(`${JSON.stringify({ v: 1, parts: parts.map((part) => part.head) })}\n`);
	const length = parts.reduce((sum, { bytes }) => sum + bytes.length, head.length);
	if (length > MOST_WORDS_BYTES)
		throw new RangeError(`Words of ${length} bytes do not fit into ${MOST_WORDS_BYTES}.`);
	const packed = new Uint8Array(length);
	packed.set(head);
	let at = head.length;
	for (const { bytes } of parts) {
		packed.set(bytes, at);
		at += bytes.length;
	}
	return packed;
}
