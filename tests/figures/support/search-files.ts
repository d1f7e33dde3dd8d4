// Looks for strings in the bytes of files, whatever wrote them: as UTF-8 and as UTF-16.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file under these folders that holds one of the strings, as `path: string`. */
export function foundIn(folders: readonly string[], strings: readonly string[]): string[] {
	const wanted = strings.flatMap((text) => [
		{ text, bytes: Buffer.from(text, 'utf8') },
		{ text, bytes: Buffer.from(text, 'utf16le') }
	]);
	return folders.flatMap((folder) =>
		filesOf(folder).flatMap((path) => {
			const contents = contentsOf(path);
			return wanted
				.filter(({ bytes }) => contents.includes(bytes))
				.map(({ text }) => `${relative(folder, path)}: ${text}`);
		})
	);
}

const filesOf = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

/** Empty when it went away meanwhile: a running browser makes and removes files. */
function contentsOf(path: string): Buffer {
	try {
		return readFileSync(path);
	} catch {
		return Buffer.alloc(0);
	}
}
