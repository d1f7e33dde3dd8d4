// In which order a screen is scanned: row by row from the top, each from where reading begins. Where there
// are few choices each stands for itself.

/** Where something stands, in CSS pixels. */
export interface Place {
	left: number;
	top: number;
	width: number;
	height: number;
}

export interface ScanTarget<Thing> {
	thing: Thing;
	place: Place;
	/** "I need a grown-up now". */
	isHelp: boolean;
}

/** With no more than this many choices, rows would only cost a press more. */
const MOST_SINGLE = 4;
/** Help is the second stop of every round, wherever it stands. */
const STOPS_BEFORE_HELP = 1;
const LEAST_PART_BESIDE = 0.3;

/**
 * @param direction in which the language in use is read
 * @returns one list for each row; everything is in exactly one
 */
export function scanGroups<Thing>(
	targets: readonly ScanTarget<Thing>[],
	direction: 'ltr' | 'rtl' = 'ltr'
): Thing[][] {
	const others = targets.filter(({ isHelp }) => !isHelp);
	const rows = rowsOf(others).map((row) => inReadingOrder(row, direction));
	const groups = others.length > MOST_SINGLE ? rows : rows.flat().map((target) => [target]);
	const help = targets.filter(({ isHelp }) => isHelp).map((target) => [target]);
	return groups
		.toSpliced(STOPS_BEFORE_HELP, 0, ...help)
		.map((group) => group.map(({ thing }) => thing));
}

/** The highest ones make the rows; whatever stands beside one of them for a good part belongs to its row. */
function rowsOf<Target extends { place: Place }>(targets: readonly Target[]): Target[][] {
	const rows: Target[][] = [];
	for (const target of targets.toSorted((a, b) => b.place.height - a.place.height)) {
		const beside = rows
			.map((row) => ({ row, part: row[0] ? partBeside(target.place, row[0].place) : 0 }))
			.filter(({ part }) => part >= LEAST_PART_BESIDE)
			.toSorted((a, b) => b.part - a.part);
		if (beside[0]) beside[0].row.push(target);
		else rows.push([target]);
	}
	const top = ([first]: Target[]) => first?.place.top ?? 0;
	return rows.toSorted((a, b) => top(a) - top(b));
}

/** How much of the height of `place` is beside `other`; 0 to 1. */
function partBeside(place: Place, other: Place): number {
	const from = Math.max(place.top, other.top);
	const to = Math.min(place.top + place.height, other.top + other.height);
	return place.height > 0 ? Math.max(0, to - from) / place.height : 0;
}

function inReadingOrder<Target extends { place: Place }>(
	row: readonly Target[],
	direction: 'ltr' | 'rtl'
): Target[] {
	const sign = direction === 'ltr' ? 1 : -1;
	return row.toSorted((a, b) => sign * (a.place.left - b.place.left) || a.place.top - b.place.top);
}
