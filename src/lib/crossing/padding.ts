// Padding: whatever is inside, the outside has one of few sizes.
import type { Bytes } from './bytes';

/** One size; the second is only for a routing part with very many adults left out. */
export const ROUTING_SIZES = [1024, 4096] as const;
export const WORDS_SIZES = [4 * 1024, 64 * 1024, 512 * 1024] as const;

/** The length of the content, big-endian, stands before it. */
const LENGTH_BYTES = 4;

/** What fits into the largest words part. */
export const MOST_WORDS_BYTES = WORDS_SIZES[2] - LENGTH_BYTES;

/** Throws `RangeError` when the content is larger than the largest size less 4 bytes. */
export function pad(content: Uint8Array, sizes: readonly number[]): Bytes {
	const size = sizes.find((candidate) => content.length + LENGTH_BYTES <= candidate);
	if (size === undefined) {
		throw new RangeError(`${content.length} bytes do not fit into ${sizes.at(-1)}.`);
	}
	const padded = new Uint8Array(size);
	new DataView(padded.buffer).setUint32(0, content.length);
	padded.set(content, LENGTH_BYTES);
	return padded;
}

/** The content, or `null` when these bytes were not padded by `pad`. */
export function unpad(padded: Uint8Array, sizes: readonly number[]): Uint8Array | null {
	if (!sizes.includes(padded.length)) return null;
	const length = new DataView(padded.buffer, padded.byteOffset, padded.length).getUint32(0);
	if (length + LENGTH_BYTES > padded.length) return null;
	return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}
