import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { RUNS, WEIGHTS, europeanLetters } from './european-letters';

const styles = readFileSync('src/app.css', 'utf8');

interface Face {
	family: string;
	weight: number;
	runs: (readonly [number, number])[];
}

/** The faces that a style sheet declares. */
function facesIn(css: string): Face[] {
	return [...css.matchAll(/@font-face \{([^}]+)\}/g)].map(([, face = '']) => {
		const said = (property: string) => new RegExp(`${property}:\\s*([^;]+);`).exec(face)?.[1] ?? '';
		const runs = said('unicode-range').split(/,\s*/);
		return {
			family: said('font-family').replaceAll("'", ''),
			weight: Number(said('font-weight')),
			runs: runs.map((run) => {
				const [first = '', last = first] = run.replace('U+', '').split('-');
				return [parseInt(first, 16), parseInt(last, 16)] as const;
			})
		};
	});
}

const has = ({ runs }: Pick<Face, 'runs'>, letter: number) =>
	runs.some(([first, last]) => letter >= first && letter <= last);

describe('the letters of Europe', () => {
	const faces = facesIn(styles);

	test('are asked of their own file only, in each weight', () => {
		for (const weight of WEIGHTS) {
			const own = faces.find(
				(face) => face.family === 'European Letters' && face.weight === weight
			);
			expect(own?.runs).toEqual(RUNS);
			const others = faces.filter((face) => face.family === 'Andika' && face.weight === weight);
			expect(others).toHaveLength(2);
			for (const [first, last] of RUNS)
				for (let letter = first; letter <= last; letter += 1)
					expect(others.filter((face) => has(face, letter))).toEqual([]);
		}
	});

	test('have all that the words of the screens need', () => {
		const folders = ['src/lib/i18n/messages/cy', 'src/lib/i18n/messages/en'];
		const words = folders.flatMap((folder) =>
			readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
		);
		const letters = [...new Set(words.join(''))].filter((letter) => /\p{L}/u.test(letter));
		expect(letters).toContain('ŵ');
		const latin = faces[0] ?? { runs: [] };
		const missing = letters.filter((letter) => {
			const point = letter.codePointAt(0) ?? 0;
			return !has(latin, point) && !has({ runs: [...RUNS] }, point);
		});
		expect(missing).toEqual([]);
	});

	test('are the files that the generator makes', async () => {
		for (const [name, contents] of Object.entries(await europeanLetters()))
			expect(readFileSync(`src/lib/ui/fonts/${name}`).equals(contents), name).toBe(true);
	});
});
