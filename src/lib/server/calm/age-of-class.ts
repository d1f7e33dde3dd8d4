// For whom a whole class's activities are: as chosen on the page, else as old as the youngest class of the adult.
import { CHILDREN_AGES } from '$lib/domain/activity';
import { ageAtStartOfYear } from '$lib/domain/band';
import type { Db } from '../database/open';
import { youngestYearOf } from '../database/people';

const isAge = (age: number | null) => CHILDREN_AGES.some((one) => one === age);

/**
 * @param chosen `all`, or years; what is neither counts as not chosen
 * @returns years, or `null` for all ages
 */
export async function ageOfClass(
	db: Db,
	{ schoolId, staffId }: { schoolId: string; staffId: string },
	chosen: string | null
): Promise<number | null> {
	if (chosen === 'all') return null;
	if (isAge(Number(chosen))) return Number(chosen);
	const year = await youngestYearOf(db, schoolId, staffId);
	const age = year === null ? null : ageAtStartOfYear(year);
	return isAge(age) ? age : null;
}
