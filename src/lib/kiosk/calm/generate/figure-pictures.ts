// The moving pictures with children, hands and senses in them, by the name of their file.
import type { Activity } from '../activity';
import type { AnimationFile } from './animation-file';
import { cwtchBear } from './cwtch-bear';
import { cwtchCushion } from './cwtch-cushion';
import { pushPalms } from './push-palms';
import { pushSeat } from './push-seat';
import { pushWall } from './push-wall';

interface Picture {
	activity: string;
	draw: (activity: Activity) => AnimationFile;
}

export const FIGURE_PICTURES: Record<string, Picture> = {
	'cwtch-bear': { activity: 'self-cwtch', draw: cwtchBear },
	'cwtch-cushion': { activity: 'self-cwtch', draw: cwtchCushion },
	'push-wall': { activity: 'wall-push', draw: pushWall },
	'push-palms': { activity: 'wall-push', draw: pushPalms },
	'push-seat': { activity: 'wall-push', draw: pushSeat }
};
