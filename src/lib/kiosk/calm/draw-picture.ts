// A moving picture, played by lottie-web's light build from a file of our own.
import type { AnimationItem } from 'lottie-web';

const loadPlayer = () => import('lottie-web/build/player/lottie_light');
/** While a child chooses. Where it cannot come now, it may come then. */
export const loadPlayerAhead = (): void => void loadPlayer().catch(() => undefined);

const fileOf = (picture: string) => `/calm/${picture}.json`;

/** Loads the player and the file, and draws into `into`. Rejects when either cannot be had. */
export async function drawPicture(into: HTMLElement, picture: string): Promise<AnimationItem> {
	const [{ default: lottie }, answer] = await Promise.all([loadPlayer(), fetch(fileOf(picture))]);
	if (!answer.ok) throw new Error(`No animation "${picture}": ${answer.status}`);
	return lottie.loadAnimation({
		container: into,
		renderer: 'svg',
		loop: false,
		autoplay: false,
		animationData: await answer.json(),
		rendererSettings: { preserveAspectRatio: 'xMidYMid slice' }
	});
}
