import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { licencesPage } from './licences-page';
import { shippedPackages } from './shipped-packages';

const ROOT = resolve(import.meta.dirname, '../..');

describe('docs/licences.md', () => {
	it('says what is installed; `npm run generate` writes it anew', async () => {
		const page = await format(licencesPage(ROOT), { parser: 'markdown' });
		expect(readFileSync(resolve(ROOT, 'docs/licences.md'), 'utf8')).toBe(page);
	});

	it('finds what the kiosk imports, also at idle, and what that brings along', () => {
		const names = shippedPackages(ROOT).map(({ name }) => name);
		for (const name of ['svelte', '@sveltejs/kit', 'dexie', 'age-encryption', 'lottie-web'])
			expect(names).toContain(name);
		expect(names.some((name) => name.startsWith('@noble/'))).toBe(true);
		expect(names).toContain('@fontsource/andika');
		expect(names).not.toContain('kysely');
	});

	it('ships nothing under a licence that would bind the school', () => {
		const allowed = [
			'MIT',
			'Apache-2.0',
			'BSD-3-Clause',
			'ISC',
			'OFL-1.1',
			'0BSD',
			'(MIT OR Apache-2.0)'
		];
		for (const { name, licence } of shippedPackages(ROOT)) expect(allowed, name).toContain(licence);
	});

	it('names every sheet of drawings', () => {
		const page = licencesPage(ROOT);
		const sheets = readdirSync(resolve(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.svg'))
			.map((path) => path.replace(/^.*\//, ''));
		for (const sheet of sheets) expect(page).toContain(`\`${sheet}\``);
	});
});
