import { calmFiles } from '$lib/kiosk/calm/generate/calm-files';
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isCalmFile, isKeptFile } from './kept-files';

const statics = readdirSync('static', { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => `${entry.parentPath}/${entry.name}`.slice('static'.length));

it('keeps what the kiosk’s pages themselves ask for, and nothing of the staff side', () => {
	expect(statics.filter(isKeptFile).sort()).toEqual(['/kiosk.webmanifest']);
});

it('keeps the sounds and movements of the calm space after that', () => {
	const written = Object.keys(calmFiles()).map((name) => `/calm/${name}`);
	expect(statics.filter(isCalmFile).sort()).toEqual(written.sort());
});
