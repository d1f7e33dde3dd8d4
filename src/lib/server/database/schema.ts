// The tables as Kysely sees them, a file for each room of the house. Every table of ours has a key that
// begins with `school_id`; ids are UUIDv7; times are integer milliseconds UTC; `*_json` columns hold JSON
// text on both engines.
import type { AuthTables } from '../staff-sessions/tables';
import type { CrossingTables } from './schema/crossing';
import type { CwtchTables } from './schema/cwtch';
import type { KiosksTables } from './schema/kiosks';
import type { PeopleTables } from './schema/people';
import type { SettingsTables } from './schema/settings';
import type { SchoolFilesTables } from './schema/school-files';
import type { StaffWorkTables } from './schema/staff-work';
import type { TalkTables } from './schema/talk';

export interface Tables
	extends
		AuthTables,
		CrossingTables,
		CwtchTables,
		KiosksTables,
		PeopleTables,
		SettingsTables,
		SchoolFilesTables,
		StaffWorkTables,
		TalkTables {}
