// What grown-ups set otherwise than usual.
import type { SettingScope } from '$lib/domain/settings';

export interface SettingsTables {
	setting: SettingTable;
}

/** One row for the school, a class, a tablet or a child that has anything set. */
interface SettingTable {
	school_id: string;
	scope: SettingScope;
	/** Of the scope; the school's own id for the school. */
	subject_id: string;
	/** ScopeChange; of a tablet KioskChange */
	change_json: string;
	changed_at: number;
}
