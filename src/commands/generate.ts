// `npm run generate` writes the animations and sounds of the calm space to static/calm/, and the
// licences of what a tablet gets to docs/licences.md.
import { calmFiles } from '$lib/kiosk/calm/generate/calm-files';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import { licencesPage } from './licences-page';

export async function main(): Promise<void> {
	const folder = resolve('static/calm');
	await mkdir(folder, { recursive: true });
	for (const [name, contents] of Object.entries(calmFiles())) {
		await writeFile(join(folder, name), contents);
		console.log(`${join('static/calm', name)}: ${contents.length} bytes`);
	}
	const page = await format(licencesPage(resolve('.')), { parser: 'markdown' });
	await writeFile(resolve('docs/licences.md'), page);
	console.log(`docs/licences.md: ${page.length} bytes`);
}
