// A browser that nobody watches. Playwright has every request of a page told to it, with the whole body:
// of a delivery that takes the browser more time than sending it. Here a page is told what to run, and
// nothing else.
import { ChromiumProcess } from '../../support/chromium-process';

/** What a figure needs of a page; Playwright's are such pages too. */
export interface ScriptedPage {
	goto(url: string): Promise<unknown>;
	/** Runs in the page: `script` uses nothing from outside but its one argument, which is JSON. */
	evaluate<Result, Argument>(
		script: (argument: Argument) => Result | Promise<Result>,
		argument: Argument
	): Promise<Result>;
}

interface Reply {
	id?: number;
	method?: string;
	params?: unknown;
	sessionId?: string;
	result?: Record<string, unknown>;
	error?: { message: string };
}

interface Evaluated {
	result: { value?: unknown };
	exceptionDetails?: { text: string; exception?: { description?: string } };
}

interface WorkerVersions {
	versions: { versionId: string; runningStatus: string }[];
}

type Settle = (reply: Reply) => void;

export class UnwatchedBrowser {
	readonly #process: ChromiumProcess;
	readonly #socket: WebSocket;
	readonly #asked = new Map<number, Settle>();
	readonly #heard = new Map<string, (params: unknown) => void>();
	#count = 0;

	private constructor(process: ChromiumProcess, socket: WebSocket) {
		this.#process = process;
		this.#socket = socket;
		socket.onmessage = ({ data }: MessageEvent<string>) => {
			const reply = JSON.parse(data) as Reply;
			if (reply.id === undefined) {
				this.#heard.get(`${reply.sessionId} ${reply.method}`)?.(reply.params);
				return;
			}
			this.#asked.get(reply.id)?.(reply);
			this.#asked.delete(reply.id);
		};
		socket.onclose = () => {
			for (const settle of this.#asked.values())
				settle({ error: { message: 'The browser ended.' } });
		};
	}

	/** On the profile of a browser that has ended. */
	static async open(profile: string): Promise<UnwatchedBrowser> {
		const process = await ChromiumProcess.start({ profile });
		const socket = new WebSocket(process.endpoint);
		await new Promise<void>((opened, failed) => {
			socket.onopen = () => opened();
			socket.onerror = () => failed(new Error('The browser’s DevTools do not answer.'));
		});
		return new UnwatchedBrowser(process, socket);
	}

	/** A new tab. */
	async page(): Promise<UnwatchedPage> {
		const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
		const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
		return new UnwatchedPage(this, String(targetId), String(sessionId));
	}

	/** A command of the DevTools protocol. Throws when it is refused. */
	async send(method: string, params: object, sessionId?: string): Promise<Record<string, unknown>> {
		this.#count += 1;
		const id = this.#count;
		const reply = await new Promise<Reply>((settle) => {
			this.#asked.set(id, settle);
			this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
		});
		if (reply.error) throw new Error(`${method}: ${reply.error.message}`);
		return reply.result ?? {};
	}

	/** What the page's DevTools tell from now on; one listener for each kind. */
	on(method: string, sessionId: string, listener: (params: unknown) => void): void {
		this.#heard.set(`${sessionId} ${method}`, listener);
	}

	/** Ends all its processes. The profile stays. */
	async kill(): Promise<void> {
		await this.#process.kill();
	}
}

export class UnwatchedPage implements ScriptedPage {
	constructor(
		private readonly browser: UnwatchedBrowser,
		private readonly targetId: string,
		private readonly sessionId: string
	) {}

	/** Makes its processor so many times as slow. */
	async slowDown(rate: number): Promise<void> {
		await this.browser.send('Emulation.setCPUThrottlingRate', { rate }, this.sessionId);
	}

	/** Runs `script` at the start of every page that is opened in this tab, before the page's own. */
	async atStart<Argument>(script: (argument: Argument) => void, argument: Argument): Promise<void> {
		const source = `(${String(script)})(${JSON.stringify(argument)})`;
		await this.browser.send('Page.enable', {}, this.sessionId);
		await this.browser.send('Page.addScriptToEvaluateOnNewDocument', { source }, this.sessionId);
	}

	async toFront(): Promise<void> {
		await this.browser.send('Page.bringToFront', {}, this.sessionId);
	}

	/** Ends the service workers, so that the next start starts one too, as on a tablet in the morning. */
	async stopWorkers(): Promise<void> {
		const running = new Map<string, string>();
		// A navigation while one is still stopping would pass it by.
		const stopped = new Promise<void>((resolve) => {
			this.browser.on('ServiceWorker.workerVersionUpdated', this.sessionId, (params) => {
				for (const { versionId, runningStatus } of (params as WorkerVersions).versions)
					running.set(versionId, runningStatus);
				if ([...running.values()].every((status) => status === 'stopped')) resolve();
			});
		});
		await this.browser.send('ServiceWorker.enable', {}, this.sessionId);
		await this.browser.send('ServiceWorker.stopAllWorkers', {}, this.sessionId);
		await stopped;
		await this.browser.send('ServiceWorker.disable', {}, this.sessionId);
	}

	/** Ends as soon as the answer is there. */
	async navigate(url: string): Promise<void> {
		const { errorText } = await this.browser.send('Page.navigate', { url }, this.sessionId);
		if (errorText) throw new Error(`${url}: ${String(errorText)}`);
	}

	/** Ends when the page and its scripts are loaded. */
	async goto(url: string): Promise<void> {
		await this.navigate(url);
		await this.evaluate(
			() =>
				new Promise<void>((loaded) => {
					if (document.readyState === 'complete') loaded();
					else addEventListener('load', () => loaded(), { once: true });
				}),
			null
		);
	}

	async evaluate<Result, Argument>(
		script: (argument: Argument) => Result | Promise<Result>,
		argument: Argument
	): Promise<Result> {
		const expression = `(${String(script)})(${JSON.stringify(argument)})`;
		const asked = { expression, awaitPromise: true, returnByValue: true };
		const reply = await this.browser.send('Runtime.evaluate', asked, this.sessionId);
		const { result, exceptionDetails } = reply as unknown as Evaluated;
		if (exceptionDetails)
			throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		return result.value as Result;
	}

	async close(): Promise<void> {
		await this.browser.send('Target.closeTarget', { targetId: this.targetId });
	}
}
