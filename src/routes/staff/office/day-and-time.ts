import type { Language } from '$lib/i18n/translator';

const LOCALES = { en: 'en-GB', cy: 'cy-GB' } as const;

/** "Thursday 26 November, 15:20", in the school's own time zone. */
export function dayAndTime(at: number, language: Language, timeZone: string): string {
	const part = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone }).format(at);
	const day = [part({ weekday: 'long' }), part({ day: 'numeric' }), part({ month: 'long' })].join(
		' '
	);
	return `${day}, ${timeOfDay(at, language, timeZone)}`;
}

/** "15:20" */
export const timeOfDay = (at: number, language: Language, timeZone: string): string =>
	new Intl.DateTimeFormat(LOCALES[language], {
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone
	}).format(at);
