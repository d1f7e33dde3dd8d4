// Debian's Caddy over a running app, with the file that docs/deploy.md gives to schools and a
// certificate authority of its own in a temporary folder; everything on loopback.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connect } from 'node:tls';
import { debianProgram } from './browser';
import { endsWithUs } from './ends-with-us';
import { freePort } from './postgres';

const CADDYFILE = resolve(import.meta.dirname, '../../docs/deploy/Caddyfile');
/** The name that docs/deploy/Caddyfile has. */
export const SCHOOL_NAME = 'cwtch.school.internal';
const READY_TIMEOUT_MS = 20_000;
const CERTUTIL_TIMEOUT_MS = 20_000;

/** Says which program is missing and what to do; `null` when both are there. */
export function whyNoCaddy(): string | null {
	if (!debianProgram('/usr/bin/caddy', 'caddy')) return missing('caddy', 'caddy');
	if (!debianProgram('/usr/bin/certutil', 'libnss3-tools')) {
		return missing('certutil', 'libnss3-tools');
	}
	return null;
}

const missing = (program: string, name: string): string =>
	`${program} is not here and could not be installed (on Debian: sudo apt-get install ${name})`;

/** The school's file, with what a test must have of its own. */
function caddyfileFor(ports: { https: number; http: number; app: number }): string {
	const written = readFileSync(CADDYFILE, 'utf8');
	const replaced = written
		.replace('{\n', `{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\thttp_port ${ports.http}\n`)
		.replace(`\n${SCHOOL_NAME} {`, `\n${SCHOOL_NAME}:${ports.https} {`)
		.replace('127.0.0.1:3000', `127.0.0.1:${ports.app}`);
	for (const part of [`:${ports.https} {`, `127.0.0.1:${ports.app}`, 'tls internal']) {
		if (!replaced.includes(part)) throw new Error(`docs/deploy/Caddyfile has no place for ${part}`);
	}
	return replaced;
}

export class Caddy {
	readonly origin: string;
	readonly #folder = mkdtempSync(join(tmpdir(), 'cwtch-caddy-'));
	readonly #ports: { https: number; http: number };
	#process: ChildProcess | null = null;
	#output = '';

	private constructor(ports: { https: number; http: number }) {
		this.#ports = ports;
		this.origin = `https://${SCHOOL_NAME}:${ports.https}`;
	}

	/** Not started yet: the app must be told `origin` first. */
	static async prepare(): Promise<Caddy> {
		return new Caddy({ https: await freePort(), http: await freePort() });
	}

	/** The authority's certificate, which a school puts onto its tablets. */
	get rootCertificate(): string {
		return join(this.#folder, 'caddy/pki/authorities/local/root.crt');
	}

	/** A home folder in which a browser trusts the authority, and resolves the school's name here. */
	homeThatTrusts(): string {
		const home = mkdtempSync(join(this.#folder, 'home-'));
		const store = join(home, '.pki/nssdb');
		mkdirSync(store, { recursive: true });
		const certutil = (...args: string[]) =>
			execFileSync('/usr/bin/certutil', ['-d', `sql:${store}`, ...args], {
				stdio: 'ignore',
				timeout: CERTUTIL_TIMEOUT_MS
			});
		certutil('-N', '--empty-password');
		certutil('-A', '-n', 'school', '-t', 'C,,', '-i', this.rootCertificate);
		return home;
	}

	/** Resolves when it answers over TLS, with a certificate for the school's name. */
	async start(appPort: number): Promise<this> {
		const file = join(this.#folder, 'Caddyfile');
		writeFileSync(file, caddyfileFor({ ...this.#ports, app: appPort }));
		const caddy = ['/usr/bin/caddy', 'run', '--config', file, '--adapter', 'caddyfile'];
		const [program, ...rest] = endsWithUs(caddy);
		const child = spawn(program, rest, {
			env: { PATH: process.env['PATH'] ?? '', HOME: this.#folder, XDG_DATA_HOME: this.#folder },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		this.#process = child;
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
		}
		const giveUpAt = Date.now() + READY_TIMEOUT_MS;
		while (Date.now() < giveUpAt && child.exitCode === null) {
			if (existsSync(this.rootCertificate) && (await this.#answers())) return this;
			await setTimeout(20);
		}
		throw new Error(`Caddy did not start:\n${this.#output}`);
	}

	#answers(): Promise<boolean> {
		return new Promise((resolve) => {
			const connection = connect({
				host: '127.0.0.1',
				port: this.#ports.https,
				servername: SCHOOL_NAME,
				ca: readFileSync(this.rootCertificate)
			});
			connection.once('secureConnect', () => {
				connection.destroy();
				resolve(true);
			});
			connection.once('error', () => resolve(false));
		});
	}

	/** Ends it and removes its authority. */
	async remove(): Promise<void> {
		const child = this.#process;
		this.#process = null;
		if (child && child.exitCode === null && child.signalCode === null) {
			const gone = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGTERM');
			await gone;
		}
		rmSync(this.#folder, { recursive: true, force: true });
	}
}
