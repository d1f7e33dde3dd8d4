import { defineConfig } from '@playwright/test';
import { launchOptions } from '../tests/support/browser';

const ANOTHER_LANGUAGE = '**/another-language.spec.ts';

export default defineConfig({
	testDir: '../tests/journeys',
	outputDir: '../test-results',
	fullyParallel: true,
	// A language that nobody speaks takes the place of Welsh in the whole process: no other journey may be in it.
	// First, so that it does not run alone in the end.
	projects: [
		{ name: 'another language', testMatch: ANOTHER_LANGUAGE },
		{ name: 'journeys', testIgnore: ANOTHER_LANGUAGE }
	],
	// More than a small machine has processors: children, and so journeys, mostly wait.
	workers: 3,
	// To tell a race from a fault: `npm test` names whatever passed only then, and fails.
	retries: 1,
	timeout: 60_000,
	// Nothing here is about speed, and a busy machine is slow.
	expect: { timeout: 15_000 },
	forbidOnly: Boolean(process.env['CI']),
	reporter: [['list'], ['json', { outputFile: '../test-results/journeys.json' }]],
	use: {
		browserName: 'chromium',
		launchOptions: launchOptions(),
		viewport: { width: 1280, height: 800 },
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		// What moves by itself takes a tenth of the time: journeys about that, and those gone in every way, have it.
		contextOptions: { reducedMotion: 'reduce' },
		// A trace of every journey costs an eighth of the time: `--trace on` for one that fails.
		screenshot: 'only-on-failure'
	}
});
