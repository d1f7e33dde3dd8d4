// Tells trouble of the storage, which passes, from trouble with what was to be stored, which does not.

/** SQLITE_ERROR, TOOBIG, CONSTRAINT, MISMATCH, RANGE: the same would fail again. */
const SQLITE_OF_THE_DATA = new Set([1, 18, 19, 20, 25]);
/** Connection, transaction rollback, resources, operator, system and internal errors. */
const POSTGRES_PASSING = /^(08|25|40|53|55|57|58|F0|XX)/;
const LOST_CONNECTION = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)|terminated|timeout/;

/** The low byte is the kind, the rest says more of it. */
const primary = (errcode: number) => errcode % 256;

/** True for a full disk, a failing one, a lock, a lost connection: trying again later may help. */
export function isTroubleOfStorage(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
	if (typeof errcode === 'number') return !SQLITE_OF_THE_DATA.has(primary(errcode));
	if (typeof code === 'string') return POSTGRES_PASSING.test(code) || LOST_CONNECTION.test(code);
	return LOST_CONNECTION.test(error.message);
}
