import { describe, expect, it } from 'vitest';
import { kioskFeedText, readKioskFeed, STILL_HERE, type KioskFeedEvent } from './kiosk-feed';

const seen: KioskFeedEvent = {
	kind: 'urgent-seen',
	id: '0192f000-0000-7000-8000-000000000001',
	at: 1_700_000_000_000,
	requestId: '0192f000-0000-7000-8000-000000000002',
	adultId: '0192f000-0000-7000-8000-000000000003'
};
const changed: KioskFeedEvent = { kind: 'directory', etag: '"tâg"' };

async function readIn(pieceBytes: number, text: string): Promise<KioskFeedEvent[]> {
	const bytes = new TextEncoder().encode(text);
	const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
		start(controller) {
			for (let from = 0; from < bytes.length; from += pieceBytes) {
				controller.enqueue(bytes.slice(from, from + pieceBytes));
			}
			controller.close();
		}
	});
	const events: KioskFeedEvent[] = [];
	for await (const event of readKioskFeed(body)) events.push(event);
	return events;
}

describe("the kiosk's feed on the wire", () => {
	it.each([1, 3, 7, 10_000])('is read whole in pieces of %i bytes', async (pieceBytes) => {
		const text = STILL_HERE + kioskFeedText(seen) + STILL_HERE + kioskFeedText(changed);
		expect(await readIn(pieceBytes, text)).toEqual([seen, changed]);
	});

	it('passes over what a later version or a broken line says', async () => {
		const text =
			'event: other\ndata: {"kind":"other"}\n\n' +
			'data: {"kind":\n\n' +
			'event: empty\n\n' +
			kioskFeedText(changed);
		expect(await readIn(100, text)).toEqual([changed]);
	});

	it('gives nothing of an event that was cut off', async () => {
		expect(await readIn(100, kioskFeedText(seen).slice(0, -2))).toEqual([]);
	});
});
