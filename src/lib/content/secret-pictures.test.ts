import { expect, it } from 'vitest';
import { SECRET_PICTURES_SHOWN } from '$lib/domain/secret-pictures';
import { secretPictureIds, twelvePicturesOf } from './secret-pictures';

const pupils = Array.from(
	{ length: 3000 },
	(_, at) => `019adf00-0000-7000-8000-${String(at).padStart(12, '0')}`
);

it('are sixty different ones', () => {
	expect(secretPictureIds).toHaveLength(60);
	expect(new Set(secretPictureIds).size).toBe(60);
});

it('are shown in twelves, all different, of the sixty', () => {
	for (const pupil of pupils) {
		const twelve = new Set(twelvePicturesOf(pupil));
		expect(twelve.size).toBe(SECRET_PICTURES_SHOWN);
		for (const picture of twelve) expect(secretPictureIds).toContain(picture);
	}
});

// The hash of a card on somebody's fridge is of these: with others the card would never be right again.
it('are the same twelve for a child for ever', () => {
	expect(twelvePicturesOf('b1000000-0000-4000-8000-000000000001')).toMatchInlineSnapshot(`
		[
		  "toothbrush",
		  "anchor",
		  "sun",
		  "mountain",
		  "bed",
		  "bucket",
		  "tractor",
		  "leaf",
		  "watch",
		  "bell",
		  "boot",
		  "suitcase",
		]
	`);
	expect(twelvePicturesOf('019adf00-4c1e-7d2a-9b6f-3d5a7c9e1f20')).toMatchInlineSnapshot(`
		[
		  "pencil",
		  "boat",
		  "snowflake",
		  "umbrella",
		  "chair",
		  "cup",
		  "bicycle",
		  "tree",
		  "ball",
		  "bell",
		  "backpack",
		  "letter",
		]
	`);
});

it('are not the same for children who stand beside each other', () => {
	const timesShown = new Map<string, number>();
	for (const picture of pupils.flatMap(twelvePicturesOf)) {
		timesShown.set(picture, (timesShown.get(picture) ?? 0) + 1);
	}
	// Each is one of five.
	for (const picture of secretPictureIds) {
		expect(timesShown.get(picture)).toBeGreaterThan(pupils.length * 0.17);
		expect(timesShown.get(picture)).toBeLessThan(pupils.length * 0.23);
	}
	expect(new Set(pupils.map((pupil) => twelvePicturesOf(pupil).join())).size).toBe(pupils.length);
});
