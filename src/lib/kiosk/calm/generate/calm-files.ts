// What `npm run generate` writes to static/calm/. Kept in the repository: a build needs no drawing.
import { balloon } from './balloon';
import { bells } from './bells';
import { cloud } from './cloud';
import { dragon } from './dragon';
import { FIGURE_PICTURES } from './figure-pictures';
import { flowerCandle } from './flower-candle';
import { glitter } from './glitter';
import { hand } from './hand';
import { activityOf, type Picture } from './picture';
import { placeBeach } from './place-beach';
import { placeCorner } from './place-corner';
import { placeDen } from './place-den';
import { placeMountain } from './place-mountain';
import { placeWoods } from './place-woods';
import { soundFiles } from './sounds/sound-files';
import { star } from './star';
import { squareWindow } from './window';

/** By the name of the file. */
export const PICTURES: Record<string, Picture> = {
	'flower-candle': { activity: 'flower-candle', draw: flowerCandle },
	balloon: { activity: 'balloon', draw: balloon },
	cloud: { activity: 'balloon', draw: cloud },
	hand: { activity: 'hand-trace', draw: hand },
	star: { activity: 'hand-trace', draw: star },
	dragon: { activity: 'dragon', draw: dragon },
	window: { activity: 'square', draw: squareWindow },
	glitter: { activity: 'glitter', draw: glitter },
	bells: { activity: 'listen', draw: bells },
	'place-beach': { activity: 'safe-place', draw: placeBeach },
	'place-woods': { activity: 'safe-place', draw: placeWoods },
	'place-den': { activity: 'safe-place', draw: placeDen },
	'place-mountain': { activity: 'safe-place', draw: placeMountain },
	'place-corner': { activity: 'safe-place', draw: placeCorner },
	...FIGURE_PICTURES
};

const pictureFiles = (): Record<string, string> =>
	Object.fromEntries(
		Object.entries(PICTURES).map(([name, picture]) => [
			`${name}.json`,
			JSON.stringify(picture.draw(activityOf(picture)))
		])
	);

/** Contents by file name. */
export const calmFiles = (): Record<string, string | Uint8Array> => ({
	...pictureFiles(),
	...soundFiles()
});
