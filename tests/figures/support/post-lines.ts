// Posts lines over a few connections at once, the way a morning of many kiosks does.
import { Agent, request } from 'node:http';

export interface Posting {
	/** From the first byte sent until the last answer has been read. */
	ms: number;
	answers: string[];
}

/** One delivery; the text of the answer. Rejects when that is not 200. */
export function postDelivery(agent: Agent, url: URL, body: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const asked = request(
			url,
			{
				agent,
				method: 'POST',
				headers: {
					'content-type': 'application/x-ndjson',
					'content-length': Buffer.byteLength(body)
				}
			},
			(response) => {
				let text = '';
				response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
				response.once('end', () => {
					if (response.statusCode === 200) resolve(text);
					else
						reject(
							new Error(
								`A delivery was answered with ${response.statusCode}: ${text.slice(0, 200)}`
							)
						);
				});
			}
		);
		asked.once('error', reject);
		asked.end(body);
	});
}

/** `connections` at once, `most` lines each, until all are answered with 200. */
export async function postLines(
	url: string,
	lines: readonly string[],
	{ connections, most }: { connections: number; most: number }
): Promise<Posting> {
	const bodies: string[] = [];
	for (let from = 0; from < lines.length; from += most) {
		bodies.push(lines.slice(from, from + most).join('\n'));
	}
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const answers: string[] = [];
	const target = new URL(url);
	const from = performance.now();
	await Promise.all(
		Array.from({ length: connections }, async () => {
			for (let body = bodies.shift(); body !== undefined; body = bodies.shift()) {
				answers.push(await postDelivery(agent, target, body));
			}
		})
	);
	const ms = performance.now() - from;
	agent.destroy();
	return { ms, answers };
}
