// Words of the time of day above the feelings: who comes in the morning is greeted, who goes home soon has
// time.
import type { DirectoryPupil } from '$lib/crossing/directory';
import { momentOfDay, type ClockedTimetable } from '$lib/domain/clock-face';
import type { Translate } from '$lib/i18n/language';

/** @param now milliseconds UTC, by the kiosk's clock. `null` in between, and where there is no name to say. */
export function greetingOf(
	pupil: Pick<DirectoryPupil, 'firstName'>,
	{ now, timetable, t }: { now: number; timetable: ClockedTimetable; t: Translate }
): string | null {
	const moment = momentOfDay(now, timetable);
	if (moment === 'home-time') return t('eod.quiet');
	if (moment === 'during' || !pupil.firstName) return null;
	return t('hello.morning', { name: pupil.firstName });
}
