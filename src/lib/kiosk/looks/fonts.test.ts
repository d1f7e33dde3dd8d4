import { describe, expect, it } from 'vitest';
import { exampleDirectory, examplePupil } from '../example-school';
import { otherFonts } from './fonts';

describe('the fonts that a tablet gets ready', () => {
	it('are none where everybody reads Andika', () => {
		expect(otherFonts(exampleDirectory())).toEqual([]);
	});
	it('are the tablet’s and the children’s, each once', () => {
		const school = exampleDirectory({
			pupils: [
				examplePupil({ settings: { font: 'atkinson' } }),
				examplePupil({ settings: { font: 'atkinson', theme: 'plain' } }),
				examplePupil({ settings: { font: 'andika' } })
			]
		});
		expect(otherFonts(school)).toEqual(['atkinson']);
		const kiosk = { ...school.kiosk, settings: { font: 'lexend' as const } };
		expect(otherFonts({ ...school, kiosk })).toEqual(['lexend', 'atkinson']);
	});
});
