// A tablet that is a kiosk of the demo school: paired, its worker installed, beside its running server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppServer } from '../../support/app-server';
import { KioskBrowser } from '../../support/kiosk-browser';
import { KioskPage } from '../../support/kiosk-page';
import { makeSchool, type SchoolFixture } from '../../support/school-fixture';

export interface InstallOptions {
	/** In a class the faces may be the rest screen; in the Cwtch they never are. */
	place?: 'class' | 'cwtch';
	/** A program to run Chromium under, for example strace with its arguments. */
	under?: string[];
	/** Flags for Chromium. */
	flags?: string[];
	/** Of the server. */
	environment?: Record<string, string>;
	/** The origin of something that stands between tablet and server. */
	through?(server: AppServer): Promise<string>;
}

export class InstalledKiosk {
	readonly server: AppServer;
	readonly school: SchoolFixture;
	/** Where the tablet finds the server. */
	readonly origin: string;
	#tablet: KioskBrowser;
	readonly #under: string[] | undefined;

	private constructor(
		server: AppServer,
		school: SchoolFixture,
		tablet: KioskBrowser,
		origin: string,
		under: string[] | undefined
	) {
		this.server = server;
		this.school = school;
		this.origin = origin;
		this.#tablet = tablet;
		this.#under = under;
	}

	static async install(options: InstallOptions = {}): Promise<InstalledKiosk> {
		const server = await AppServer.prepare({ environment: options.environment });
		const school = await makeSchool(server);
		await server.start();
		const profile = mkdtempSync(join(tmpdir(), 'cwtch-tablet-'));
		const { under, flags } = options;
		const tablet = await KioskBrowser.open({ profile, under, flags });
		const origin = (await options.through?.(server)) ?? server.origin;
		const kiosk = new InstalledKiosk(server, school, tablet, origin, options.under);
		try {
			const screens = new KioskPage(await tablet.page(), kiosk);
			await screens.pair(await school.pairingCode(options.place ?? 'cwtch'));
			await screens.installed();
			await screens.page.close();
			return kiosk;
		} catch (error) {
			await kiosk.remove();
			throw error;
		}
	}

	get tablet(): KioskBrowser {
		return this.#tablet;
	}

	/** Ends the browser, by default as a flat battery would, and opens it again on the same profile. */
	async restartTablet(how: 'kill' | 'close' = 'kill'): Promise<void> {
		await this.#tablet[how]();
		this.#tablet = await KioskBrowser.open({ profile: this.#tablet.profile, under: this.#under });
	}

	async remove(): Promise<void> {
		await this.#tablet.kill();
		rmSync(this.#tablet.profile, { recursive: true, force: true, maxRetries: 5 });
		await this.school.close();
		await this.server.remove();
	}
}
