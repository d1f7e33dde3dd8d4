// Whether a breath keeps its time: the words, and the sea that swells with them, beside the clock of the activity.
import { activityNamed } from '$lib/content/activities';
import { timedSteps } from '$lib/domain/activity';
import { CALM_SOUNDS } from '$lib/kiosk/calm/sound/calm-sounds';
import { median, percentile, rounded, type Figure } from '../support/figure';
import { watchActivities } from './support/activity-watch';
import { FingerOnKiosk } from './support/finger';
import { apartMs, heardNow, waveOf, type Wave } from './support/heard-bed';
import { InstalledKiosk } from './support/installed-kiosk';
import type { Page } from '@playwright/test';

const ACTIVITY = 'balloon';
const SLOW_DOWN = 6;
/** More than one frame of the tablet. */
const MOST_LATE_MS = 20;
const MOST_APART_MS = 40;
/** Share of the looks that may fall into a moment when the loop takes its place again. */
const MOST_UNHEARD = 0.05;
const SOUND_LOOK_MS = 2_500;
/** A loop that has just begun is still fading in. */
const SETTLED_SECONDS = 2;

export const figure: Figure = {
	name: 'pacer',
	promise: 'A breath keeps its time on an old tablet: picture, words and sound go together.',
	unit: `ms that the words of each step of "${ACTIVITY}" stood there late by the clock, over so many turns of a minute (10 are ten minutes), with the processor slowed ${SLOW_DOWN} times and sound on; earliestMs: the least of them, below 0 where a frame begins just before the step and is seen after; drawn: until that frame was drawn; frameMs: the tablet's frames (median); driftMs: how much later steps of the last turns began than those of the first, and within a turn (the later half beside the earlier half); apart: between the swell of the sea, as the loudspeaker is given it, and the breath (p98 and median; unheard: looks at which it was not to be recognised)`,
	target: `every step at most one frame and ${MOST_LATE_MS} ms late and never more than the frame early, drift at most ${MOST_LATE_MS} ms, picture and sound at most ${MOST_APART_MS} ms apart (p98)`,
	tries: 10,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'class' });
		try {
			const page = await kiosk.tablet.page(SLOW_DOWN);
			await watchActivities(page);
			const screens = new FingerOnKiosk(page, kiosk);
			const { calm } = screens;
			await calm.mayHurry();
			await screens.open();
			await screens.start();
			await screens.chooseChild(kiosk.school.child.firstName);
			await screens.openCalm();
			const turns: Lateness[][] = [];
			const apart: (number | null)[] = [];
			let wave: Wave | null = null;
			for (let turn = 0; turn < tries; turn += 1) {
				if (turn === 0) await calm.choose(ACTIVITY);
				else await calm.again(ACTIVITY);
				if (turn === 0) await screens.tap(screens.button('sound.on'), screens.button('sound.off'));
				wave ??= await waveOf(page, CALM_SOUNDS.sea);
				apart.push(...(await apartDuring(page, wave)));
				await screens.heading('after.ask').waitFor({ timeout: 90_000 });
				const steps = await lateness(page);
				turns.push(steps);
				const most = Math.max(...steps.map(({ stood }) => stood));
				say(`${turn + 1} of ${tries}: at most ${rounded(most)} ms late`);
			}
			const frames = await page.evaluate(() => window.cwtchActivity?.frames ?? []);
			const frameMs = median(frames.slice(1).map((at, index) => at - (frames[index] ?? 0)));
			const late = turns.map((steps) => steps.map(({ stood }) => stood));
			const drawn = turns.flat().map((step) => step.drawn);
			const all = late.flat();
			const half = Math.ceil(tries / 2);
			const drift = Math.max(
				median(late.slice(-half).flat()) - median(late.slice(0, half).flat()),
				median(late.flatMap((turn) => turn.slice(turn.length / 2))) -
					median(late.flatMap((turn) => turn.slice(0, turn.length / 2)))
			);
			const known = apart.flatMap((ms) => (ms === null ? [] : Math.abs(ms)));
			const p98 = percentile(known, 0.98);
			const unheard = apart.length - known.length;
			const worst = Math.max(...all);
			const earliest = Math.min(...all);
			const oneFrame = Math.max(frameMs, 1000 / 60);
			return {
				measured: {
					steps: all.length,
					worstLateMs: rounded(worst),
					medianLateMs: rounded(median(all)),
					earliestMs: rounded(earliest),
					worstDrawnMs: rounded(Math.max(...drawn)),
					medianDrawnMs: rounded(median(drawn)),
					frameMs: rounded(frameMs),
					driftMs: rounded(drift),
					soundLooks: apart.length,
					apartP98Ms: rounded(p98),
					soundUnheard: unheard,
					apartMedianMs: rounded(median(known))
				},
				tries,
				holds:
					worst <= oneFrame + MOST_LATE_MS &&
					earliest >= -oneFrame &&
					drift <= MOST_LATE_MS &&
					p98 <= MOST_APART_MS &&
					unheard <= apart.length * MOST_UNHEARD
			};
		} finally {
			await kiosk.remove();
		}
	}
};

/** Milliseconds after a step should have begun, by the activity's own clock. */
interface Lateness {
	/** Its words stood there. */
	stood: number;
	/** The frame with them was drawn. */
	drawn: number;
}

async function lateness(page: Page): Promise<Lateness[]> {
	const steps = timedSteps(activityNamed(ACTIVITY)).map(({ say, startsAt }) => ({
		text: say.en,
		startsAt
	}));
	return page.evaluate(
		({ steps: due }) => {
			const [clock] = window.cwtchHurry?.clocks ?? [];
			const began = window.cwtchHurry?.beganAt ?? NaN;
			const words = (window.cwtchActivity?.words ?? []).filter(({ at }) => at >= began);
			if (!clock) throw new Error('There is no clock.');
			// The first stands there before the clock runs.
			return due.slice(1).map(({ text, startsAt }, index) => {
				const found = words.filter((one) => one.text === text)[
					due.slice(1, index + 1).filter((one) => one.text === text).length
				];
				const dueAt = began + startsAt * 1000;
				return { stood: (found?.at ?? NaN) - dueAt, drawn: (found?.drawnAt ?? NaN) - dueAt };
			});
		},
		{ steps }
	);
}

/** Milliseconds that the sea's swell is ahead of the breath, now and then until the activity is nearly over. */
async function apartDuring(page: Page, wave: Wave): Promise<(number | null)[]> {
	const steps = timedSteps(activityNamed(ACTIVITY));
	const from = steps.find(({ cue }) => cue === 'in')?.startsAt ?? 0;
	const until = (steps.at(-1)?.startsAt ?? 0) - SETTLED_SECONDS;
	const apart: (number | null)[] = [];
	for (;;) {
		await page.evaluate((ms) => new Promise((over) => setTimeout(over, ms)), SOUND_LOOK_MS);
		const heard = await heardNow(page);
		if (!heard || heard.clock >= until) return apart;
		if (heard.clock > from + SETTLED_SECONDS)
			apart.push(apartMs(heard, wave, CALM_SOUNDS.sea, from));
	}
}
