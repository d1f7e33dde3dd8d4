// Bodies for the figure `fuzz`: whole envelopes, envelopes that are wrong in one way each, and rubbish.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Routing } from '$lib/domain/check-in';
import { fromBase64, toBase64 } from '$lib/crossing/bytes';
import { makeLine, seal, sealRouting, type Sealed } from '$lib/crossing/seal';
import { newKiosk } from '../../support/test-kiosk';
import { calmOf, cwtchOf } from '../../support/visit-messages';
import { newEnvelopeId, visitOfTurn, type CrossingSchool } from './crossing-school';

/** Stands only in sealed parts: found anywhere readable, something was opened that nobody should open. */
export const SEALED_MARKER = 'marker-of-the-sealed-words-4f1c';
/** Stands in malformed lines as plain text: these are kept as they came, and repeated nowhere. */
export const PLAIN_MARKER = 'marker-in-plain-text-9ab2';

/** Line by line, with what a good kiosk would have sent instead. */
export type OddBody = Buffer;

const SEEDS = 24;

export class OddBodies {
	readonly #school: CrossingSchool;
	readonly #sealed: Sealed[];
	#counter = 0;

	private constructor(school: CrossingSchool, sealed: Sealed[]) {
		this.#school = school;
		this.#sealed = sealed;
	}

	static async prepare(school: CrossingSchool): Promise<OddBodies> {
		const words = new TextEncoder().encode(SEALED_MARKER);
		const sealed = await Promise.all(
			Array.from({ length: SEEDS }, (_, turn) =>
				seal(visitOfTurn(school, turn), words, school.keys)
			)
		);
		return new OddBodies(school, sealed);
	}

	/** A body for each choice that fast-check makes; the choice alone decides what is wrong with it. */
	static readonly choice = fc.record({
		kind: fc.nat(15),
		at: fc.nat(1_000_000),
		text: fc.string({ unit: 'binary', maxLength: 300 }),
		json: fc.json({ maxDepth: 6 }),
		bytes: fc.uint8Array({ maxLength: 2000 }),
		lines: fc.integer({ min: 1, max: 4 })
	});

	async body(
		choice: typeof OddBodies.choice extends fc.Arbitrary<infer C> ? C : never
	): Promise<OddBody> {
		const { kind, at, text, json, bytes, lines } = choice;
		switch (kind) {
			case 0:
				return Buffer.from(bytes);
			case 1:
				return Buffer.from(json);
			case 2:
				return Buffer.from(text);
			case 3:
				return this.#joined(lines, () => this.#whole(at));
			case 4:
				return flipped(Buffer.from(await this.#whole(at)), at);
			case 5: {
				const whole = Buffer.from(await this.#whole(at));
				return whole.subarray(0, at % whole.length);
			}
			case 6:
				return this.#joined(lines, () => this.#ofWrongTypes(at, text));
			case 7:
				return this.#signed(at, { routing: truncatedFile(this.#part(at).routing, at) });
			case 8:
				return this.#signed(at, { words: truncatedFile(this.#part(at).words, at) });
			case 9:
				return this.#signed(at, { routing: await this.#oddRouting(at, text) });
			case 10:
				return this.#withIdsOfOthers(at);
			case 11:
				return Buffer.from(deepOrHuge(at));
			case 12:
				return Buffer.from(`${await this.#whole(at)}\n${json}\n${await this.#whole(at + 1)}`);
			case 13:
				return Buffer.from(Array.from({ length: 150 + (at % 100) }, () => '{}').join('\n'));
			case 14: {
				const whole = await this.#whole(at);
				return Buffer.from(`\ufeff${whole}\r\n\0\r\n`);
			}
			default: {
				const whole = await this.#whole(at);
				return Buffer.from(`{"id":"${randomUUID()}",${whole.slice(1)}`);
			}
		}
	}

	#part(at: number): Sealed {
		const part = this.#sealed[at % this.#sealed.length];
		if (!part) throw new Error('Nothing was sealed.');
		return part;
	}

	async #joined(lines: number, make: () => Promise<string>): Promise<Buffer> {
		const made: string[] = [];
		for (let n = 0; n < lines; n += 1) made.push(await make());
		return Buffer.from(made.join('\n'));
	}

	/** Of one of the school's kiosks, with its next counter. */
	#whole(at: number, sealed: Sealed = this.#part(at), id = newEnvelopeId()): Promise<string> {
		const kiosk = this.#school.kiosks[at % this.#school.kiosks.length];
		if (!kiosk) throw new Error('The school has no kiosk.');
		return makeLine(sealed, id, (this.#counter += 1), kiosk);
	}

	async #signed(at: number, changed: Partial<Sealed>): Promise<Buffer> {
		return Buffer.from(await this.#whole(at, { ...this.#part(at), ...changed }));
	}

	async #ofWrongTypes(at: number, text: string): Promise<string> {
		const whole = JSON.parse(await this.#whole(at)) as Record<string, unknown>;
		const values = [
			null,
			7,
			-1e308,
			true,
			[],
			{},
			text,
			`${PLAIN_MARKER} ${text}`,
			[[PLAIN_MARKER]]
		];
		const fields = ['v', 'kiosk', 'counter', 'boot', 'routing', 'words', 'signature', 'id', 'more'];
		whole[fields[at % fields.length] ?? 'v'] = values[Math.floor(at / 9) % values.length];
		return JSON.stringify(whole);
	}

	/** Sealed to the server as it should be, and inside is what no kiosk says. */
	async #oddRouting(at: number, text: string): Promise<string> {
		const good = visitOfTurn(this.#school, at);
		const odd: object[] = [
			{ ...good, pupilId: randomUUID() },
			{ ...good, at: Number.MAX_SAFE_INTEGER },
			{ ...good, at: -1, marker: SEALED_MARKER },
			{ ...good, kind: SEALED_MARKER },
			{ ...good, v: 2, note: SEALED_MARKER },
			{ ...good, excludedAdultIds: Array.from({ length: 20 }, () => randomUUID()) },
			{
				v: 1,
				kind: 'take-back',
				at: 1,
				pupilId: this.#school.pupils.mali,
				requestId: randomUUID()
			},
			{ ...calmOf(randomUUID()), activity: SEALED_MARKER },
			{ ...calmOf(null), after: SEALED_MARKER },
			{ ...cwtchOf('come'), pupilId: randomUUID() },
			{ ...cwtchOf('ready'), what: SEALED_MARKER },
			{ v: 1, kind: 'urgent', at: 1, pupilId: randomUUID(), language: 'cy', byMistake: true },
			{ text: `${SEALED_MARKER}${text}`.slice(0, 200) },
			{ v: 1, kind: 'cover' }
		];
		const chosen = odd[at % odd.length] ?? {};
		return sealRouting(chosen as unknown as Routing, this.#school.keys.routing);
	}

	/** A kiosk that nobody knows, one that signs for another, an id that is taken. */
	async #withIdsOfOthers(at: number): Promise<Buffer> {
		const [first] = this.#school.kiosks;
		const stranger = await newKiosk();
		const id = newEnvelopeId();
		if (at % 3 === 0) return Buffer.from(await makeLine(this.#part(at), id, 1, stranger));
		if (at % 3 === 1 && first) {
			const forged = { ...stranger, kioskId: first.kioskId };
			return Buffer.from(await makeLine(this.#part(at), id, 1, forged));
		}
		const one = await this.#whole(at, this.#part(at), id);
		return Buffer.from(`${one}\n${await this.#whole(at + 1, this.#part(at + 1), id)}`);
	}
}

function flipped(bytes: Buffer, at: number): Buffer {
	const index = at % bytes.length;
	bytes[index] = (bytes[index] ?? 0) ^ (1 << (at % 8));
	return bytes;
}

function truncatedFile(base64: string, at: number): string {
	const bytes = fromBase64(base64);
	return toBase64(bytes.subarray(0, 1 + (at % bytes.length)));
}

function deepOrHuge(at: number): string {
	const id = newEnvelopeId();
	const bodies = [
		'['.repeat(100_000),
		`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
		`{"id":"${id}","kiosk":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
		`{"id":"${id}","kiosk":"x","counter":1e999,"v":${'9'.repeat(5_000)}}`,
		`{"id":"${id}","kiosk":"\\u0000\\ud800 ${PLAIN_MARKER}","__proto__":{"v":1},"constructor":1}`,
		`{"id":"${id}","kiosk":"${'k'.repeat(300_000)}"}`,
		'null\ntrue\n1'
	];
	return bodies[at % bodies.length] ?? '';
}
