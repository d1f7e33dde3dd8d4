// A calm activity as the content describes it. Loaded only when something calm is opened.
import type { BothLanguages } from '$lib/content/cards';
import data from '$lib/content/activities.json' with { type: 'json' };

export interface ActivityStep {
	seconds: number;
	say: BothLanguages;
	cue: string;
}
export interface Activity {
	id: string;
	name: BothLanguages;
	steps: ActivityStep[];
}

const activities = data.activities as Activity[];

/** Throws for an id that the content does not have. */
export function activityNamed(id: string): Activity {
	const activity = activities.find((one) => one.id === id);
	if (!activity) throw new Error(`No activity "${id}" in the content`);
	return activity;
}

export interface TimedStep extends ActivityStep {
	/** Seconds from the start of the activity. */
	startsAt: number;
	endsAt: number;
}

/** The steps with their times, one after the other. */
export function timedSteps(activity: Activity): TimedStep[] {
	let at = 0;
	return activity.steps.map((step) => {
		const startsAt = at;
		at += step.seconds;
		return { ...step, startsAt, endsAt: at };
	});
}
