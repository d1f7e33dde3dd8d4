import { describe, expect, it } from 'vitest';
import { exampleDirectory, examplePupil, NANT } from './example-school';
import { whoSeesFeeling } from './who-sees-feeling';

describe('how the child feels', () => {
	const directory = exampleDirectory();
	const evans = directory.adults.find((adult) => adult.id === NANT.evans) ?? null;
	const said = (
		feeling: string | null,
		excludedIds: string[] = [],
		classIds = [NANT.classEnfys]
	) => ({
		pupil: examplePupil({ classIds }),
		feeling,
		excludedIds
	});

	it('is seen by the grown-up on offer, and by the class’s where it is Anyone', () => {
		expect(whoSeesFeeling(directory, said('sad'), evans)).toBe(evans);
		expect(whoSeesFeeling(directory, said('not-sure'), null)).toBe('class');
	});

	it('is not said to be seen where none was told, or by whoever is left out or not there', () => {
		expect(whoSeesFeeling(directory, said(null), evans)).toBeNull();
		expect(whoSeesFeeling(directory, said('rather-not-say'), evans)).toBeNull();
		expect(whoSeesFeeling(directory, said('sad', [NANT.evans]), evans)).toBeNull();
		expect(whoSeesFeeling(directory, said('sad', [NANT.evans, NANT.pugh]), null)).toBeNull();
		expect(whoSeesFeeling(directory, said('sad', [], []), null)).toBeNull();
	});
});
