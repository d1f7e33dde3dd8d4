// A bad network between a kiosk and the server: passes requests on, and does to each what its test says.
import {
	createServer,
	request as ask,
	type IncomingMessage,
	type Server,
	type ServerResponse
} from 'node:http';
import { setTimeout } from 'node:timers/promises';

export type Fault =
	| { kind: 'none' }
	/** The server never hears of it; the connection ends. */
	| { kind: 'drop-request' }
	/** The server has done all of it; the connection ends before the first byte of its answer. */
	| { kind: 'drop-response' }
	/** The answer breaks off after so many bytes of its body. */
	| { kind: 'cut-response'; afterBytes: number }
	/** Somebody else answers: a captive portal, an overloaded proxy. */
	| { kind: 'answer'; status: number; contentType: string; body: string }
	| { kind: 'slow'; beforeRequestMs: number; beforeResponseMs: number };

export interface ProxiedRequest {
	/** 0, 1, 2 … */
	index: number;
	method: string;
	path: string;
	bytes: number;
}

/** Where the request body and the answer went, with their sizes, for figures of the wire. */
export interface Passed extends ProxiedRequest {
	fault: Fault['kind'];
	/** Of the server; `null` when it was not asked. */
	status: number | null;
	responseBytes: number;
}

export class FaultProxy {
	/** Everything that passed, in the order in which it was done with. */
	readonly passed: Passed[] = [];
	/** What happens to a request; a test may change it at any time. */
	fault: (request: ProxiedRequest) => Fault = () => ({ kind: 'none' });
	readonly #target: URL;
	readonly #server: Server;
	#next = 0;

	private constructor(target: string) {
		this.#target = new URL(target);
		this.#server = createServer((request, response) => {
			this.#pass(request, response).catch(() => response.destroy());
		});
	}

	/** On loopback, in front of `target`, an origin. */
	static async start(target: string): Promise<FaultProxy> {
		const proxy = new FaultProxy(target);
		await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
		return proxy;
	}

	get origin(): string {
		const address = this.#server.address();
		if (typeof address !== 'object' || !address) throw new Error('The proxy has been stopped.');
		return `http://localhost:${address.port}`;
	}

	async stop(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await wholeBody(request);
		const proxied: ProxiedRequest = {
			index: this.#next++,
			method: request.method ?? 'GET',
			path: request.url ?? '/',
			bytes: body.length
		};
		const fault = this.fault(proxied);
		const note = (status: number | null, responseBytes: number) =>
			void this.passed.push({ ...proxied, fault: fault.kind, status, responseBytes });
		if (fault.kind === 'drop-request') {
			note(null, 0);
			response.destroy();
			return;
		}
		if (fault.kind === 'answer') {
			note(null, fault.body.length);
			response.writeHead(fault.status, { 'content-type': fault.contentType }).end(fault.body);
			return;
		}
		if (fault.kind === 'slow') await setTimeout(fault.beforeRequestMs);
		const answer = await this.#askServer(request, body);
		const whole = await wholeBody(answer);
		note(answer.statusCode ?? null, whole.length);
		if (fault.kind === 'drop-response') {
			response.destroy();
			return;
		}
		if (fault.kind === 'slow') await setTimeout(fault.beforeResponseMs);
		response.writeHead(answer.statusCode ?? 502, answer.headers);
		if (fault.kind === 'cut-response') {
			response.write(whole.subarray(0, fault.afterBytes), () => response.destroy());
			return;
		}
		response.end(whole);
	}

	#askServer(request: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
		return new Promise((resolve, reject) => {
			const asked = ask(
				{
					host: '127.0.0.1',
					port: this.#target.port,
					method: request.method,
					path: request.url,
					headers: request.headers
				},
				resolve
			);
			asked.once('error', reject);
			asked.end(body);
		});
	}
}

async function wholeBody(stream: AsyncIterable<Buffer>): Promise<Buffer> {
	const pieces: Buffer[] = [];
	for await (const piece of stream) pieces.push(piece);
	return Buffer.concat(pieces);
}
