// What `npm run generate` writes to static/calm/. Kept in the repository: a build needs no drawing.
import { activityNamed } from '../activity';
import { chimeLow } from './chime';
import { flowerCandle } from './flower-candle';

/** Contents by file name. */
export const calmFiles = (): Record<string, string | Uint8Array> => ({
	'flower-candle.json': JSON.stringify(flowerCandle(activityNamed('flower-candle'))),
	'chime-low.wav': chimeLow()
});
