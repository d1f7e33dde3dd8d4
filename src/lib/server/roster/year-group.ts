const NURSERY = /^(n[12]?|nur|nurs|nursery|meithrin|mei|pk|pr|ps|prek|preschool|f1|fs1|-1)$/;
const RECEPTION = /^(0{1,2}|r|rec|reception|derbyn|dosbarth derbyn|d|kg|k|f2|fs2)$/;
const NUMBERED = /^0?([1-6])$/;
/** “Year”, “Blwyddyn” and their short forms before the number or the letter. */
const WORD_FOR_YEAR = /^(?:nc ?)?(?:year|yr|y|blwyddyn|blwydd|bl|b|nc|grade)\.? ?(?=\S)/;

function yearGroupFrom(word: string): number | null {
	for (const form of [word, word.replace(WORD_FOR_YEAR, '')]) {
		if (NURSERY.test(form)) return -1;
		if (RECEPTION.test(form)) return 0;
		const numbered = NUMBERED.exec(form);
		if (numbered) return Number(numbered[1]);
	}
	return null;
}

/**
 * The year groups that a value names: `R`, `Derbyn`, `KG`, `03`, `Year 3`, `Bl 3/4`, `Meithrin,R`.
 * `KG` is what UK exports write for reception (common vocabulary of OneRoster `grades`).
 * @returns `years` ascending (−1 nursery, 0 reception, 1 to 6) and the parts that are none of them.
 */
export function yearGroupsFrom(value: string): { years: number[]; unknown: string[] } {
	const years = new Set<number>();
	const unknown: string[] = [];
	// Taken apart at the stroke it would read as nursery.
	if (/^\s*n\/a\s*$/i.test(value)) return { years: [], unknown: [value.trim()] };
	for (const part of value.split(/[,;/|&+]/)) {
		const word = part
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.toLowerCase()
			.replace(/[\s_]+/g, ' ')
			.trim();
		if (word === '') continue;
		const year = yearGroupFrom(word);
		if (year === null) unknown.push(part.trim());
		else years.add(year);
	}
	return { years: [...years].sort((a, b) => a - b), unknown };
}
