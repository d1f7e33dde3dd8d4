// The cat of the room, where a picture hides the window sill on which it sleeps.
import { filled, group, stroked, type Item, type Placing } from './animation-file';
import { lines, shape } from './drawn-line';

const BODY = shape('690 578 702 532 766 514 842 528 876 572 850 588! 706 588!');
const TAIL = shape('876 566 862 593 820 598 770 597 724 592! 790 588 834 582');
const HEAD = shape(
	'684 580 667 556 678 534! 676 512! 694 524! 726 524! 742 510! 744 534! 752 560 740 582 712 590'
);
const FACE = lines('684 554 691 558 698 554', '722 554 729 558 736 554', '706 566 710 568 714 566');
const FUR = lines('786 530 796 525 806 526', '816 540 826 537 836 542', '770 546 778 543 786 544');

/** Its own foot, in the measures of the room. */
export const CAT_FOOT = [782, 598];

export const sleepingCat = (placing: Placing): Item =>
	group(
		[
			stroked(FACE, '#2b2f36', 3.4),
			filled(HEAD, '#7f848d'),
			stroked(FUR, '#686d76', 4),
			filled(TAIL, '#5f656e'),
			filled(BODY, '#757a83')
		],
		{ anchor: CAT_FOOT, ...placing }
	);
