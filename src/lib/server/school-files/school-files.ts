// Keeps what a school gives its tablets: looks at what it is first, never at what it is called. Images are
// drawn anew in the browser that sends them; what still tells of a camera or can carry a program is refused.
import { createHash } from 'node:crypto';
import {
	FILE_KINDS,
	isSvg,
	tellsMoreThanItShows,
	typeOfFile,
	type FileKind,
	type FileType
} from '$lib/domain/school-file';
import { writeAudit } from '../database/audit';
import type { Db } from '../database/open';
import { deleteSchoolFile, listSchoolFiles, saveSchoolFile } from '../database/school-files';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';

type By = { schoolId: string; staffId: string };

export interface FileRules {
	types: readonly FileType[];
	mostBytes: number;
}

export type FileProblem =
	| 'empty'
	| 'too-large'
	| 'svg'
	| 'not-this-type'
	/** Where and when a photo was taken is in it. */
	| 'metadata';

/** What the file is, or why it is not kept. */
export function lookAtFile(
	bytes: Uint8Array,
	{ types, mostBytes }: FileRules
): { type: FileType } | { problem: FileProblem } {
	if (bytes.length === 0) return { problem: 'empty' };
	if (bytes.length > mostBytes) return { problem: 'too-large' };
	const type = typeOfFile(bytes);
	if (type === null) return { problem: isSvg(bytes) ? 'svg' : 'not-this-type' };
	if (!types.includes(type)) return { problem: 'not-this-type' };
	return tellsMoreThanItShows(bytes, type) ? { problem: 'metadata' } : { type };
}

/** Keeps the file instead of the one of this kind and name, and tells the tablets. */
export async function keepFile(
	running: RunningServer,
	by: By,
	file: { kind: FileKind; name: string; bytes: Uint8Array },
	rules: FileRules,
	/** Done in the same transaction. */
	also: (tx: Db) => Promise<void> = async () => undefined
): Promise<'kept' | FileProblem> {
	const looked = lookAtFile(file.bytes, rules);
	if ('problem' in looked) return looked.problem;
	const digest = createHash('sha256').update(file.bytes).digest('base64url');
	const keptAt = Date.now();
	await running.db.transaction().execute(async (tx) => {
		const { type } = looked;
		await saveSchoolFile(tx, by.schoolId, { ...file, type, digest, keptBy: by.staffId, keptAt });
		await audit(tx, by, 'file-kept', file, keptAt);
		await also(tx);
	});
	await directoryChanged(running, by.schoolId);
	return 'kept';
}

/** Taken back: tablets drop it when they next hear from the server. */
export async function dropFile(
	running: RunningServer,
	by: By,
	file: { kind: FileKind; name: string }
): Promise<'dropped' | 'unknown'> {
	const wasThere = await running.db.transaction().execute(async (tx) => {
		if (!(await deleteSchoolFile(tx, by.schoolId, file.kind, file.name))) return false;
		await audit(tx, by, 'file-dropped', file, Date.now());
		return true;
	});
	if (!wasThere) return 'unknown';
	await directoryChanged(running, by.schoolId);
	return 'dropped';
}

const audit = (
	tx: Db,
	{ schoolId, staffId }: By,
	action: string,
	{ kind, name }: { kind: FileKind; name: string },
	at: number
) => writeAudit(tx, { schoolId, actor: staffId, action, subject: name, detail: { kind }, at });

/** Digests by kind and name, as the directory has them. Portraits only of adults whom the tablet knows. */
export async function filesOnKiosk(
	db: Db,
	schoolId: string,
	adultIds: ReadonlySet<string>
): Promise<Record<string, Record<string, string>>> {
	const files: Record<string, Record<string, string>> = {};
	for (const { kind, name, digest } of await listSchoolFiles(db, schoolId, FILE_KINDS)) {
		if (kind === 'portrait' && !adultIds.has(name)) continue;
		files[kind] = { ...files[kind], [name]: digest };
	}
	return files;
}
