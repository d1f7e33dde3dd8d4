// What can be stood in a tray of sand, in the boxes in which it is offered.

/** What they stand in. */
export const SAND = 'sand';

export const boxes = [
	['pebble', 'shell', 'feather', 'driftwood', 'starfish', 'heart-stone'],
	['big-person', 'small-person', 'wheelchair-person', 'old-person', 'cottage', 'cave'],
	['sheep', 'dog', 'cat', 'fish', 'bird', 'dragon'],
	['tree', 'pine', 'flower', 'bridge', 'fence', 'boat']
] as const;

export type Thing = (typeof boxes)[number][number];
export const things: readonly Thing[] = boxes.flat();

/** `null` for a thing that this version has no picture of. */
export const thingNamed = (name: string): Thing | null =>
	things.find((thing) => thing === name) ?? null;
