import { describe, expect, it } from 'vitest';
import { exampleDirectory, examplePupil, NANT } from './example-school';
import {
	adultsToChoose,
	adultsWhoCanSee,
	classesWithPupils,
	firstAdult,
	pupilsOfClass
} from './offered-adults';

const names = (adults: { name: string }[]) => adults.map((adult) => adult.name);

describe('the grown-ups that a child is shown', () => {
	const directory = exampleDirectory();
	const pupil = examplePupil();

	it('begin with the child’s own, in the child’s order', () => {
		expect(names(adultsToChoose(directory, pupil))).toEqual([
			'Miss Evans',
			'Mrs Rees',
			'Mr Pugh',
			'Mrs Jones'
		]);
	});

	it('are those of the class for a child who has named nobody', () => {
		const newcomer = examplePupil({ trustedAdultIds: [] });
		expect(firstAdult(directory, newcomer, [])?.name).toBe('Miss Evans');
		expect(firstAdult(directory, newcomer, [NANT.evans])?.name).toBe('Mr Pugh');
	});

	it('are Anyone for a child without named adults and without a class', () => {
		expect(
			firstAdult(directory, examplePupil({ trustedAdultIds: [], classIds: [] }), [])
		).toBeNull();
	});

	it('leave out whom the directory does not have any more', () => {
		const pupilOfGone = examplePupil({ trustedAdultIds: [NANT.classEnfys, NANT.rees] });
		expect(firstAdult(directory, pupilOfGone, [])?.name).toBe('Mrs Rees');
	});
});

describe('"Who can see this?"', () => {
	it('shows named adults, the class’s, the leads and the chosen one, each once', () => {
		const directory = exampleDirectory();
		const chosen = directory.adults.find((adult) => adult.id === NANT.rees) ?? null;
		const pupil = examplePupil({ trustedAdultIds: [NANT.evans] });
		expect(names(adultsWhoCanSee(directory, pupil, chosen))).toEqual([
			'Miss Evans',
			'Mr Pugh',
			'Mrs Jones',
			'Mrs Rees'
		]);
	});
});

describe('"Who can see this?" of adults who have not agreed to be asked', () => {
	const [jones, ...others] = [...exampleDirectory().adults].sort((a) =>
		a.id === NANT.jones ? -1 : 1
	);
	const [rees, ...offered] = others.sort((a) => (a.id === NANT.rees ? -1 : 1));
	if (!jones || !rees) throw new Error('They are of the example school.');
	const directory = exampleDirectory({ adults: [jones, ...offered], toldAdults: [rees] });
	const ofEnfys = directory.classes.map((one) =>
		one.id === NANT.classEnfys ? { ...one, toldIds: [NANT.rees] } : one
	);
	const pupil = examplePupil({ trustedAdultIds: [] });
	const all = ['Miss Evans', 'Mr Pugh', 'Mrs Rees', 'Mrs Jones'];

	it('shows those of the class, and they are nowhere else', () => {
		const school = { ...directory, classes: ofEnfys };
		expect(names(adultsWhoCanSee(school, pupil, null))).toEqual(all);
		expect(names(adultsToChoose(school, pupil))).not.toContain('Mrs Rees');
		expect(firstAdult(school, pupil, [NANT.evans, NANT.pugh])).toBeNull();
	});

	it('shows those of a class that the tablet does not have', () => {
		const inTwo = { ...pupil, toldIds: [NANT.rees] };
		expect(names(adultsWhoCanSee(directory, inTwo, null))).toEqual(all);
		expect(names(adultsWhoCanSee(directory, pupil, null))).not.toContain('Mrs Rees');
	});
});

describe('the faces', () => {
	it('of three children of one name are told apart and keep their order', () => {
		const pupils = ['T', 'B', 'G'].map((distinguisher) => examplePupil({ distinguisher }));
		const directory = exampleDirectory({ pupils });
		expect(pupilsOfClass(directory, NANT.classEnfys).map((pupil) => pupil.distinguisher)).toEqual([
			'B',
			'G',
			'T'
		]);
	});

	it('of a child in two classes stand in both, with the adults of both', () => {
		const pupil = examplePupil({
			classIds: [NANT.classEnfys, NANT.classBarcud],
			trustedAdultIds: []
		});
		const directory = exampleDirectory({ pupils: [pupil] });
		for (const { id } of directory.classes) {
			expect(pupilsOfClass(directory, id)).toEqual([pupil]);
		}
		expect(names(adultsWhoCanSee(directory, pupil, null))).toEqual([
			'Miss Evans',
			'Mr Pugh',
			'Mrs Rees',
			'Mrs Jones'
		]);
	});

	it('include the children without a class, under a class of their own', () => {
		const directory = exampleDirectory({ pupils: [examplePupil({ classIds: [] })] });
		expect(classesWithPupils(directory)).toEqual([]);
		expect(pupilsOfClass(directory, null)).toHaveLength(1);
	});
});
