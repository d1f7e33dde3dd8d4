import { encode } from 'uqr';

/**
 * A QR code as one path in a square of `size` units: dark squares, row by row.
 *
 * @param quality how much of it may be hidden or dirty, and how much room is around it
 */
export function qrPicture(
	text: string,
	quality: { ecc: 'M' | 'Q'; border: number } = { ecc: 'M', border: 2 }
): { size: number; path: string } {
	const { size, data } = encode(text, quality);
	const path = data
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
	return { size, path };
}
