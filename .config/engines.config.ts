import { defineConfig } from '@playwright/test';
import { launchOptions } from '../tests/support/browser';
import type { EngineName } from '../tests/engines/support/needed-programs';

export default defineConfig<{ engine: EngineName }>({
	testDir: '../tests/engines',
	outputDir: '../test-results/engines',
	workers: 1,
	timeout: 180_000,
	// Nothing here is about speed, and a busy machine is slow.
	expect: { timeout: 15_000 },
	forbidOnly: Boolean(process.env['CI']),
	reporter: [['list'], ['json', { outputFile: '../test-results/engines.json' }]],
	// The grown-up's side of a test is in Chromium.
	use: { browserName: 'chromium', launchOptions: launchOptions() },
	projects: [
		{ name: 'WebKitGTK', use: { engine: 'webkit' } },
		{ name: 'Firefox', use: { engine: 'firefox' } }
	]
});
