import { describe, expect, it } from 'vitest';
import { isSvg, tellsMoreThanItShows, typeOfFile } from './school-file';

const text = (value: string): number[] => [...value].map((letter) => letter.charCodeAt(0));
const bytes = (...parts: (number[] | string)[]): Uint8Array =>
	new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? text(part) : part)));
const size = (length: number): number[] => [0, 0, 0, length];
const sizeLittle = (length: number): number[] => [length, 0, 0, 0];

const PNG = [0x89, ...text('PNG\r\n'), 0x1a, 0x0a];
const chunk = (name: string, content: string): number[] => [
	...size(content.length),
	...text(name + content),
	...size(0)
];
const png = (...chunks: number[][]) => bytes(PNG, ...chunks);
const webp = (...chunks: number[][]) => bytes('RIFF', size(0), 'WEBP', ...chunks);

describe('what a file is', () => {
	it.each([
		['image/png', png(chunk('IHDR', 'abcd'))],
		['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
		['image/webp', webp([...text('VP8 '), ...sizeLittle(0)])],
		['audio/webm', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f])],
		['audio/ogg', bytes('OggS', [0, 2])],
		['audio/wav', bytes('RIFF', size(0), 'WAVEfmt ')],
		['audio/mp4', bytes(size(24), 'ftypM4A ')]
	])('is read off its first bytes: %s', (type, content) => {
		expect(typeOfFile(content)).toBe(type);
	});

	it.each([
		['nothing', bytes()],
		['a drawing in text', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
		['a photo in a container of films', bytes(size(24), 'ftypheic')],
		['a page', bytes('<!doctype html><script>alert(1)</script>')],
		['a GIF', bytes('GIF89a', [1, 0])],
		['a RIFF of another form', bytes('RIFF', size(0), 'AVI ')]
	])('is nothing that is kept: %s', (_what, content) => {
		expect(typeOfFile(content)).toBeNull();
	});

	it.each([
		'<svg onload="alert(1)">',
		'<?xml version="1.0"?>\n<!-- by hand -->\n<svg\nviewBox="0 0 1 1"/>',
		'\ufeff<SVG >',
		'<x:svg xmlns:x="http://www.w3.org/2000/svg">'
	])('can be a drawing in text: %s', (content) => {
		expect(isSvg(new TextEncoder().encode(content))).toBe(true);
	});
});

describe('a picture that tells more than it shows', () => {
	it.each([
		['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe1, 0, 20], 'Exif\0\0', size(42))],
		['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe1], 'http://ns.adobe.com/xap/1.0/\0<x/>')],
		['image/png', png(chunk('IHDR', 'abcd'), chunk('eXIf', 'MM'))],
		['image/png', png(chunk('tEXt', 'Author\0Somebody'))],
		['image/webp', webp([...text('EXIF'), ...sizeLittle(2), 1, 2])]
	] as const)('is known by what stands beside it: %s', (type, content) => {
		expect(tellsMoreThanItShows(content, type)).toBe(true);
	});

	it('is none that a canvas has drawn', () => {
		const drawn = png(
			chunk('IHDR', 'abcd'),
			chunk('sRGB', '\0'),
			chunk('IDAT', 'eXIf in the image')
		);
		expect(tellsMoreThanItShows(drawn, 'image/png')).toBe(false);
		expect(tellsMoreThanItShows(bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF\0'), 'image/jpeg')).toBe(
			false
		);
	});

	it('is read to the end when its sizes lie', () => {
		const lies = bytes(PNG, [0x7f, 0xff, 0xff, 0xff], 'IHDR');
		expect(tellsMoreThanItShows(lies, 'image/png')).toBe(false);
	});
});
