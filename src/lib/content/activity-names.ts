import type { BothLanguages } from './cards';
import names from './activity-names.json' with { type: 'json' };

const known: Record<string, BothLanguages> = names;

/** In the order of the content. */
export const ACTIVITY_IDS: readonly string[] = Object.keys(names);

/** `null` for an activity that the content does not have. */
export const activityName = (id: string): BothLanguages | null => known[id] ?? null;
