// How the page looks for whoever is there: attributes of its root, which app.css reads.
import type { Language } from '$lib/domain/check-in';
import type { Settings } from '$lib/domain/settings';
import { directionOf } from '$lib/i18n/language';

/** Nothing says so where it is as usual: an attribute alone would tell of a child. */
export function lookAs(root: HTMLElement, settings: Settings, language: Language): void {
	const { theme, font, still } = settings;
	root.lang = language;
	root.dir = directionOf(language);
	if (theme === 'soft') delete root.dataset['theme'];
	else root.dataset['theme'] = theme;
	if (font === 'andika') delete root.dataset['font'];
	else root.dataset['font'] = font;
	root.toggleAttribute('data-still', still);
}
