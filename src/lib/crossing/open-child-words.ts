// Reads what `packChildWords` has made, for the people who may. A part that is not understood never hides
// the others.
import * as v from 'valibot';
import type { Bytes } from './bytes';
import type { ChildWords } from './child-words';

const Length = v.pipe(v.number(), v.integer(), v.minValue(0));
const Head = v.object({
	v: v.literal(1),
	parts: v.array(
		v.object({
			kind: v.string(),
			bytes: Length,
			type: v.optional(v.string()),
			ms: v.optional(Length)
		})
	)
});

const Unit = v.pipe(v.number(), v.finite());
const Side = v.pipe(Unit, v.minValue(1), v.maxValue(10_000));
const DrawingShape = v.object({
	width: Side,
	height: Side,
	ground: v.optional(v.string()),
	marks: v.array(
		v.union([
			v.object({ pen: v.string(), points: v.array(Unit), colour: v.optional(v.string()) }),
			v.object({ stamp: v.string(), x: Unit, y: Unit }),
			v.object({ shape: Unit, colour: v.string() })
		])
	)
});

/** What a browser may play. Anything else is kept, and not handed to a player. */
const SOUND_TYPE = /^audio\/(webm|ogg|mp4|mpeg|aac|wav)(\s*;\s*codecs="?[\w.,\s-]+"?)?$/i;

const NEWLINE = 10;

export type OpenedWords =
	| { kind: 'none' }
	/** `unread`: how many parts this version cannot show. */
	| { kind: 'words'; words: ChildWords; unread: number }
	/** Something, but not what this version knows. */
	| { kind: 'unreadable' };

/** @param packed the content of a words part, without its padding */
export function openChildWords(packed: Bytes): OpenedWords {
	if (packed.length === 0) return { kind: 'none' };
	const end = packed.indexOf(NEWLINE);
	const head = end < 0 ? null : parsed(packed.subarray(0, end));
	if (!v.is(Head, head)) return { kind: 'unreadable' };
	const words: ChildWords = { text: '', drawing: null, sound: null };
	let unread = 0;
	let at = end + 1;
	for (const { kind, bytes, type = '', ms = 0 } of head.parts) {
		const part = packed.slice(at, at + bytes);
		at += bytes;
		const isWhole = part.length === bytes;
		const drawing = kind === 'drawing' ? parsed(part) : null;
		if (isWhole && kind === 'text')
			words.text += new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
		else if (isWhole && v.is(DrawingShape, drawing)) words.drawing = drawing;
		else if (isWhole && kind === 'sound' && SOUND_TYPE.test(type))
			words.sound = { type, ms, bytes: part };
		else unread += 1;
	}
	return { kind: 'words', words, unread };
}

function parsed(bytes: Bytes): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return null;
	}
}
