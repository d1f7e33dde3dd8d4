// One list for both engines, in order, forward only.
import type { Migration } from 'kysely/migration';
import * as first from './0001-first';

export const migrations: Record<string, Migration> = {
	'0001-first': first
};
