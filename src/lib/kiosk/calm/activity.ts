export { activityNamed } from '$lib/content/activities';
export { timedSteps, type Activity, type ActivityStep, type TimedStep } from '$lib/domain/activity';
