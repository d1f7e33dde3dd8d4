const LONGEST_TEXT = 2000;

/** The typed fields of a form, by name; files are left out, and what nobody types is cut off. */
export function formText(form: FormData): Record<string, string> {
	const text: Record<string, string> = {};
	for (const [name, value] of form) {
		if (typeof value === 'string') text[name] = value.slice(0, LONGEST_TEXT);
	}
	return text;
}
