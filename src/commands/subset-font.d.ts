declare module 'subset-font' {
	/** Resolves with a font that has the letters of `text` only. */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: { targetFormat: 'truetype' | 'woff2' }
	): Promise<Uint8Array>;
}
