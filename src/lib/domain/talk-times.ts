// When an adult keeps time for talks: parts of the week's days, by the adult. Pure.
import { isoWeekday, whensLeft, type ClockedTimetable } from './clock-face';
import type { TalkWhen } from './talk-request';

export const TALK_PARTS = ['break', 'lunch', 'before-home'] as const;
export type TalkPart = (typeof TALK_PARTS)[number];

export interface TalkTime {
	/** ISO weekday, Monday is 1. */
	weekday: number;
	part: TalkPart;
}

/** The first of these times that is still to come today; `null` when none is. */
export function nextTalkTime(
	times: readonly TalkTime[],
	at: number,
	timetable: ClockedTimetable
): TalkPart | null {
	const weekday = isoWeekday(at, timetable.utcOffsets);
	const isKept = (when: TalkWhen): when is TalkPart =>
		times.some((time) => time.weekday === weekday && time.part === when);
	return whensLeft(at, timetable).find(isKept) ?? null;
}
