// What grown-ups set otherwise than usual.
export interface SettingsTables {
	setting: SettingTable;
}

/** One row for the school, a tablet or a child that has anything set. */
interface SettingTable {
	school_id: string;
	scope: 'school' | 'kiosk' | 'pupil';
	/** Of the scope; the school's own id for the school. */
	subject_id: string;
	/** SettingsChange; of a tablet KioskChange */
	change_json: string;
	changed_at: number;
}
