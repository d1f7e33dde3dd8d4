import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { activities, activityNamed } from './activities';
import { ACTIVITY_PICTURES, picturesAtAge } from './activity-pictures';

const written = readdirSync('static/calm');

it('every activity is drawn by files that are there, but for what is made by the child', () => {
	for (const { id, kind } of activities) {
		const { files = [], youngFile } = ACTIVITY_PICTURES[id] ?? {};
		if (kind !== 'making') expect(files.length, id).toBeGreaterThan(0);
		for (const file of [...files, ...(youngFile ? [youngFile] : [])])
			expect(written).toContain(`${file}.json`);
	}
});

it('younger children see the picture of their own steps', () => {
	const ground = activityNamed('ground');
	expect(picturesAtAge(ground, 5)).toEqual(['senses-young']);
	expect(picturesAtAge(ground, 9)).toEqual(['senses']);
	expect(picturesAtAge(ground, null)).toEqual(['senses']);
	expect(picturesAtAge(activityNamed('self-cwtch'), 4)).toEqual(['cwtch-bear', 'cwtch-cushion']);
});
