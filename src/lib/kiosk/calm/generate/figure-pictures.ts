// The moving pictures with children, hands and senses in them, by the name of their file.
import { brainHand } from './brain-hand';
import { cwtchBear } from './cwtch-bear';
import { cwtchCushion } from './cwtch-cushion';
import type { Picture } from './picture';
import { pushPalms } from './push-palms';
import { pushSeat } from './push-seat';
import { pushWall } from './push-wall';
import { senses, sensesYoung } from './senses';
import { squeeze } from './squeeze';
import { stretchSeated } from './stretch-seated';
import { stretchStanding } from './stretch-standing';

export const FIGURE_PICTURES: Record<string, Picture> = {
	'brain-hand': { activity: 'brain-hand', draw: brainHand },
	senses: { activity: 'ground', draw: senses },
	'senses-young': { activity: 'ground', isForYounger: true, draw: sensesYoung },
	squeeze: { activity: 'squeeze', draw: squeeze },
	'stretch-standing': { activity: 'stretch', draw: stretchStanding },
	'stretch-seated': { activity: 'stretch', draw: stretchSeated },
	'cwtch-bear': { activity: 'self-cwtch', draw: cwtchBear },
	'cwtch-cushion': { activity: 'self-cwtch', draw: cwtchCushion },
	'push-wall': { activity: 'wall-push', draw: pushWall },
	'push-palms': { activity: 'wall-push', draw: pushPalms },
	'push-seat': { activity: 'wall-push', draw: pushSeat }
};
