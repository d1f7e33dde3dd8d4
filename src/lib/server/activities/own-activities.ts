// Calm activities of a school's own: files like its pictures, so that tablets get them in the same way.
import { createHash, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { isFeeling } from '$lib/content/cards';
import { ownActivityIn, OwnActivitySchema } from '$lib/content/own-activity-schema';
import { ACTIVITY_KINDS } from '$lib/domain/activity';
import { ownWordIdOf } from '$lib/domain/card-look';
import {
	MOST_OWN_ACTIVITIES,
	ownActivityId,
	stepsOf,
	type OwnActivity
} from '$lib/domain/own-activity';
import { IMAGE_TYPES } from '$lib/domain/school-file';
import { writeAudit } from '../database/audit';
import type { Db } from '../database/open';
import {
	deleteSchoolFile,
	listSchoolFiles,
	saveSchoolFile,
	schoolFileByDigest
} from '../database/school-files';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { dropFile, keepFile, type FileProblem } from '../school-files/school-files';

type By = { schoolId: string; staffId: string };

/** As symbols are. */
const PICTURE_RULES = { types: IMAGE_TYPES, mostBytes: 256 * 1024 };

/** Nothing to breathe by is made without somebody who knows how: its seconds would be a matter of health. */
export const OWN_KINDS = ACTIVITY_KINDS.filter((kind) => kind !== 'making' && kind !== 'breath');

const Age = v.pipe(v.string(), v.transform(Number), v.number());

/** Feelings that an activity is meant for: cards of the content, or words of the school's own. */
export const Fits = v.array(
	v.pipe(
		v.string(),
		v.check((id) => isFeeling(id) || ownWordIdOf(id) !== null)
	)
);

/** What is typed; messages are keys. */
export const TypedActivity = v.object({
	nameEn: v.pipe(v.string(), v.trim(), v.nonEmpty('form.missing'), v.maxLength(60)),
	nameCy: v.pipe(v.string(), v.trim(), v.nonEmpty('form.missing'), v.maxLength(60)),
	kind: v.picklist(OWN_KINDS, 'form.missing'),
	from: Age,
	to: Age,
	fits: Fits,
	stepsEn: v.pipe(v.string(), v.trim(), v.nonEmpty('form.missing')),
	stepsCy: v.pipe(v.string(), v.trim(), v.nonEmpty('form.missing'))
});
export type TypedActivity = v.InferOutput<typeof TypedActivity>;

export type AddOutcome =
	| { outcome: 'added'; id: string }
	| { outcome: 'full' }
	| { outcome: 'wrong'; problem: string; line?: number };

/** In the order of their names in English. */
export async function ownActivities(db: Db, schoolId: string): Promise<OwnActivity[]> {
	const files = await listSchoolFiles(db, schoolId, ['activity']);
	const found = await Promise.all(
		files.map(({ digest }) => schoolFileByDigest(db, schoolId, digest))
	);
	return found
		.flatMap((file) => ownActivityIn(new TextDecoder().decode(file?.bytes)) ?? [])
		.sort((a, b) => a.name.en.localeCompare(b.name.en));
}

export async function addOwnActivity(
	running: RunningServer,
	by: By,
	typed: TypedActivity
): Promise<AddOutcome> {
	const steps = stepsOf(typed.stepsEn, typed.stepsCy);
	if ('problem' in steps)
		return { outcome: 'wrong', problem: `activities.steps.${steps.problem}`, line: steps.line };
	const known = await listSchoolFiles(running.db, by.schoolId, ['activity']);
	if (known.length >= MOST_OWN_ACTIVITIES) return { outcome: 'full' };
	const activity = {
		id: ownActivityId(randomUUID()),
		name: { en: typed.nameEn, cy: typed.nameCy },
		kind: typed.kind,
		ages: [typed.from, typed.to],
		fits: typed.fits,
		steps: steps.steps,
		sound: {},
		sensory: { visual: 1, audio: 0, motion: 0, touch: 0, smell: 0 }
	};
	const parsed = v.safeParse(OwnActivitySchema, activity);
	if (!parsed.success) return { outcome: 'wrong', problem: 'activities.wrong' };
	await keep(running, by, parsed.output, 'activity-added');
	return { outcome: 'added', id: parsed.output.id };
}

/** `unknown` when there is no such activity. */
export async function setFits(
	running: RunningServer,
	by: By,
	{ id, fits }: { id: string; fits: string[] }
): Promise<'saved' | 'unknown'> {
	const activity = (await ownActivities(running.db, by.schoolId)).find((one) => one.id === id);
	if (!activity) return 'unknown';
	await keep(running, by, { ...activity, fits }, 'activity-fitted');
	return 'saved';
}

async function keep(
	running: RunningServer,
	by: By,
	activity: OwnActivity,
	action: 'activity-added' | 'activity-fitted'
): Promise<void> {
	const bytes = new TextEncoder().encode(JSON.stringify(activity));
	const digest = createHash('sha256').update(bytes).digest('base64url');
	const keptAt = Date.now();
	const file = { kind: 'activity', name: activity.id, type: 'application/json' } as const;
	await running.db.transaction().execute(async (tx) => {
		await saveSchoolFile(tx, by.schoolId, { ...file, bytes, digest, keptBy: by.staffId, keptAt });
		await writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action,
			subject: activity.id,
			detail: {},
			at: keptAt
		});
	});
	await directoryChanged(running, by.schoolId);
}

/** With its picture. What children did stays as it was told. */
export async function removeOwnActivity(running: RunningServer, by: By, id: string): Promise<void> {
	await running.db
		.transaction()
		.execute((tx) => deleteSchoolFile(tx, by.schoolId, 'activity-picture', id));
	await dropFile(running, by, { kind: 'activity', name: id });
}

/** `unknown` when there is no such activity. */
export async function setActivityPicture(
	running: RunningServer,
	by: By,
	{ id, bytes }: { id: string; bytes: Uint8Array }
): Promise<'kept' | 'unknown' | FileProblem> {
	const known = await listSchoolFiles(running.db, by.schoolId, ['activity']);
	if (!known.some(({ name }) => name === id)) return 'unknown';
	return keepFile(running, by, { kind: 'activity-picture', name: id, bytes }, PICTURE_RULES);
}

/** Digests by activity. */
export async function activityPictures(db: Db, schoolId: string): Promise<Record<string, string>> {
	const files = await listSchoolFiles(db, schoolId, ['activity-picture']);
	return Object.fromEntries(files.map(({ name, digest }) => [name, digest]));
}
