// Portraits, symbols and recordings of a school.
import type { FileKind, FileType } from '$lib/domain/school-file';
import type { Db } from './open';

export interface SchoolFile {
	kind: FileKind;
	name: string;
	digest: string;
	type: FileType;
	bytes: Uint8Array;
	keptBy: string;
	keptAt: number;
}

/** Replaces the one of this kind and name. */
export async function saveSchoolFile(db: Db, schoolId: string, file: SchoolFile): Promise<void> {
	const { kind, name, keptBy, keptAt, ...rest } = file;
	const content = { ...rest, length: file.bytes.length, kept_by: keptBy, kept_at: keptAt };
	await db
		.insertInto('school_file')
		.values({ school_id: schoolId, kind, name, ...content })
		.onConflict((conflict) => conflict.columns(['school_id', 'kind', 'name']).doUpdateSet(content))
		.execute();
}

/** @returns whether there was one */
export async function deleteSchoolFile(
	db: Db,
	schoolId: string,
	kind: FileKind,
	name: string
): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('school_file')
		.where('school_id', '=', schoolId)
		.where('kind', '=', kind)
		.where('name', '=', name)
		.executeTakeFirst();
	return Number(numDeletedRows) > 0;
}

/** What there is, without the bytes, in the order of kinds and names. */
export function listSchoolFiles(db: Db, schoolId: string, kinds: readonly FileKind[]) {
	return db
		.selectFrom('school_file')
		.select(['kind', 'name', 'digest', 'type', 'length', 'kept_by as keptBy', 'kept_at as keptAt'])
		.where('school_id', '=', schoolId)
		.where('kind', 'in', kinds)
		.orderBy('kind')
		.orderBy('name')
		.execute();
}

export function schoolFileByDigest(
	db: Db,
	schoolId: string,
	digest: string
): Promise<{ type: FileType; bytes: Uint8Array } | undefined> {
	return db
		.selectFrom('school_file')
		.select(['type', 'bytes'])
		.where('school_id', '=', schoolId)
		.where('digest', '=', digest)
		.limit(1)
		.executeTakeFirst();
}
