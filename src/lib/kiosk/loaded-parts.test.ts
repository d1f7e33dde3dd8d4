import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginParts, type Part } from './loaded-parts';

interface Asked {
	src?: string;
	href?: string;
	onload(): void;
	onerror(): void;
	remove(): void;
}

/** What the page was given to load. */
let asked: Asked[] = [];
const arrived = (path: string) => asked.find(({ src, href }) => src === path || href === path);

beforeEach(() => {
	asked = [];
	vi.stubGlobal('document', {
		createElement: () => ({ remove: () => undefined }),
		head: { append: (element: Asked) => void asked.push(element) }
	});
});
afterEach(() => vi.unstubAllGlobals());

const CALM: Record<string, Part> = {
	calm: {
		scripts: [
			['sounds', '/sounds.js'],
			['calm', '/calm.js']
		],
		styles: ['/calm.css']
	}
};

const bring = (path: string, then: () => void = () => undefined) => {
	then();
	arrived(path)?.onload();
};
const addSounds = () =>
	cwtchParts.add('sounds', (_require, exports) => {
		exports['chime'] = 'ding';
	});
const addCalm = () =>
	cwtchParts.add('calm', (require, exports) => {
		exports['said'] = require('sounds')?.['chime'];
		exports['from'] = require('start')?.['name'];
	});

describe('what comes after the start', () => {
	test('is run once all of it is there, each after what it needs, in whatever order it came', async () => {
		beginParts(CALM);
		cwtchParts.have('start', { name: 'the start' });
		const loading = cwtchParts.load('calm');
		bring('/calm.js', addCalm);
		bring('/calm.css');
		bring('/sounds.js', addSounds);
		expect(await loading).toEqual({ said: 'ding', from: 'the start' });
	});

	test('is asked for and run once, however often it is opened', async () => {
		beginParts(CALM);
		const both = Promise.all([cwtchParts.load('calm'), cwtchParts.load('calm')]);
		bring('/sounds.js', addSounds);
		bring('/calm.js', addCalm);
		bring('/calm.css');
		const [one, other] = await both;
		expect(other).toBe(one);
		expect(await cwtchParts.load('calm')).toBe(one);
		expect(asked).toHaveLength(3);
	});

	test('says when it cannot come, and comes when it is opened again', async () => {
		beginParts(CALM);
		const loading = cwtchParts.load('calm');
		bring('/calm.js', addCalm);
		bring('/calm.css');
		arrived('/sounds.js')?.onerror();
		await expect(loading).rejects.toThrow('cannot be had');
		asked = [];
		const again = cwtchParts.load('calm');
		expect(asked.map(({ src }) => src)).toEqual(['/sounds.js']);
		bring('/sounds.js', addSounds);
		expect((await again)['said']).toBe('ding');
	});

	test('says when a script came without what it should bring', async () => {
		beginParts(CALM);
		const loading = cwtchParts.load('calm');
		bring('/sounds.js', addSounds);
		bring('/calm.js');
		bring('/calm.css');
		await expect(loading).rejects.toThrow('did not come whole');
	});
});
