/**
 * Every emblem that a class can have, one line each, drawn for this project; the first ones are given out first.
 * In the script and not on a sheet: an old tablet reads a sheet like a page of its own, before the classes show.
 */
const lines = {
	rainbow:
		'M3.5 17.5a8.5 8.5 0 0 1 17 0M6.7 17.5a5.3 5.3 0 0 1 10.6 0M9.8 17.5a2.2 2.2 0 0 1 4.4 0',
	acorn:
		'M6.5 10.5a5.5 5.5 0 0 1 11 0ZM7.3 10.5c0 4.5 2.2 7.3 4.7 9 2.5-1.7 4.7-4.5 4.7-9M12 5V3.2',
	river:
		'M3 8.5c2.2-2 4.3-2 6 0s3.8 2 6 0 4.3-2 6 0M3 13c2.2-2 4.3-2 6 0s3.8 2 6 0 4.3-2 6 0M3 17.5c2.2-2 4.3-2 6 0s3.8 2 6 0 4.3-2 6 0',
	kite: 'M2.5 9.5c3.5-1.2 6.5-.5 9.5 2.5 3-3 6-3.7 9.5-2.5-3.2.6-5.6 2.2-7.5 4.8L12 19l-2-4.7C8.1 11.7 5.7 10.1 2.5 9.5Z',
	leaf: 'M5 19C4 10 9 4.5 19.5 4.5 20 14 14.5 19.5 7 17.5M5 19.8c2-4.6 5-7.7 9.5-9.8',
	sun: 'M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0ZM12 4.8V3M12 21v-1.8M4.8 12H3M21 12h-1.8M6.9 6.9 5.6 5.6M18.4 18.4l-1.3-1.3M17.1 6.9l1.3-1.3M5.6 18.4l1.3-1.3',
	boat: 'M4 15.5h16c-.6 2.6-2.2 4-4.6 4H8.6c-2.4 0-4-1.4-4.6-4ZM11 15.5V4c3.6 2 5.8 4.8 6.6 8.8H11M8.4 12.8C8.4 10.4 9.2 8.6 11 7',
	hill: 'M2.5 18.5C5 12 7.4 8.5 9.6 8.5c2.4 0 4 4.2 6.4 10M12.6 12c1.2-1.7 2.3-2.5 3.4-2.5 2 0 3.8 3 5.5 9M2.5 18.5h19'
};

export type ClassEmblemId = keyof typeof lines;
export const classEmblems = Object.keys(lines) as readonly ClassEmblemId[];

/** The line of an emblem, in a square of 24; none for a name that is not known. */
export const emblemLine = (name: string): string | undefined =>
	(lines as Partial<Record<string, string>>)[name];
