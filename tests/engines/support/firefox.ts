// Firefox ESR over WebDriver BiDi, which it speaks by itself.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	fingerActions,
	keyActions,
	scriptText,
	valueIn,
	type EnginePage,
	type Point
} from './engine-page';
import { FIREFOX } from './needed-programs';
import { StartedProgram } from './started-program';

interface Reply {
	id?: number;
	type: string;
	result?: Record<string, unknown>;
	message?: string;
}

interface Evaluated {
	type: string;
	result?: { value?: string };
	exceptionDetails?: { text: string };
}

export class Firefox implements EnginePage {
	#count = 0;
	readonly #asked = new Map<number, (reply: Reply) => void>();
	#context = '';
	about = { name: 'Firefox', version: '' };

	private constructor(
		private readonly program: StartedProgram,
		private readonly socket: WebSocket,
		private readonly home: string
	) {
		socket.onmessage = ({ data }: MessageEvent<string>) => {
			const reply = JSON.parse(data) as Reply;
			if (reply.id === undefined) return;
			this.#asked.get(reply.id)?.(reply);
			this.#asked.delete(reply.id);
		};
	}

	static async open(): Promise<Firefox> {
		const home = mkdtempSync(join(tmpdir(), 'cwtch-firefox-'));
		const program = StartedProgram.start(
			[
				...[FIREFOX, '--headless', '--no-remote', '--window-size=1280,900'],
				...['--profile', home, '--remote-debugging-port', '0', 'about:blank']
			],
			{ HOME: home }
		);
		const address = await program.printed(/BiDi listening on (ws:\S+)/);
		const socket = new WebSocket(`${address}/session`);
		await new Promise<void>((opened, failed) => {
			socket.onopen = () => opened();
			socket.onerror = () => failed(new Error('Firefox does not answer.'));
		});
		const firefox = new Firefox(program, socket, home);
		const { capabilities } = await firefox.#send('session.new', { capabilities: {} });
		firefox.about = {
			name: 'Firefox',
			version: String((capabilities as { browserVersion: string }).browserVersion)
		};
		const { contexts } = await firefox.#send('browsingContext.getTree', {});
		firefox.#context = String((contexts as { context: string }[])[0]?.context);
		return firefox;
	}

	async goto(url: string): Promise<void> {
		const context = this.#context;
		await this.#send('browsingContext.navigate', { context, url, wait: 'complete' });
	}

	async evaluate<Result, Argument>(
		script: (argument: Argument) => Result | Promise<Result>,
		argument: Argument
	): Promise<Result> {
		const evaluated = (await this.#send('script.evaluate', {
			expression: scriptText(script, argument),
			target: { context: this.#context },
			awaitPromise: true
		})) as unknown as Evaluated;
		const json = evaluated.result?.value;
		if (json === undefined) throw new Error(evaluated.exceptionDetails?.text ?? 'No answer.');
		return valueIn(json) as Result;
	}

	async touch(points: readonly Point[]): Promise<void> {
		await this.#perform(fingerActions('touch', points));
	}

	async type(text: string): Promise<void> {
		await this.#perform(keyActions(text));
	}

	async close(): Promise<void> {
		this.socket.close();
		await this.program.end();
		rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
	}

	async #perform(actions: object[]): Promise<void> {
		await this.#send('input.performActions', { context: this.#context, actions });
	}

	async #send(method: string, params: object): Promise<Record<string, unknown>> {
		this.#count += 1;
		const id = this.#count;
		const reply = await new Promise<Reply>((settle) => {
			this.#asked.set(id, settle);
			this.socket.send(JSON.stringify({ id, method, params }));
		});
		if (reply.type === 'error') throw new Error(`${method}: ${reply.message}`);
		return reply.result ?? {};
	}
}
