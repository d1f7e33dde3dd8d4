import { readdirSync } from 'node:fs';

/** Files of static/ that the calm space needs. */
export const CALM_FILES = readdirSync('static/calm').map((name) => `calm/${name}`);

/**
 * Runs in the page of a kiosk, in any engine: it uses nothing from outside.
 *
 * Whether the worker keeps all that a start and a visit without the network need, the calm space included.
 *
 * @param calm `CALM_FILES`
 */
export async function keepsEverything(calm: readonly string[]): Promise<boolean> {
	const answer = await fetch('/_app/kiosk-shell.json');
	const { shell, later } = (await answer.json()) as { shell: string[]; later: string[] };
	const kept = new Set<string>();
	for (const name of await caches.keys()) {
		const requests = await (await caches.open(name)).keys();
		for (const { url } of requests) kept.add(new URL(url).pathname);
	}
	return [...shell, ...later, ...calm].every((file) => kept.has(`/${file}`));
}
