import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isKeptFile } from './kept-files';

const kept = readdirSync('static', { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => `${entry.parentPath}/${entry.name}`.slice('static'.length))
	.filter(isKeptFile);

it('keeps what the kiosk’s pages themselves ask for, and nothing of the staff side', () => {
	expect(kept.sort()).toEqual([
		'/calm/chime-low.wav',
		'/calm/flower-candle.json',
		'/icons/icon.svg',
		'/kiosk.webmanifest',
		'/kiosk/early-taps.js'
	]);
});
