// Pictures for classes and pupils who are new: as few alike beside one another as can be.
import { animalIds } from '$lib/ui/art/animals';
import { classEmblems } from '$lib/ui/art/class-emblems';

/** The first of those that are used the least. */
function leastUsed<Id extends string>(
	ids: readonly Id[],
	used: readonly string[],
	from: number
): Id {
	const order = ids.map((_, at) => ids[(from + at) % ids.length] as Id);
	const times = new Map(order.map((id) => [id, 0]));
	for (const each of used) {
		const known = times.get(each as Id);
		if (known !== undefined) times.set(each as Id, known + 1);
	}
	const [least] = [...times].sort(([, a], [, b]) => a - b);
	const chosen = least?.[0] ?? order[0];
	if (!chosen) throw new Error('There are no pictures to choose from.');
	return chosen;
}

/** @param used emblems of the school's classes. */
export const newEmblem = (used: readonly string[]): string => leastUsed(classEmblems, used, 0);

/**
 * @param used pictures of the pupil's classes.
 * @param position where to begin, so that classes do not all begin with the same animal.
 */
export const newAnimal = (used: readonly string[], position: number): string =>
	leastUsed(animalIds, used, position);
