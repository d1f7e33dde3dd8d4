import { expect, it } from 'vitest';
import { READ_SCREENS } from '$lib/content/read-aloud';
import { staffWords } from '$lib/i18n/staff-words';

it.each(['everywhere', ...READ_SCREENS])('the studio has a heading for %s', (screen) => {
	for (const language of ['en', 'cy'] as const)
		expect(staffWords(language)(`voices.screen.${screen}`)).not.toContain('voices.');
});
