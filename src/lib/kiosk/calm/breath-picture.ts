// The moving picture of a breath, played by lottie-web's light build from a file of our own.
import type { AnimationItem } from 'lottie-web';

/** Loads the player and the file, and draws into `into`. Rejects when either cannot be had. */
export async function drawBreath(into: HTMLElement, file: string): Promise<AnimationItem> {
	const [{ default: lottie }, answer] = await Promise.all([
		import('lottie-web/build/player/lottie_light'),
		fetch(file)
	]);
	if (!answer.ok) throw new Error(`No animation at ${file}: ${answer.status}`);
	return lottie.loadAnimation({
		container: into,
		renderer: 'svg',
		loop: false,
		autoplay: false,
		animationData: await answer.json(),
		rendererSettings: { preserveAspectRatio: 'xMidYMid slice' }
	});
}
