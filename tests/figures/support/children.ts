// Children of the demo school, by their class.
import type { SchoolFixture } from '../../support/school-fixture';

/** First names that nobody else in the class has, so that each stands alone on a button. */
export async function firstNamesIn(
	{ running, schoolId }: SchoolFixture,
	className: string
): Promise<string[]> {
	const pupils = await running.db
		.selectFrom('class')
		.innerJoin('class_pupil', 'class_pupil.class_id', 'class.class_id')
		.innerJoin('pupil', 'pupil.pupil_id', 'class_pupil.pupil_id')
		.select('first_name')
		.where('class.school_id', '=', schoolId)
		.where('class.name', '=', className)
		.orderBy('first_name')
		.execute();
	const names = pupils.map(({ first_name }) => first_name);
	return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
}
