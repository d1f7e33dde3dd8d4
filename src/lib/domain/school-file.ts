// Files that a school gives its tablets: portraits of adults, symbols for feelings, recorded sentences, calm
// activities of its own.
// What a file is, its first bytes say; its name and what a browser claims count for nothing.

export const FILE_KINDS = [
	'portrait',
	'symbol',
	'recording',
	'activity',
	'activity-picture'
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export const SOUND_TYPES = ['audio/webm', 'audio/mp4', 'audio/ogg', 'audio/wav'] as const;
/** Written by the server itself, never taken as it was sent. */
type DataType = 'application/json';
export type FileType = (typeof IMAGE_TYPES)[number] | (typeof SOUND_TYPES)[number] | DataType;

const latin = (bytes: Uint8Array, from: number, to: number): string =>
	String.fromCharCode(...bytes.subarray(from, to));

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
	bytes.length > first.length && first.every((byte, at) => bytes[at] === byte);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const EBML = [0x1a, 0x45, 0xdf, 0xa3];

/** Containers of sound; the others of this family are films and photos (HEIC, AVIF). */
const SOUND_BRANDS: ReadonlySet<string> = new Set(['M4A ', 'M4B ', 'isom', 'iso5', 'iso6', 'mp42']);

/** What the bytes are, or `null` for anything that is not kept. */
export function typeOfFile(bytes: Uint8Array): FileType | null {
	if (startsWith(bytes, PNG)) return 'image/png';
	if (startsWith(bytes, JPEG)) return 'image/jpeg';
	if (startsWith(bytes, EBML)) return 'audio/webm';
	const first = latin(bytes, 0, 4);
	if (first === 'OggS') return 'audio/ogg';
	if (first === 'RIFF') {
		const form = latin(bytes, 8, 12);
		return form === 'WEBP' ? 'image/webp' : form === 'WAVE' ? 'audio/wav' : null;
	}
	if (latin(bytes, 4, 8) === 'ftyp')
		return SOUND_BRANDS.has(latin(bytes, 8, 12)) ? 'audio/mp4' : null;
	return null;
}

const LOOKED_THROUGH = 4096;

/** Whether it is a drawing in text, which can carry a program. */
export function isSvg(bytes: Uint8Array): boolean {
	const start = new TextDecoder().decode(bytes.subarray(0, LOOKED_THROUGH));
	return /<svg[\s>:]|<[\w-]+:svg[\s>]/i.test(start);
}

const has = (bytes: Uint8Array, text: string): boolean => {
	const sought = [...text].map((letter) => letter.charCodeAt(0));
	const [first = 0] = sought;
	for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
		if (sought.every((byte, offset) => bytes[at + offset] === byte)) return true;
	}
	return false;
};

/** Marks of what a camera writes beside a picture: where and when it was taken, and with what. */
const METADATA_MARKS = ['Exif\0\0', 'http://ns.adobe.com/xap/', 'Photoshop 3.0'];
const PNG_CHUNKS = ['eXIf', 'iTXt', 'tEXt', 'zTXt'];

/** Whether an image tells more than it shows. An unlucky picture may seem to; drawn anew it does not. */
export function tellsMoreThanItShows(bytes: Uint8Array, type: FileType): boolean {
	if (METADATA_MARKS.some((mark) => has(bytes, mark))) return true;
	if (type === 'image/png') return PNG_CHUNKS.some((name) => chunksOfPng(bytes).includes(name));
	if (type === 'image/webp') {
		return chunksOfRiff(bytes).some((name) => name === 'EXIF' || name === 'XMP ');
	}
	return false;
}

function chunksOfPng(bytes: Uint8Array): string[] {
	return chunks(bytes, 8, (view, at) => ({
		name: latin(bytes, at + 4, at + 8),
		next: at + 12 + view.getUint32(at)
	}));
}

function chunksOfRiff(bytes: Uint8Array): string[] {
	return chunks(bytes, 12, (view, at) => {
		const size = view.getUint32(at + 4, true);
		return { name: latin(bytes, at, at + 4), next: at + 8 + size + (size % 2) };
	});
}

function chunks(
	bytes: Uint8Array,
	from: number,
	read: (view: DataView, at: number) => { name: string; next: number }
): string[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const names: string[] = [];
	for (let at = from; at + 8 <= bytes.length;) {
		const { name, next } = read(view, at);
		names.push(name);
		at = next;
	}
	return names;
}
