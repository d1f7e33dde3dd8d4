// Files as phones make them, for journeys that upload: drawn by the browser of the test.
import type { Page } from '@playwright/test';

const MEBIBYTE = 1024 * 1024;
const LONGEST_SEGMENT = 0xff_ff;

/** A JPEG of two colours, its left half the first. */
export async function jpegOf(page: Page, left: string, right: string): Promise<Buffer> {
	const base64 = await page.evaluate(
		async ([left, right]) => {
			const canvas = document.createElement('canvas');
			canvas.width = 1200;
			canvas.height = 1600;
			const context = canvas.getContext('2d');
			if (!context) throw new Error('no canvas');
			context.fillStyle = left;
			context.fillRect(0, 0, 600, 1600);
			context.fillStyle = right;
			context.fillRect(600, 0, 600, 1600);
			return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
		},
		[left, right] as const
	);
	return Buffer.from(base64, 'base64');
}

/** The same picture as a camera writes it: with where it was taken, and as heavy. */
export function asFromACamera(jpeg: Buffer, mebibytes: number): Buffer {
	const segment = (marker: number, content: Buffer) => {
		const head = Buffer.from([0xff, marker, 0, 0]);
		head.writeUInt16BE(content.length + 2, 2);
		return Buffer.concat([head, content]);
	};
	const exif = segment(0xe1, Buffer.from('Exif\0\0MM\0*\0\0\0\b\0\0GPS 51.48 -3.18'));
	const filler = segment(0xfe, Buffer.alloc(LONGEST_SEGMENT - 2, 'x'));
	const times = Math.ceil((mebibytes * MEBIBYTE) / filler.length);
	const fillers = new Array<Buffer>(times).fill(filler);
	return Buffer.concat([jpeg.subarray(0, 2), exif, ...fillers, jpeg.subarray(2)]);
}
