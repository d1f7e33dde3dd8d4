// Reads what a kiosk sent: few bytes, JSON, and of the shape that is expected.
import * as v from 'valibot';
import { refuse, refuseRequest } from './refuse';

/** Pairing and special pictures are far smaller; only envelopes are large, and they go elsewhere. */
export const MOST_BODY_BYTES = 8 * 1024;

/** The body as text, or the refusal of one that is too long or not UTF-8. */
export async function readBody(request: Request): Promise<string | Response> {
	if (!request.body) return '';
	const pieces: Uint8Array[] = [];
	let bytes = 0;
	for await (const piece of request.body) {
		bytes += piece.byteLength;
		if (bytes > MOST_BODY_BYTES) {
			return refuse(413, {
				error: 'too-large',
				message: `More than ${MOST_BODY_BYTES} bytes: nothing that a kiosk sends here is so long.`
			});
		}
		pieces.push(piece);
	}
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
	} catch {
		return refuseRequest('The text is not UTF-8.');
	}
}

/** The body as the schema has it, or the refusal that names the first field that is wrong. */
export function parseBody<Schema extends v.GenericSchema>(
	schema: Schema,
	body: string
): v.InferOutput<Schema> | Response {
	let value: unknown;
	try {
		value = JSON.parse(body);
	} catch {
		return refuseRequest('The body is not JSON.');
	}
	const parsed = v.safeParse(schema, value);
	if (parsed.success) return parsed.output;
	// The field alone: what stands in it may be a child's.
	const field = v.getDotPath(parsed.issues[0]);
	return refuseRequest(
		field
			? `The field "${field}" is missing or wrong.`
			: 'The body has another shape than expected.'
	);
}
