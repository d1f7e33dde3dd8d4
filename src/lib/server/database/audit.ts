// Who did what, and when. Rows are only ever added.
import { v7 as newId } from 'uuid';
import type { Db } from './open';

export interface AuditEntry {
	schoolId: string;
	/** A staff id, `kiosk:ID`, `clock` or `command`. */
	actor: string;
	/** What was done, as noun and verb: `invitation-made`. */
	action: string;
	/** The id of what it was done to. */
	subject: string;
	/** Ids, numbers and kinds only; never a name or a word of a child. */
	detail?: Record<string, unknown>;
	/** Now, if left out. */
	at?: number;
}

export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
	await db
		.insertInto('audit')
		.values({
			school_id: entry.schoolId,
			audit_id: newId(),
			at: entry.at ?? Date.now(),
			actor: entry.actor,
			action: entry.action,
			subject: entry.subject,
			detail_json: JSON.stringify(entry.detail ?? {})
		})
		.execute();
}

export async function auditOf(db: Db, schoolId: string, action: string) {
	return db
		.selectFrom('audit')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('action', '=', action)
		.orderBy('at')
		.orderBy('audit_id')
		.execute();
}
