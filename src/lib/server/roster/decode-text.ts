export type TextEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
	start.every((byte, at) => bytes[at] === byte);

/** UTF-16 without a byte order mark: in mostly Latin text every other byte is zero. */
function zeroShare(bytes: Uint8Array, offset: 0 | 1): number {
	const sample = bytes.subarray(0, 2000);
	let zeros = 0;
	for (let at = offset; at < sample.length; at += 2) if (sample[at] === 0) zeros++;
	return zeros / Math.max(1, Math.ceil(sample.length / 2));
}

/**
 * The text of a file whose encoding nobody states, without its byte order mark and with `\n` as the
 * only line end. What is no valid UTF-8 is read as Windows-1252, which is what Excel writes as “CSV”.
 * @returns null when the bytes are not text at all (they hold zero characters).
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } | null {
	let encoding: TextEncoding = 'UTF-8';
	let text: string;
	if (startsWith(bytes, 0xff, 0xfe) || zeroShare(bytes, 1) > 0.4) {
		encoding = 'UTF-16';
		text = new TextDecoder('utf-16le').decode(bytes);
	} else if (startsWith(bytes, 0xfe, 0xff) || zeroShare(bytes, 0) > 0.4) {
		encoding = 'UTF-16';
		text = new TextDecoder('utf-16be').decode(bytes);
	} else {
		try {
			text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		} catch {
			encoding = 'Windows-1252';
			text = new TextDecoder('windows-1252').decode(bytes);
		}
	}
	if (text.includes('\0')) return null;
	return { text: text.replace(/\r\n?/g, '\n'), encoding };
}
