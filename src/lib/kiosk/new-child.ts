// "I'm new here": a child who is not on the list yet has the same visit as everybody, and the adults of
// the class that was picked learn of it. Nothing of the child stays on the tablet.
import type { Directory, DirectoryPupil } from '$lib/crossing/directory';
import { pupilsOfClass } from './offered-adults';

/** In the sheet of the animals: a seedling. */
const NEW_CHILD_PICTURE = 'new-here';

/** @param classId the class that was picked, `null` for none */
export function newChild(directory: Directory, classId: string | null): DirectoryPupil {
	return {
		// Of this visit only: the server has nobody of this id.
		id: crypto.randomUUID(),
		firstName: '',
		distinguisher: null,
		picture: NEW_CHILD_PICTURE,
		classIds: classId ? [classId] : [],
		band: bandOfClass(directory, classId),
		cardLook: null,
		trustedAdultIds: [],
		language: null,
		pictureCount: 3
	};
}

/** What most of the class have; the simplest cards where nobody is known. */
function bandOfClass(directory: Directory, classId: string | null): DirectoryPupil['band'] {
	const bands = pupilsOfClass(directory, classId).map(({ band }) => band);
	const times = (band: string) => bands.filter((other) => other === band).length;
	const [most] = bands.sort((a, b) => times(b) - times(a));
	return most ?? '4-7';
}
