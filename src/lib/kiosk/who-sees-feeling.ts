// Who will see how a child feels, as the child is told. The server works it out by the same rule.
import { RATHER_NOT_SAY } from '$lib/content/cards';
import type { Directory, DirectoryAdult, DirectoryPupil } from '$lib/crossing/directory';

/**
 * Who will see how a child feels, as far as it is said: the grown-up on offer, else the class's, with the
 * leads always. `null` where no feeling was told, or where no grown-up of a class is left.
 */
export function whoSeesFeeling(
	{ adults, classes }: Pick<Directory, 'adults' | 'classes'>,
	{
		pupil,
		feeling,
		excludedIds
	}: { pupil: DirectoryPupil; feeling: string | null; excludedIds: readonly string[] },
	chosen: DirectoryAdult | null
): DirectoryAdult | 'class' | null {
	if (feeling === null || feeling === RATHER_NOT_SAY) return null;
	const isSeer = ({ id }: DirectoryAdult) => !excludedIds.includes(id);
	if (chosen) return isSeer(chosen) ? chosen : null;
	const classAdultIds = classes
		.filter(({ id }) => pupil.classIds.includes(id))
		.flatMap(({ adultIds }) => adultIds);
	return adults.some((adult) => classAdultIds.includes(adult.id) && isSeer(adult)) ? 'class' : null;
}
