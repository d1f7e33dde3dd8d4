// The pictures of which a child's special pictures are made: things that children know, each told from
// all others by its shape; no food, no face, nothing that stands for a feeling or a faith. An id is never
// given another picture, and a family keeps its five: children remember theirs.

/** What looks a little alike is in one family, of which nobody sees more than one. */
const families = [
	['key', 'hammer', 'pencil', 'toothbrush', 'magnifier'],
	['boat', 'aeroplane', 'rocket', 'helicopter', 'anchor'],
	['star', 'sun', 'moon', 'rainbow', 'snowflake'],
	['umbrella', 'tent', 'kite', 'mountain', 'castle'],
	['house', 'door', 'chair', 'bed', 'bath'],
	['cup', 'teapot', 'bucket', 'basket', 'jug'],
	['bicycle', 'tractor', 'bus', 'skateboard', 'train'],
	['leaf', 'flower', 'cactus', 'shell', 'tree'],
	['ball', 'balloon', 'watch', 'compass', 'wheel'],
	['drum', 'guitar', 'trumpet', 'bell', 'piano'],
	['boot', 'hat', 'shirt', 'scarf', 'backpack'],
	['book', 'letter', 'camera', 'suitcase', 'magnet']
] as const;

export type SecretPictureId = (typeof families)[number][number];

export const secretPictureIds: readonly SecretPictureId[] = families.flat();

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a, then the last step of MurmurHash3, so that ids which differ in one letter differ in all bits. */
function scattered(text: string): number {
	let hash = FNV_OFFSET;
	for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), FNV_PRIME);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The twelve among which this pupil's special pictures are, and always were. No secret: whoever stands
 * at the tablet sees them. Worked out of the id, so that a tablet needs nothing for it, and children
 * without special pictures see a pad like everybody's.
 */
export function twelvePicturesOf(pupilId: string): SecretPictureId[] {
	return families.map((family) => {
		const ranked = family.map((picture) => ({ picture, rank: scattered(`${pupilId} ${picture}`) }));
		return ranked.reduce((first, next) => (next.rank < first.rank ? next : first)).picture;
	});
}
