import * as fc from 'fast-check';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { fromBase64, utf8 } from './bytes';
import { openChildWords } from './open-child-words';
import {
	drawingBytes,
	MOST_DRAWING_BYTES,
	MOST_SOUND_BYTES,
	MOST_TEXT_UNITS,
	NO_WORDS,
	packChildWords,
	type Drawing,
	type ChildWords
} from './child-words';
import { MOST_WORDS_BYTES, WORDS_SIZES } from './padding';
import { seal } from './seal';
import { openWords } from './unseal';

const packed = (words: ChildWords) => {
	const bytes = packChildWords(words);
	if (!bytes) throw new Error('There were no words.');
	return bytes;
};

const drawing: Drawing = {
	width: 1600,
	height: 1000,
	marks: [
		{ pen: 'pencil', points: [1, 2, 30, 40] },
		{ stamp: 'sun', x: 800, y: 90 }
	]
};
const sound = { type: 'audio/webm;codecs=opus', ms: 1_200, bytes: Uint8Array.of(0, 10, 255, 10) };

/** Of any code points; a lone half of a pair is no character, and a text field gives none. */
const anyText = fc
	.array(fc.integer({ min: 0, max: 0x10ffff }).filter((point) => point < 0xd800 || point > 0xdfff))
	.map((points) => String.fromCodePoint(...points));

describe('child’s own words', () => {
	it('come back byte for byte, whatever a child types', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				if (text === '') return;
				const opened = openChildWords(packed({ ...NO_WORDS, text }));
				expect(opened.kind === 'words' && opened.words.text).toBe(text);
			})
		);
	});

	it('may be typed, drawn and said at once', () => {
		const words = { text: '\uFEFFi hav a secrit\n\n😀 ', drawing, sound };
		expect(openChildWords(packed(words))).toEqual({ kind: 'words', words, unread: 0 });
	});

	it('may be a tray of sand or a coloured pattern', () => {
		const made: Drawing[] = [
			{
				...drawing,
				ground: 'sand',
				marks: [
					{ pen: 'rake', points: [1, 2, 30, 40] },
					{ stamp: 'dragon', x: 300, y: 200 }
				]
			},
			{ ...drawing, ground: 'knot', marks: [{ shape: 4, colour: 'heather' }] },
			{ ...drawing, marks: [{ pen: 'paint', colour: 'lake', points: [9, 9] }] }
		];
		for (const one of made) {
			const words = { ...NO_WORDS, drawing: one };
			expect(openChildWords(packed(words))).toEqual({ kind: 'words', words, unread: 0 });
		}
	});

	it('are none when nothing was given, and a paper without a mark is nothing', () => {
		expect(packChildWords(NO_WORDS)).toBeNull();
		expect(packChildWords({ ...NO_WORDS, drawing: { ...drawing, marks: [] } })).toBeNull();
		expect(openChildWords(new Uint8Array())).toEqual({ kind: 'none' });
	});

	it('fit into the largest bucket with each part as large as it may be', () => {
		const marks = [{ pen: 'pencil', points: [1000] }];
		const most = { ...drawing, marks };
		// A line of 2,000 numbers is 10,000 bytes.
		while (drawingBytes(most).length < MOST_DRAWING_BYTES - 11_000)
			marks.push({ pen: 'stripes', points: Array.from({ length: 2_000 }, () => 1234) });
		const bytes = packed({
			text: 'ŵ€'.repeat(MOST_TEXT_UNITS / 2),
			drawing: most,
			sound: { ...sound, bytes: new Uint8Array(MOST_SOUND_BYTES) }
		});
		expect(bytes.length).toBeLessThanOrEqual(MOST_WORDS_BYTES);
		const mostOfAll = MOST_TEXT_UNITS * 3 + MOST_DRAWING_BYTES + MOST_SOUND_BYTES;
		expect(mostOfAll + 1_000).toBeLessThan(MOST_WORDS_BYTES);
	});

	it('above it are refused here, and not by the envelope', () => {
		const bytes = new Uint8Array(MOST_WORDS_BYTES);
		expect(() => packChildWords({ ...NO_WORDS, sound: { ...sound, bytes } })).toThrow(RangeError);
	});
});

describe('opening words', () => {
	it('says that something is there which this version does not know', () => {
		expect(openChildWords(utf8('just a sentence'))).toEqual({ kind: 'unreadable' });
		expect(openChildWords(utf8('{"v":2,"parts":[]}\n'))).toEqual({ kind: 'unreadable' });
		expect(openChildWords(Uint8Array.of(255, 254, 10))).toEqual({ kind: 'unreadable' });
	});

	it('shows what can be shown beside a part that cannot', () => {
		const head = {
			v: 1,
			parts: [
				{ kind: 'smell', bytes: 3 },
				{ kind: 'text', bytes: 2 }
			]
		};
		expect(openChildWords(utf8(`${JSON.stringify(head)}\n???hi`))).toEqual({
			kind: 'words',
			words: { ...NO_WORDS, text: 'hi' },
			unread: 1
		});
	});

	it('hands no player what is no sound, and no page what is no drawing', () => {
		const words = packed({ ...NO_WORDS, sound: { ...sound, type: 'text/html' } });
		expect(openChildWords(words)).toMatchObject({ words: { sound: null }, unread: 1 });
		const svg = '<svg onload="alert(1)"/>';
		const head = { v: 1, parts: [{ kind: 'drawing', bytes: svg.length }] };
		expect(openChildWords(utf8(`${JSON.stringify(head)}\n${svg}`))).toMatchObject({
			words: { drawing: null },
			unread: 1
		});
	});

	it('counts a part that was cut off as unread', () => {
		const whole = packed({ ...NO_WORDS, text: 'hello' });
		expect(openChildWords(whole.slice(0, -1))).toMatchObject({ unread: 1 });
	});
});

describe('sealed words', () => {
	it('have one of three sizes, and open to what was given', async () => {
		const identity = await generateX25519Identity();
		const recipient = await identityToRecipient(identity);
		const keys = { routing: recipient, words: [recipient] };
		const lengths = new Set<number>();
		for (const size of [0, 100, 5_000, 60_000, 70_000, 400_000]) {
			const bytes = crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)));
			const said = new Uint8Array(size).map((_, i) => bytes[i % (bytes.length || 1)] ?? 0);
			const words = size === 0 ? null : packed({ ...NO_WORDS, sound: { ...sound, bytes: said } });
			const sealed = await seal({ v: 1, kind: 'cover' }, words, keys);
			lengths.add(fromBase64(sealed.words).length);
			const opened = await openWords(sealed.words, identity);
			expect(Buffer.from(opened ?? []).equals(Buffer.from(words ?? []))).toBe(true);
		}
		expect(lengths.size).toBe(WORDS_SIZES.length);
	});
});
