// What is in force for a child at this tablet: the child's own before what the tablet has, for the child's
// class where that has something else.
import type { Directory, DirectoryPupil } from '$lib/crossing/directory';
import { settingsFor, type Settings } from '$lib/domain/settings';

type School = Pick<Directory, 'kiosk' | 'classes' | 'pupils'>;

/** @param pupil `null` while nobody has said who they are */
export const settingsOfChild = (school: School | null, pupil: DirectoryPupil | null): Settings =>
	settingsFor(
		(pupil && school && ofClass(school, pupil)) ?? school?.kiosk.settings,
		pupil?.settings
	);

/** Of every child who has something else than the tablet. */
export const settingsOfChildren = (school: School): Settings[] =>
	school.pupils
		.filter((pupil) => pupil.settings ?? ofClass(school, pupil))
		.map((pupil) => settingsOfChild(school, pupil));

/** Of the first of the child's classes that has something set. */
const ofClass = ({ classes }: School, { classIds }: DirectoryPupil) =>
	classIds
		.map((id) => classes.find((one) => one.id === id)?.settings)
		.find((settings) => settings !== undefined);
