/**
 * JSON with a `pad`, so that its length is a multiple of `bytes`: the network learns nothing from the
 * size. `value` must not have a `pad` of its own.
 */
export function paddedJson(value: object, bytes: number): string {
	const length = Buffer.byteLength(JSON.stringify({ ...value, pad: '' }));
	const missing = (bytes - (length % bytes)) % bytes;
	return JSON.stringify({ ...value, pad: ' '.repeat(missing) });
}
