// A tablet that is a kiosk of the demo school: paired, its worker installed, beside its running server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppServer } from '../../support/app-server';
import { KioskBrowser } from '../../support/kiosk-browser';
import { KioskPage } from '../../support/kiosk-page';
import { makeSchool, type SchoolFixture } from '../../support/school-fixture';

export class InstalledKiosk {
	readonly server: AppServer;
	readonly school: SchoolFixture;
	#tablet: KioskBrowser;
	readonly #under: string[] | undefined;

	private constructor(
		server: AppServer,
		school: SchoolFixture,
		tablet: KioskBrowser,
		under: string[] | undefined
	) {
		this.server = server;
		this.school = school;
		this.#tablet = tablet;
		this.#under = under;
	}

	/**
	 * @param options.place in a class the faces may be the rest screen; in the Cwtch it never is
	 * @param options.under a program to run Chromium under, for example strace with its arguments
	 */
	static async install(
		options: { place?: 'class' | 'cwtch'; under?: string[] } = {}
	): Promise<InstalledKiosk> {
		const server = await AppServer.prepare();
		const school = await makeSchool(server);
		await server.start();
		const profile = mkdtempSync(join(tmpdir(), 'cwtch-tablet-'));
		const tablet = await KioskBrowser.open({ profile, under: options.under });
		const kiosk = new InstalledKiosk(server, school, tablet, options.under);
		try {
			const screens = new KioskPage(await tablet.page(), server);
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
