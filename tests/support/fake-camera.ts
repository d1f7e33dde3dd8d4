// A camera for tests: Chromium plays a file as its camera, and the file holds a badge as it was printed.
import { writeFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 4;
/** A hand does not hold a badge right up to the camera. */
const CODE_PX = 300;
const PAPER = 235;
const INK = 25;
const GREY = 128;

/** Chromium's own switches: the file is its camera, and nobody is asked. */
export const cameraArgs = (file: string): string[] => [
	'--use-fake-device-for-media-stream',
	'--use-fake-ui-for-media-stream',
	`--use-file-for-fake-video-capture=${file}`
];

export interface PrintedCode {
	/** Squares along an edge, the white around it included. */
	size: number;
	/** `x y` of every dark one. */
	dark: ReadonlySet<string>;
}

/** Reads a code off the page on which it was drawn. */
export async function printedCode(svg: Locator): Promise<PrintedCode> {
	const [viewBox, path] = await svg.evaluate((element) => [
		element.getAttribute('viewBox') ?? '',
		element.querySelector('path')?.getAttribute('d') ?? ''
	]);
	const squares = [...(path ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)];
	return {
		size: Number(viewBox?.split(' ')[2]),
		dark: new Set(squares.map(([, x, y]) => `${x} ${y}`))
	};
}

/** Writes what the camera sees from its next start on: the code on grey, or grey alone. */
export function showToCamera(file: string, code: PrintedCode | null): void {
	const light = Buffer.alloc(WIDTH * HEIGHT, GREY);
	const left = (WIDTH - CODE_PX) / 2;
	const top = (HEIGHT - CODE_PX) / 2;
	for (let y = 0; code && y < CODE_PX; y += 1) {
		for (let x = 0; x < CODE_PX; x += 1) {
			const at = (edge: number) => Math.floor((edge / CODE_PX) * code.size);
			const isDark = code.dark.has(`${at(x)} ${at(y)}`);
			light[(top + y) * WIDTH + left + x] = isDark ? INK : PAPER;
		}
	}
	const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
	const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
	const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F20:1 Ip A1:1 C420jpeg\n`);
	writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
}
