// POST /crossing/v1/envelopes: lines of envelopes in, signed receipts out.
import type { RunningServer } from '../running';
import type { EnvelopeOpener } from './open-envelopes';
import type { Crossing } from './running';
import { takeDelivery } from './take-delivery';

const RETRY_AFTER_S = '5';

const answer = (value: object, status = 200, headers?: Record<string, string>): Response =>
	Response.json(value, { status, headers: { 'cache-control': 'no-store', ...headers } });

/** `null` when the bytes are no text; throws when they do not arrive, or are too many. */
async function bodyText(request: Request): Promise<string | null> {
	const bytes = await request.arrayBuffer();
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Never rejects: whatever cannot be taken is told in the status, and the tablet keeps it. */
export async function answerDelivery(
	{ running, opener }: Crossing,
	request: Request
): Promise<Response> {
	return opener.storing(() => store(running, opener, request));
}

async function store(
	running: RunningServer,
	opener: EnvelopeOpener,
	request: Request
): Promise<Response> {
	let body: string | null;
	try {
		body = await bodyText(request);
	} catch (error) {
		// The web server stops reading what is larger than any delivery; else the sender went away.
		const isTooLarge = (error as { status?: unknown } | null)?.status === 413;
		return isTooLarge ? answer({ error: 'too-large' }, 413) : answer({ error: 'cut-off' }, 400);
	}
	if (body === null) return answer({ error: 'not-text' }, 400);
	try {
		const delivery = await takeDelivery(running, body, Date.now(), (arrived) =>
			opener.store(arrived)
		);
		if (delivery.kind === 'taken') return answer(delivery.receipts);
		if (delivery.kind === 'too-many') return answer({ error: 'too-many' }, 413);
		return answer({ error: 'no-envelope', line: delivery.line }, 400);
	} catch (error) {
		// No receipt, so the tablet keeps everything and tries again.
		const reason = error instanceof Error ? error.message : String(error);
		running.log.error({ reason }, 'envelopes could not be stored; kiosks keep them');
		return answer({ error: 'not-stored' }, 503, { 'retry-after': RETRY_AFTER_S });
	}
}
