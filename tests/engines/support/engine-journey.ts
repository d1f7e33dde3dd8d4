// What the tests of other engines share: the built app with the demo's school in it, and a tablet with the
// engine of the project.
import { existsSync } from 'node:fs';
import { test as journey } from '../../support/journey';
import { EngineKiosk } from './engine-kiosk';
import type { EnginePage } from './engine-page';
import { Firefox } from './firefox';
import { NEEDED_PROGRAMS, type EngineName } from './needed-programs';
import { WebKit } from './webkit';

export { expect } from '@playwright/test';

const openEngine: Record<EngineName, () => Promise<EnginePage>> = {
	webkit: () => WebKit.open(),
	firefox: () => Firefox.open()
};

interface OnEngine {
	engine: EngineName;
	/** Not paired yet. */
	tablet: EngineKiosk;
}

export const test = journey.extend<OnEngine>({
	engine: ['firefox', { option: true }],
	tablet: async ({ engine, server }, use, info) => {
		const needed = Object.entries(NEEDED_PROGRAMS[engine]);
		const missing = needed.filter(([program]) => !existsSync(program)).map(([, debian]) => debian);
		info.skip(missing.length > 0, `not installed here: apt-get install ${missing.join(' ')}`);
		const page = await openEngine[engine]();
		await use(new EngineKiosk(page, server.origin));
		await page.close();
	}
});
