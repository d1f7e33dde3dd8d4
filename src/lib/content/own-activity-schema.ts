// As a file of the school says it, on the server and on the tablet.
import * as v from 'valibot';
import type { OwnActivity } from '$lib/domain/own-activity';
import { ActivitySchema } from './activity-schema';

const Name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

export const OwnActivitySchema = v.intersect([
	ActivitySchema,
	v.object({ name: v.object({ en: Name, cy: Name }) })
]) satisfies v.GenericSchema<unknown, OwnActivity>;

/** `null` for what is no activity, or not even data. */
export function ownActivityIn(text: string): OwnActivity | null {
	try {
		const parsed = v.safeParse(OwnActivitySchema, JSON.parse(text));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}
