// One list for both engines, in order, forward only.
import type { Migration } from 'kysely/migration';
import * as first from './0001-first';
import * as signIn from './0002-sign-in';

export const migrations: Record<string, Migration> = {
	'0001-first': first,
	'0002-sign-in': signIn
};
