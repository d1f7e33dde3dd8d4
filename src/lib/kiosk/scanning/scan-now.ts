// Whether the screen is scanned now, and how.
import type { Settings } from '$lib/domain/settings';
import { settingsOfChildren } from '../settings-of-child';
import type { Visit } from '../visit.svelte';
import type { Scan, ScanWay } from './scan-way';

const wayOf = ({ scan, scanPaceMs, scanAnywhere }: Settings): ScanWay => ({
	switches: scan === 'two-switch' ? 2 : 1,
	paceMs: scanPaceMs,
	anywhere: scanAnywhere && scan === 'one-switch'
});

/**
 * As it is set for the child, or for the tablet. On a tablet that children who scan share with others, it
 * begins with a press, since before the face nobody knows whose turn it is.
 */
export function scanNow({
	settings,
	directory,
	said
}: Pick<Visit, 'settings' | 'directory' | 'said'>): Scan | null {
	if (settings.scan !== 'off') return { way: wayOf(settings), onDemand: false };
	if (said.pupil || !directory) return null;
	const scans = settingsOfChildren(directory).find(({ scan }) => scan !== 'off');
	return scans ? { way: wayOf(scans), onDemand: true } : null;
}
