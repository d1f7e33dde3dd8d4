import { json } from '@sveltejs/kit';
import { crossing } from '$lib/server/crossing/running';
import { takeDelivery } from '$lib/server/crossing/take-delivery';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => {
	const { running, opener } = await crossing();
	let body: string;
	try {
		body = new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer());
	} catch {
		return json({ error: 'not-text' }, { status: 400 });
	}
	let delivery;
	try {
		delivery = await takeDelivery(running, body, Date.now());
	} catch (error) {
		// No receipt, so the tablet keeps everything and tries again.
		running.log.error({ err: error }, 'envelopes could not be stored; kiosks keep them');
		return json({ error: 'not-stored' }, { status: 503, headers: { 'retry-after': '5' } });
	}
	if (delivery.kind === 'no-envelopes') {
		return json({ error: 'no-envelope', line: delivery.line }, { status: 400 });
	}
	if (delivery.kind === 'too-many') return json({ error: 'too-many' }, { status: 413 });
	opener.open(delivery.stored);
	return json(delivery.receipts);
};
