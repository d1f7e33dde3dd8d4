// The sixteen activities of the content. Their names stand by themselves: a tablet needs them sooner.
import type { Activity } from '$lib/domain/activity';
import data from './activities.json' with { type: 'json' };

export const activities = data.activities as unknown as readonly Activity[];

/** Throws for an id that the content does not have. */
export function activityNamed(id: string): Activity {
	const activity = activities.find((one) => one.id === id);
	if (!activity) throw new Error(`No activity "${id}" in the content`);
	return activity;
}
