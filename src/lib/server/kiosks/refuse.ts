// What a kiosk is told when a request cannot be answered: one shape, one plain sentence, nothing inside out.
import type { KioskRefusal } from '$lib/crossing/kiosk-request';

const NEVER_KEPT = { 'cache-control': 'no-store' };

export const answerJson = (value: unknown, headers?: Record<string, string>): Response =>
	Response.json(value, { headers: { ...NEVER_KEPT, ...headers } });

export const refuse = (
	status: 400 | 401 | 404 | 413 | 429 | 500 | 503,
	refusal: KioskRefusal,
	headers?: Record<string, string>
): Response => Response.json(refusal, { status, headers: { ...NEVER_KEPT, ...headers } });

export const refuseRequest = (message: string): Response =>
	refuse(400, { error: 'request', message });
