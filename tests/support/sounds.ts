// Files that begin as the browsers' recorders begin theirs. Nothing is to be heard in them.

const SIZE = 2_000;

function beginning(first: number[], rest: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(SIZE);
	bytes.set(first);
	bytes.set(Buffer.from(rest, 'latin1'), first.length);
	return bytes;
}

/** @param mark makes another sound of it */
export const webmSound = (mark = ''): Uint8Array<ArrayBuffer> =>
	beginning([0x1a, 0x45, 0xdf, 0xa3], `....webm....A_OPUS....${mark}`);
export const mp4Sound = (): Uint8Array<ArrayBuffer> => beginning([0, 0, 0, 24], 'ftypmp42....soun');
