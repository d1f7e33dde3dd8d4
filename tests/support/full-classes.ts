// Classes as full and names as odd as schools have them, in the demo's school.
import { randomUUID } from 'node:crypto';
import { animalIds } from '$lib/ui/art/animals';
import type { SchoolFixture } from './school-fixture';

export const THREE_CAIS = ['Cai B', 'Cai M', 'Cai T'];
/** Forty letters without a place to break, an emoji, a family joined of several, right to left. */
export const ODD_NAMES = [
	'Llanfairpwllgwyngyllgogerychwyrndrobwlll',
	'Bartholomew-Maximilian Fitzgerald-Llewel',
	'Star 🌟',
	'👩‍👩‍👧‍👦',
	'محمد عبد الرحمن',
	'אביגיל',
	'Ŵŷn-Ŷŵ'
];

/** Makes the class `size` children large: three Cais, the odd names, and ordinary ones. */
export async function fillClass(
	{ running, schoolId }: Pick<SchoolFixture, 'running' | 'schoolId'>,
	classId: string,
	size: number
): Promise<string[]> {
	const { db } = running;
	const known = await db
		.selectFrom('class_pupil')
		.innerJoin('pupil', 'pupil.pupil_id', 'class_pupil.pupil_id')
		.select('first_name')
		.where('class_pupil.school_id', '=', schoolId)
		.where('class_id', '=', classId)
		.execute();
	const special = [...THREE_CAIS, ...ODD_NAMES];
	const ordinary = Math.max(0, size - known.length - special.length);
	const names = [...special, ...Array.from({ length: ordinary }, (_, at) => `Gwenllian ${at + 1}`)];
	const pupils = names.map((name, at) => {
		const isCai = THREE_CAIS.includes(name);
		return {
			school_id: schoolId,
			pupil_id: randomUUID(),
			first_name: isCai ? 'Cai' : name,
			distinguisher: isCai ? name.slice(-1) : null,
			year_group: 2,
			picture: animalIds[at % animalIds.length] ?? 'fox'
		};
	});
	await db.insertInto('pupil').values(pupils).execute();
	await db
		.insertInto('class_pupil')
		.values(pupils.map(({ pupil_id }) => ({ school_id: schoolId, class_id: classId, pupil_id })))
		.execute();
	return names;
}
