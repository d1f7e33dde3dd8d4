// From something calm to a grown-up: whoever has not said who they are says so first.
import type { Visit } from '../visit.svelte';

export function toGrownUp(visit: Visit): void {
	if (visit.said.pupil) visit.telling.openTalk();
	else visit.start();
}
