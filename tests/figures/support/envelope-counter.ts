// Stands between a tablet and the server and counts: how often each envelope was posted, and what the
// receipts called it. Closed, it is a network that is gone.
import { createServer, request as ask, type Server } from 'node:http';
import type { Receipts } from '$lib/crossing/receipt';

const ENVELOPES_PATH = '/crossing/v1/envelopes';

export class EnvelopeCounter {
	readonly posted = new Map<string, number>();
	duplicateReceipts = 0;
	isOpen = true;
	readonly #server: Server;

	private constructor(targetPort: number) {
		this.#server = createServer((request, response) => {
			if (!this.isOpen) {
				request.destroy();
				return;
			}
			const isEnvelopes = request.url === ENVELOPES_PATH;
			const { method, url: path, headers } = request;
			const passed = ask(
				{ host: '127.0.0.1', port: targetPort, method, path, headers },
				(answer) => {
					response.writeHead(answer.statusCode ?? 502, answer.headers);
					const pieces: Buffer[] = [];
					answer.on('data', (piece: Buffer) => {
						if (isEnvelopes) pieces.push(piece);
						response.write(piece);
					});
					answer.on('end', () => {
						if (isEnvelopes) this.#countReceipts(Buffer.concat(pieces).toString('utf8'));
						response.end();
					});
				}
			);
			passed.on('error', () => response.destroy());
			const sent: Buffer[] = [];
			request.on('data', (piece: Buffer) => {
				if (isEnvelopes) sent.push(piece);
				passed.write(piece);
			});
			request.on('end', () => {
				if (isEnvelopes) this.#countPosted(Buffer.concat(sent).toString('utf8'));
				passed.end();
			});
			response.on('close', () => passed.destroy());
		});
	}

	static async start(targetPort: number): Promise<EnvelopeCounter> {
		const counter = new EnvelopeCounter(targetPort);
		await new Promise<void>((listening) => counter.#server.listen(0, '127.0.0.1', listening));
		return counter;
	}

	get origin(): string {
		const address = this.#server.address();
		if (typeof address !== 'object' || !address) throw new Error('The counter has been stopped.');
		return `http://localhost:${address.port}`;
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((stopped) => this.#server.close(stopped));
	}

	#countPosted(body: string): void {
		for (const line of body.split('\n').filter(Boolean)) {
			const { id } = JSON.parse(line) as { id: string };
			this.posted.set(id, (this.posted.get(id) ?? 0) + 1);
		}
	}

	#countReceipts(body: string): void {
		const { receipts } = JSON.parse(body) as Receipts;
		this.duplicateReceipts += receipts.filter(({ outcome }) => outcome === 'duplicate').length;
	}
}
