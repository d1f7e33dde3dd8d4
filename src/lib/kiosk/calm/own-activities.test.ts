import { beforeEach, describe, expect, it, vi } from 'vitest';
import { activityNamed } from '$lib/content/activities';
import { calmFaults } from './calm-faults';
import { nameOf, readOwnActivities } from './own-activities';

const stored = new Map<string, string>();
beforeEach(() => {
	stored.clear();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, value: string) => void stored.set(key, value),
		removeItem: (key: string) => void stored.delete(key)
	});
});

const MOUNTAIN = {
	id: 'own-1',
	name: { en: 'Like a mountain', cy: 'Fel mynydd' },
	kind: 'body',
	ages: [5, 11],
	fits: [],
	steps: [{ seconds: 8, say: { en: 'Sit.', cy: 'Eistedda.' }, cue: 'intro' }],
	sound: {},
	sensory: { visual: 1, audio: 0, motion: 0, touch: 0, smell: 0 }
};

const tablet = (files: Record<string, unknown>) => ({
	directory: {
		files: { activity: Object.fromEntries(Object.keys(files).map((id) => [id, 'a digest'])) }
	},
	kiosk: {
		file: async (_kind: string, id: string) => {
			const content = files[id];
			if (content === undefined) return null;
			return new Blob([typeof content === 'string' ? content : JSON.stringify(content)]);
		}
	}
});

describe('activities of the school’s own', () => {
	it('are there as their files say', async () => {
		const [mountain] = await readOwnActivities(tablet({ 'own-1': MOUNTAIN }));
		expect(mountain).toEqual(MOUNTAIN);
		expect(mountain && nameOf(mountain).cy).toBe('Fel mynydd');
		expect(calmFaults(localStorage)).toEqual([]);
	});

	it.each([
		['is no data', '{"id":'],
		['is no activity', { ...MOUNTAIN, steps: [] }],
		['is another than it is called', { ...MOUNTAIN, id: 'own-2' }]
	])('one that %s is left out, and grown-ups can see which', async (_why, broken) => {
		const good = { ...MOUNTAIN, id: 'own-3' };
		const read = await readOwnActivities(tablet({ 'own-1': broken, 'own-3': good }));
		expect(read.map(({ id }) => id)).toEqual(['own-3']);
		expect(calmFaults(localStorage)).toEqual(['own-1']);
	});

	it('one that is whole again is no fault any more', async () => {
		await readOwnActivities(tablet({ 'own-1': 'x' }));
		await readOwnActivities(tablet({ 'own-1': MOUNTAIN }));
		expect(calmFaults(localStorage)).toEqual([]);
	});

	it('one that has not come yet is nothing broken', async () => {
		expect(await readOwnActivities(tablet({ 'own-1': undefined }))).toEqual([]);
		expect(calmFaults(localStorage)).toEqual([]);
	});
});

it('calls what comes with the app by its name', () => {
	expect(nameOf(activityNamed('balloon')).en).toBe('Balloon tummy');
});
