import { encode } from 'uqr';

/** A QR code as one path in a square of `size` units: dark squares, row by row. */
export function qrPicture(text: string): { size: number; path: string } {
	const { size, data } = encode(text, { ecc: 'M', border: 2 });
	const path = data
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
	return { size, path };
}
