// How the screens add to a visit's words, and what they keep when it is more than fits.
import {
	drawingBytes,
	MOST_DRAWING_BYTES,
	NO_WORDS,
	packChildWords,
	type ChildWords,
	type DrawnMark,
	type DrawnStroke,
	type Drawing
} from '$lib/crossing/child-words';
import type { GivenWords } from './given-words.svelte';

export function addWords(given: GivenWords, change: Partial<ChildWords>): void {
	const words = { ...(given.words ?? NO_WORDS), ...change };
	given.give(words, packChildWords(words));
}

/** A number of a drawing with its comma. */
const BYTES_A_NUMBER = 5;
const BYTES_AROUND_A_STROKE = 40;

/** The drawing with one more mark, as much of it as fits. `isFull` when that is not all. */
export function withMark(drawing: Drawing, mark: DrawnMark): { drawing: Drawing; isFull: boolean } {
	const whole = { ...drawing, marks: [...drawing.marks, mark] };
	if (drawingBytes(whole).length <= MOST_DRAWING_BYTES) return { drawing: whole, isFull: false };
	const left = MOST_DRAWING_BYTES - drawingBytes(drawing).length - BYTES_AROUND_A_STROKE;
	const begun = 'points' in mark ? beginningOf(mark, Math.floor(left / BYTES_A_NUMBER)) : null;
	if (!begun) return { drawing, isFull: true };
	return { drawing: { ...drawing, marks: [...drawing.marks, begun] }, isFull: true };
}

function beginningOf(stroke: DrawnStroke, numbers: number): DrawnStroke | null {
	const points = stroke.points.slice(0, Math.max(0, numbers - (numbers % 2)));
	return points.length > 0 ? { ...stroke, points } : null;
}
