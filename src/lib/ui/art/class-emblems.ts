/** Every emblem that a class can have; the first ones are given out first. */
export const classEmblems = [
	'rainbow',
	'acorn',
	'river',
	'kite',
	'leaf',
	'sun',
	'boat',
	'hill'
] as const;
