// How many taps a check-in takes from the faces on, counted where they arrive, for each set of cards.
import type { PlaceId } from '$lib/content/cards';
import type { BandSet } from '$lib/domain/band';
import type { OfferChoice } from '$lib/kiosk/what-was-said';
import type { Figure } from '../support/figure';
import { firstNamesIn } from './support/children';
import { countTaps, tapTimes } from './support/counted-taps';
import { FingerOnKiosk } from './support/finger';
import { InstalledKiosk } from './support/installed-kiosk';

interface Path {
	band: BandSet;
	className: string;
	place?: PlaceId;
	feeling: string;
	mostTaps: number;
}

/** Classes of the demo school whose children have these cards. */
const PATHS: Path[] = [
	{ band: '4-5-starter', className: 'Dosbarth Enfys', feeling: 'happy', mostTaps: 3 },
	{ band: '4-7', className: 'Dosbarth Afon', feeling: 'calm', mostTaps: 3 },
	{
		band: '7-11',
		className: 'Dosbarth Llŷn',
		place: 'low-comfy',
		feeling: 'calm',
		mostTaps: 4
	}
];
const WISHES: OfferChoice[] = ['hello', 'chat', 'walk', 'sit', 'put-right', 'skip'];

export const figure: Figure = {
	name: 'check-in-taps',
	promise: 'Face, feeling, hello: a check-in is three taps, and asking takes no more.',
	unit: `taps from the faces until goodbye, by set of cards; ${WISHES.join(', ')} each`,
	target: `${PATHS.map(({ band, mostTaps }) => `${mostTaps} with the cards ${band}`).join(', ')}; the same for every wish`,
	tries: 1,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'cwtch' });
		try {
			const page = await kiosk.tablet.page();
			await countTaps(page);
			const screens = new FingerOnKiosk(page, kiosk);
			await screens.open();
			const measured: Record<string, string> = {};
			let holds = true;
			let visits = 0;
			for (const path of PATHS) {
				const [child] = await firstNamesIn(kiosk.school, path.className);
				if (child === undefined) throw new Error(`${path.className} has no children.`);
				const counts = new Map<OfferChoice, Set<number>>();
				for (let done = 0; done < tries; done += 1) {
					for (const wish of WISHES) {
						const taps = await tapsOf(screens, path, child, wish);
						counts.set(wish, (counts.get(wish) ?? new Set()).add(taps));
						visits += 1;
					}
				}
				const all = new Set([...counts.values()].flatMap((taps) => [...taps]));
				holds &&= all.size === 1 && all.has(path.mostTaps);
				measured[`taps ${path.band}`] = [...counts]
					.map(([wish, taps]) => `${wish} ${[...taps].join(' or ')}`)
					.join(', ');
				say(`${path.band}: ${[...all].join(' or ')} taps`);
			}
			return { measured, tries: visits, holds };
		} finally {
			await kiosk.remove();
		}
	}
};

async function tapsOf(
	screens: FingerOnKiosk,
	{ className, place, feeling }: Path,
	child: string,
	wish: OfferChoice
): Promise<number> {
	await screens.start(className);
	const before = (await tapTimes(screens.page)).length;
	await screens.chooseChild(child);
	if (place) await screens.choosePlace(place);
	await screens.chooseFeeling(feeling);
	await screens.wish(wish, child);
	const taps = (await tapTimes(screens.page)).length - before;
	await screens.finish();
	return taps;
}
