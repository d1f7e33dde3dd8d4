// How the check asks the running demo to stop and start its server: a socket in the demo's own folder.
import { existsSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { join } from 'node:path';

export interface DemoControl {
	start(): Promise<void>;
	stop(): Promise<void>;
}

const socketOf = (dataDir: string) => join(dataDir, 'demo.sock');

/** Throws when another demo is running over the same data. */
export async function answerControl(dataDir: string, demo: DemoControl): Promise<Server> {
	const path = socketOf(dataDir);
	if (existsSync(path)) {
		if (await isAnswered(path)) {
			throw new Error('The demo is running already. Stop it first, or set DEMO_DATA_DIR and PORT.');
		}
		rmSync(path);
	}
	const server = createServer((socket) => {
		socket.setEncoding('utf8').once('data', (wish) => {
			const doing = String(wish).trim() === 'stop' ? demo.stop() : demo.start();
			doing.then(
				() => socket.end('done'),
				() => socket.end('failed')
			);
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(path, resolve);
	});
	return server;
}

const isAnswered = (path: string): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = createConnection(path);
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});

/** Throws when no demo is running. */
export function askDemo(dataDir: string, wish: 'start' | 'stop'): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket = createConnection(socketOf(dataDir));
		let answer = '';
		socket.setEncoding('utf8');
		socket.once('connect', () => socket.write(wish));
		socket.on('data', (text) => (answer += String(text)));
		socket.once('error', () =>
			reject(new Error('No demo is running. Start it first: npm run demo'))
		);
		socket.once('close', () => {
			if (answer === 'done') resolve();
			else reject(new Error(`The demo could not ${wish} its server.`));
		});
	});
}
