// The pictures of which a child's special pictures are made: easy to tell apart in shape and colour,
// no food, nothing of one faith. An id is never given another picture: children remember theirs.

export const secretPictureIds = [
	'key',
	'boat',
	'star',
	'umbrella',
	'house',
	'cup',
	'bicycle',
	'leaf',
	'ball',
	'drum',
	'balloon',
	'tree'
] as const;
export type SecretPictureId = (typeof secretPictureIds)[number];
