/** The twelve special pictures: unlike in shape and in colour, no food and nothing of one faith. */
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
