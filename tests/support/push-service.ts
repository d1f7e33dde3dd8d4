// A push service beside the tests: it checks who sends, decrypts what it gets as a browser would, and
// keeps it to be read.
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './postgres';

const START_TIMEOUT_MS = 10_000;

export interface PushDevice {
	endpoint: string;
	keys: { p256dh: string; auth: string };
	/** Every message so far, decrypted, oldest first. */
	received(): Promise<string[]>;
	/** From now on the service says that the device is gone (410). */
	expire(): Promise<void>;
}

export interface PushService {
	/** @param pushKey the public key of the server that may send, base64url */
	subscribe(pushKey: string): Promise<PushDevice>;
	stop(): void;
}

export async function startPushService(): Promise<PushService> {
	const port = await freePort();
	const script = createRequire(import.meta.url).resolve('web-push-testing/src/bin/server.js');
	const process = fork(script, [String(port)], { silent: true });
	const ask = (path: string, body: unknown) =>
		fetch(`http://localhost:${port}${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	const answers = async () => {
		try {
			return (await ask('/status', {})).ok;
		} catch {
			return false;
		}
	};
	const giveUpAt = Date.now() + START_TIMEOUT_MS;
	while (!(await answers())) {
		if (Date.now() > giveUpAt) throw new Error('The push service for tests did not start.');
		await setTimeout(20);
	}
	return {
		async subscribe(pushKey) {
			const answer = await ask('/subscribe', {
				userVisibleOnly: 'true',
				applicationServerKey: pushKey
			});
			const { data } = (await answer.json()) as {
				data: Pick<PushDevice, 'endpoint' | 'keys'> & { clientHash: string };
			};
			const { endpoint, keys, clientHash } = data;
			return {
				endpoint,
				keys,
				async received() {
					const kept = await ask('/get-notifications', { clientHash });
					return ((await kept.json()) as { data: { messages: string[] } }).data.messages;
				},
				async expire() {
					await ask(`/expire-subscription/${clientHash}`, {});
				}
			};
		},
		stop: () => void process.kill()
	};
}
