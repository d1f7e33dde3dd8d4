// Calm activities of the school's own, as this tablet has their files. One that is broken is left out, and the
// grown-ups' corner says so.
import { activityName } from '$lib/content/activity-names';
import type { BothLanguages } from '$lib/content/cards';
import { ownActivityIn } from '$lib/content/own-activity-schema';
import type { Directory } from '$lib/crossing/directory';
import type { Activity } from '$lib/domain/activity';
import type { OwnActivity } from '$lib/domain/own-activity';
import type { Kiosk } from '../device.svelte';
import { forgetCalmFault, noteCalmFault } from './calm-faults';

interface School {
	kiosk: Pick<Kiosk, 'file'> | null;
	directory: Pick<Directory, 'files'> | null;
}

export async function readOwnActivities({ kiosk, directory }: School): Promise<OwnActivity[]> {
	const ids = Object.keys(directory?.files?.['activity'] ?? {});
	const read = await Promise.all(ids.map((id) => readOne(kiosk, id)));
	return read.flatMap((activity) => activity ?? []);
}

async function readOne(kiosk: School['kiosk'], id: string): Promise<OwnActivity | null> {
	const file = await kiosk?.file('activity', id).catch(() => null);
	// Not here yet: that is nothing broken.
	if (!file) return null;
	const activity = ownActivityIn(await file.text());
	if (activity?.id === id) {
		forgetCalmFault(id, localStorage);
		return activity;
	}
	noteCalmFault(id, localStorage);
	return null;
}

/** What a child calls it. */
export const nameOf = ({ id, name }: Activity): BothLanguages =>
	name ?? activityName(id) ?? { en: '', cy: '' };
