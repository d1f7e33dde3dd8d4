// What the time of the school day changes: words alone, and the same ones for everybody. Who comes in is welcomed,
// who goes home soon has time.
import type { Directory } from '$lib/crossing/directory';
import type { CheckInMoment } from '$lib/domain/check-in';
import { momentOfDay } from '$lib/domain/clock-face';

/** Keys of the kiosk's words. */
export interface WordsOfDay {
	/** Above the question how the child feels, where there is something to say; with the child's name or without. */
	greeting: { named: string; nameless: string | null } | null;
	feelings: string;
	needs: string;
	/** With the child's name. */
	goodbye: string;
}

const WORDS: Record<CheckInMoment, WordsOfDay> = {
	arrival: {
		greeting: { named: 'arrive.hello', nameless: null },
		feelings: 'arrive.ask',
		needs: 'arrive.need',
		goodbye: 'bye'
	},
	during: { greeting: null, feelings: 'feel.ask', needs: 'need.ask', goodbye: 'bye' },
	'home-time': {
		greeting: { named: 'eod.quiet', nameless: 'eod.quiet' },
		feelings: 'checkout.ask',
		needs: 'need.ask',
		goodbye: 'leave.bye'
	}
};

/** @param now milliseconds UTC, by the kiosk's clock */
export function wordsOfDay(directory: Pick<Directory, 'school'> | null, now: number): WordsOfDay {
	return WORDS[directory ? momentOfDay(now, directory.school.timetable) : 'during'];
}
