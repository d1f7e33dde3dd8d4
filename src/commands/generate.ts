// Writes the animations and sounds of the calm space to static/calm/: `npm run generate`.
import { calmFiles } from '$lib/kiosk/calm/generate/calm-files';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export async function main(): Promise<void> {
	const folder = resolve('static/calm');
	await mkdir(folder, { recursive: true });
	for (const [name, contents] of Object.entries(calmFiles())) {
		await writeFile(join(folder, name), contents);
		console.log(`${join('static/calm', name)}: ${contents.length} bytes`);
	}
}
