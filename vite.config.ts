import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { firstScreenChunk } from './.config/first-screen-chunks.ts';
import { kioskShell } from './.config/kiosk-shell.ts';
import { onlyX25519 } from './.config/only-x25519.ts';

export default defineConfig({
	environments: {
		client: {
			build: {
				rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstScreenChunk }] } } }
			}
		}
	},
	plugins: [sveltekit(), onlyX25519(), kioskShell()],
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					exclude: ['src/**/*.database.test.ts'],
					environment: 'node',
					// Nothing here is about speed, and a busy machine is slow.
					testTimeout: 30_000
				}
			},
			{
				// Every file here runs on SQLite and on a real PostgreSQL.
				extends: true,
				test: {
					name: 'database',
					include: ['src/**/*.database.test.ts'],
					globalSetup: ['tests/support/postgres.ts'],
					testTimeout: 30_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
