// `npm run generate` writes the animations and sounds of the calm space to static/calm/, the letters of
// Europe to src/lib/ui/fonts/, and the licences of what a tablet gets to docs/licences.md.
import { calmFiles } from '$lib/kiosk/calm/generate/calm-files';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import { europeanLetters } from './european-letters';
import { licencesPage } from './licences-page';

async function writeAll(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
	await mkdir(resolve(folder), { recursive: true });
	for (const [name, contents] of Object.entries(files)) {
		await writeFile(resolve(folder, name), contents);
		console.log(`${join(folder, name)}: ${contents.length} bytes`);
	}
}

export async function main(): Promise<void> {
	await writeAll('static/calm', calmFiles());
	await writeAll('src/lib/ui/fonts', await europeanLetters());
	const page = await format(licencesPage(resolve('.')), { parser: 'markdown' });
	await writeFile(resolve('docs/licences.md'), page);
	console.log(`docs/licences.md: ${page.length} bytes`);
}
