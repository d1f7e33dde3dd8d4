// Compares pictures of screens as the browser draws them, in a page of its own.
import type { Page } from '@playwright/test';

export interface Difference {
	/** How many pixels differ in anything; all of them when the sizes do. */
	pixels: number;
	/** Around them, in words, for whoever looks for the cause. */
	where: string;
}

/** What differs between two pictures, PNG. */
export async function differenceOf(page: Page, one: Buffer, other: Buffer): Promise<Difference> {
	if (one.equals(other)) return { pixels: 0, where: 'nowhere' };
	return page.evaluate(
		async (pictures) => {
			const [a, b] = await Promise.all(
				pictures.map(async (base64) => {
					const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
					const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
					const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
					const context = canvas.getContext('2d', { willReadFrequently: true });
					context?.drawImage(bitmap, 0, 0);
					return context?.getImageData(0, 0, bitmap.width, bitmap.height);
				})
			);
			if (!a || !b) throw new Error('The pictures could not be read.');
			const all = a.width * a.height;
			if (a.width !== b.width || a.height !== b.height) return { pixels: all, where: 'the size' };
			const [left, right] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)];
			const [columns, rows]: [number[], number[]] = [[], []];
			for (let at = 0; at < all; at += 1) {
				if (left[at] === right[at]) continue;
				columns.push(at % a.width);
				rows.push(Math.floor(at / a.width));
			}
			const span = (values: number[]) =>
				`${values.reduce((x, y) => Math.min(x, y), all)} to ${values.reduce((x, y) => Math.max(x, y), 0)}`;
			return { pixels: rows.length, where: `x ${span(columns)}, y ${span(rows)}` };
		},
		[one.toString('base64'), other.toString('base64')]
	);
}
