// Pictures from a phone or a computer, drawn anew and small in the browser: what a camera writes beside
// them stays behind, and a drawing in text becomes one of dots. Nothing is sent as it was chosen.
import { isSvg } from '$lib/domain/school-file';
import { squareOf, type Crop } from './crop';

/** Of the file that is chosen; phones make about 20 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Enough to crop from, and little enough for an old phone to hold. */
const WORKING_EDGE = 1600;
const QUALITY = 0.86;

export type PictureProblem = 'too-large' | 'svg' | 'unreadable';

export interface Picture {
	drawn: HTMLCanvasElement;
}

/** @param drawings whether drawings in text (SVG) may be turned into pictures of dots */
export async function readPicture(
	file: Blob,
	{ drawings }: { drawings: boolean }
): Promise<Picture | { problem: PictureProblem }> {
	if (file.size > MOST_BYTES) return { problem: 'too-large' };
	const svg = isSvg(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
	if (svg && !drawings) return { problem: 'svg' };
	try {
		const source = svg ? await drawing(file) : await createImageBitmap(file);
		const { width, height } = source;
		if (width === 0 || height === 0) return { problem: 'unreadable' };
		const scale = svg ? WORKING_EDGE / Math.max(width, height) : shrink(width, height);
		const drawn = canvas(Math.round(width * scale), Math.round(height * scale));
		drawn.context.drawImage(source, 0, 0, drawn.element.width, drawn.element.height);
		if (source instanceof ImageBitmap) source.close();
		return { drawn: drawn.element };
	} catch {
		return { problem: 'unreadable' };
	}
}

const shrink = (width: number, height: number) =>
	Math.min(1, WORKING_EDGE / Math.max(width, height));

/** As an image it runs no program and fetches nothing. */
async function drawing(file: Blob): Promise<HTMLImageElement> {
	const url = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = url;
		await image.decode();
		// A drawing without a size of its own is as large as is useful.
		if (image.width === 0) image.width = WORKING_EDGE;
		if (image.height === 0) image.height = WORKING_EDGE;
		return image;
	} finally {
		URL.revokeObjectURL(url);
	}
}

/** A photo's square on white: WebP, or JPEG where the browser writes none. */
export async function photoOf({ drawn }: Picture, crop: Crop, edge: number): Promise<Blob> {
	const { element, context } = canvas(edge, edge);
	context.fillStyle = '#fff';
	context.fillRect(0, 0, edge, edge);
	const square = squareOf(drawn, crop);
	context.drawImage(drawn, square.x, square.y, square.edge, square.edge, 0, 0, edge, edge);
	return blobOf(element, 'image/jpeg');
}

/** All of a symbol, in the middle of a square that one can see through: WebP, or PNG. */
export async function symbolOf({ drawn }: Picture, edge: number): Promise<Blob> {
	const { element, context } = canvas(edge, edge);
	const scale = edge / Math.max(drawn.width, drawn.height);
	const width = drawn.width * scale;
	const height = drawn.height * scale;
	context.drawImage(drawn, (edge - width) / 2, (edge - height) / 2, width, height);
	return blobOf(element, 'image/png');
}

function canvas(width: number, height: number) {
	const element = document.createElement('canvas');
	element.width = Math.max(1, width);
	element.height = Math.max(1, height);
	const context = element.getContext('2d');
	if (!context) throw new Error('This browser cannot draw.');
	context.imageSmoothingQuality = 'high';
	return { element, context };
}

async function blobOf(element: HTMLCanvasElement, otherwise: 'image/jpeg' | 'image/png') {
	const written = (type: string) =>
		new Promise<Blob | null>((resolve) => element.toBlob(resolve, type, QUALITY));
	const first = await written('image/webp');
	const blob = first?.type === 'image/webp' ? first : await written(otherwise);
	if (!blob) throw new Error('This browser cannot write pictures.');
	return blob;
}
