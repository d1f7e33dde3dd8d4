import type { Translate } from '$lib/i18n/translator';

/** Of a moment (ms) in a time zone. The words come from our messages: browsers often know no Welsh. */
function partsOf(at: number, timeZone: string): Record<string, string> {
	const format = new Intl.DateTimeFormat('en-GB', {
		weekday: 'short',
		day: 'numeric',
		month: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone
	});
	return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** "Thursday 26 November, 15:20", in the school's own time zone. */
export function dayAndTime(at: number, timeZone: string, t: Translate): string {
	const { weekday = '', day = '', month = '', hour, minute } = partsOf(at, timeZone);
	return t('day-and-time', {
		weekday: t(`weekday.${WEEKDAYS.indexOf(weekday) + 1}`),
		day: Number(day),
		month: t(`month.${Number(month)}`),
		time: `${hour}:${minute}`
	});
}

/** "Thursday 26 November", of a date as `YYYY-MM-DD`. */
export function dayOf(date: string, t: Translate): string {
	const { weekday = '', day = '', month = '' } = partsOf(Date.parse(date), 'UTC');
	return t('day-of-month', {
		weekday: t(`weekday.${WEEKDAYS.indexOf(weekday) + 1}`),
		day: Number(day),
		month: t(`month.${Number(month)}`)
	});
}

/** "15:20" */
export function timeOfDay(at: number, timeZone: string): string {
	const { hour, minute } = partsOf(at, timeZone);
	return `${hour}:${minute}`;
}
