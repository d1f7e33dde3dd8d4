// A moving picture, and the activity whose steps it follows.
import { activityNamed, type Activity } from '../activity';
import type { AnimationFile } from './animation-file';

export interface Picture {
	/** Id. */
	activity: string;
	/** It follows the steps of those who are younger than the activity is for. */
	isForYounger?: true;
	draw: (activity: Activity) => AnimationFile;
}

/** The activity with the steps that the picture follows. */
export function activityOf({ activity: id, isForYounger }: Picture): Activity {
	const activity = activityNamed(id);
	if (!isForYounger) return activity;
	if (!activity.youngSteps) throw new Error(`"${id}" has no steps for younger children`);
	return { ...activity, steps: activity.youngSteps };
}
