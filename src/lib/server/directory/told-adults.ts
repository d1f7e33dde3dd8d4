// Who hears of what a child says without being offered: they stand under "Who can see this?" and nowhere else,
// so that each can be left out. Pure.
import type { OfferedAdults } from './offered-adults';

export interface ToldAdults {
	/** Of those below, who are not offered at all. */
	onlyToldIds: ReadonlySet<string>;
	/** Adults of a class who are not offered as its own. */
	ofClass(classId: string): string[];
	/** Of classes that this tablet does not have. */
	ofPupil(pupilId: string): string[];
}

/**
 * The server gives what is for the class's adults to all adults of all classes of the child, whoever has agreed
 * to be asked (`people-around.ts`): who is told is shown.
 *
 * @param staffIds those who have not left, in the order to be shown
 * @param elsewhere classes of pupils which this tablet does not have
 */
export function toldAdults(
	staffIds: readonly string[],
	classAdults: ReadonlyMap<string, readonly string[]>,
	offered: Pick<OfferedAdults, 'offeredIds' | 'classAdultIds'>,
	elsewhere: ReadonlyMap<string, readonly string[]>
): ToldAdults {
	const adultsOf = (classIds: readonly string[]) => {
		const ids = new Set(classIds.flatMap((id) => classAdults.get(id) ?? []));
		return staffIds.filter((id) => ids.has(id));
	};
	const ofClass = (classId: string) =>
		adultsOf([classId]).filter((id) => !offered.classAdultIds.get(classId)?.includes(id));
	const ofPupil = (pupilId: string) => adultsOf(elsewhere.get(pupilId) ?? []);
	const toldIds = [
		...[...offered.classAdultIds.keys()].flatMap(ofClass),
		...[...elsewhere.keys()].flatMap(ofPupil)
	];
	return {
		onlyToldIds: new Set(toldIds.filter((id) => !offered.offeredIds.has(id))),
		ofClass,
		ofPupil
	};
}
