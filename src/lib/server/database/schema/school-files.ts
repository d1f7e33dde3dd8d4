// Portraits, symbols and recordings.
import type { FileKind, FileType } from '$lib/domain/school-file';

export interface SchoolFilesTables {
	school_file: SchoolFileTable;
}

/** One for each kind and name, replaced whole. */
interface SchoolFileTable {
	school_id: string;
	kind: FileKind;
	/** Whose portrait (staff id), which feeling's symbol (card id), which recorded sentence. */
	name: string;
	/** SHA-256 of the bytes, base64url: tablets ask by it. */
	digest: string;
	type: FileType;
	bytes: Uint8Array;
	/** In bytes. */
	length: number;
	/** A staff id. */
	kept_by: string;
	kept_at: number;
}
